import { readCsv } from '../../src/data/readCsv.ts';
import { streamedCsv } from '../../test/support/streamedCsv.ts';
import { Chance } from '../chance.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { file, keepsCount, keepsProblems } from '../promises.ts';
import { seedFiles } from '../seedFiles.ts';

/** The reader by PapaParse, and the reader of bytes, which must find the same. */
export const csvTarget: FuzzTarget = {
  name: 'csv',
  words: ['a,b\n', '"a\nb"', '"a""b"', ',,,\n', '" "', '"x" ,', 'a,b,c,d,e,f,g\n'],
  seeds: () => [
    ...seedFiles('test/fixtures', /\.(csv|txt)$/i),
    ...seedFiles('public/data', /(codes|plans|published\/97110|rates\/97110\/TX)\.csv$/),
  ],
  check(input) {
    const text = new TextDecoder().decode(input);
    const { delimiter, header, headerLine, rows, problems, rowsPresent } = readCsv(text, file);
    keepsProblems(problems);
    const leftOut = new Set(problems.filter((problem) => problem.leftOut).map(({ line }) => line)).size;
    if (headerLine > 0) keepsCount(rowsPresent, rows.length, leftOut);
    else promise(rows.length === 0 && problems.length === 1, 'a file without a header has no reason');
    let above = headerLine;
    for (const { line, cells } of rows) {
      promise(line > above, `line ${line} comes below line ${above}`);
      promise(
        cells.length === header.length,
        `a row has ${cells.length} cells below ${header.length} headings`,
      );
      above = line;
    }
    const chance = new Chance(input);
    const sizes = chance.oneIn(4)
      ? []
      : Array.from({ length: 1 + chance.below(4) }, () => 1 + chance.below(300));
    const { plainRows: _, ...streamed } = streamedCsv(input, file, sizes);
    promise(
      JSON.stringify(streamed) ===
        JSON.stringify({ delimiter, header, headerLine, rows, problems, rowsPresent }),
      'the reader of bytes finds something else than the reader of text',
    );
  },
};
