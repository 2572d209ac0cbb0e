import { isChargeHeader } from '../chargeColumns.ts';
import { guessDelimiter } from '../csvDelimiter.ts';
import { CsvRecords } from './csvRecords.ts';
import type { Format } from './formatReader.ts';
import { TextBytes } from './textBytes.ts';

/** A hospital's own table of charges, as most were before CMS's templates of 2024. */
export const hptCsvFreeFormat: Format = {
  id: 'hpt-csv-free',
  name: 'a hospital file in its own columns, CSV',
  isIn({ bytes }) {
    let isFound = false;
    let above = 0;
    const records = new CsvRecords(
      (line) => guessDelimiter([line]),
      (record) => {
        above += 1;
        if (isFound || above > 60 || record.fault !== '') return;
        isFound = isChargeHeader(Array.from({ length: record.length }, (_, index) => record.text(index)));
      },
    );
    const text = new TextBytes((piece) => records.write(piece));
    text.write(bytes);
    text.end();
    records.end();
    return isFound;
  },
  async open() {
    const { FreeCharges } = await import('./freeCharges.ts');
    return (sink, context) => new FreeCharges(sink, context);
  },
};
