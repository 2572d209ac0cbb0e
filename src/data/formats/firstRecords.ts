import { guessDelimiter } from '../csvDelimiter.ts';
import { CsvRecords } from './csvRecords.ts';
import { TextBytes } from './textBytes.ts';

/** The first good records of a CSV, as text: for telling what it is. The last may be cut where the bytes are not all. */
export function firstRecords(bytes: Uint8Array, most: number): readonly (readonly string[])[] {
  const found: string[][] = [];
  let seen = 0;
  const records = new CsvRecords(
    (line) => guessDelimiter([line]),
    (record) => {
      seen += 1;
      if (seen <= most && record.fault === '')
        found.push(Array.from({ length: record.length }, (_, index) => record.text(index)));
    },
  );
  const text = new TextBytes((piece) => records.write(piece));
  text.write(bytes);
  text.end();
  records.end();
  return found;
}
