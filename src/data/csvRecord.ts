import Papa from 'papaparse';

/** A record of a CSV as PapaParse reads it. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Lines from 0: the record's first, and the one after its last. */
  readonly index: number;
  readonly endIndex: number;
  /** A quote inside a quoted cell is neither doubled nor its end. */
  readonly invalid: boolean;
  /** A quote is still open where the text ends. */
  readonly open: boolean;
}

/** A record may span this many lines; one that goes on is taken for a quote nobody closed. */
export const longestRecord = 128;

/**
 * Hands the records of a text to `take`, in order, until it answers false. Lines end with `\n`.
 *
 * The only place that knows PapaParse. It is used without its header mode (renames repeated headings silently),
 * type guessing (turns 00100 into 100) and row numbers (wrong after a blank line or a line break in a cell).
 *
 * @param starts the offset of each line in the text the part is from.
 * @param first the part's first line. @param end the line after its last.
 */
export function forEachRecord(
  text: string,
  starts: Uint32Array,
  first: number,
  end: number,
  delimiter: string,
  take: (record: CsvRecord) => boolean,
): void {
  const base = starts[first] ?? 0;
  let index = first;
  const parser: Papa.Parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    step: (result: Papa.ParseStepResult<string[]>) => {
      // One record a step, whatever the types say.
      const [cells] = result.data as unknown as readonly [readonly string[]];
      const cursor = base + result.meta.cursor;
      let endIndex = index + 1;
      while (endIndex < end && (starts[endIndex] ?? 0) < cursor) endIndex += 1;
      const open = result.errors.some((error) => error.code === 'MissingQuotes');
      const record = { cells, index, endIndex, invalid: result.errors.length > 0, open };
      index = endIndex;
      if (!take(record)) parser.abort();
    },
  });
  // The class under Papa.parse: that one would strip a byte order mark from each part and shift the cursor.
  parser.parse(text.slice(base, (starts[end] ?? 1) - 1), 0, false);
}
