import { countColumn } from '../../data/rateFileColumns.ts';
import { rateColumns } from '../../data/readRateFile.ts';
import { rateFlags } from '../../domain/rateTable.ts';
import { csvText } from '../../export/csvText.ts';
import { dollarText } from '../../export/dollarText.ts';
import type { OutputFile } from '../outputFile.ts';
import { chooseCodes, codeBatches } from './codeBatches.ts';
import type { Cell, Database } from './database.ts';
import { stepText } from './runStep.ts';

/** A line of a rate file as it is written, but for the column `count`, which the whole code has or lacks. */
interface Line {
  readonly place: string;
  readonly text: string;
  readonly count: string;
}

/**
 * `rates/<code>/national.csv` and `rates/<code>/<ST>.csv` of every code, one code after the other: no more than the
 * lines of one are in memory. Where some line stands for several providers, the code's files have the column `count`.
 *
 * @param keep what becomes of each file, such as writing it to disk.
 */
export async function rateOutputs(
  database: Database,
  keep: (file: OutputFile) => OutputFile,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  let code = '';
  let lines: Line[] = [];
  const finish = () => {
    if (lines.length > 0) files.push(...filesOf(code, lines).map(keep));
    lines = [];
  };
  const step = await stepText('90-out');
  for (const codes of await codeBatches(database)) {
    await chooseCodes(database, codes);
    for await (const rows of database.pieces(step)) {
      for (const row of rows) {
        if (row[0] !== code) finish();
        code = String(row[0]);
        lines.push(lineOf(row));
      }
    }
  }
  finish();
  return files;
}

/** @param row as `90-out.sql` gives it. */
function lineOf(row: readonly Cell[]): Line {
  const [
    ,
    place,
    provider,
    plan,
    codeType,
    modifier,
    setting,
    billingClass,
    cents,
    methodology,
    source,
    flags,
  ] = row;
  const [sourceRows, providers] = row.slice(-2);
  const cells = [
    place,
    `p${provider}`,
    `n${plan}`,
    codeType,
    modifier,
    setting,
    billingClass,
    dollarText(Number(cents)),
    methodology,
    `s${source}`,
    flagWords(Number(flags)),
    sourceRows,
  ];
  // Ended at once: a code has a hundred thousand lines, and each cell would be an object.
  return {
    place: String(place),
    text: csvText(cells.map(String), []).slice(0, -1),
    count: String(providers),
  };
}

function filesOf(code: string, lines: readonly Line[]): readonly OutputFile[] {
  const hasClasses = lines.some(({ count }) => count !== '1');
  const header = csvText(hasClasses ? [...rateColumns, countColumn] : rateColumns, []);
  const fileOf = (where: string, some: readonly Line[]): OutputFile => {
    const texts = some.map(({ text, count }) => (hasClasses ? `${text},${count}\n` : `${text}\n`));
    return { path: `rates/${code}/${where}.csv`, text: `${header}${texts.join('')}`, rows: some.length };
  };
  const starts = lines.flatMap(({ place }, index) => (place === lines[index - 1]?.place ? [] : [index]));
  return [
    fileOf('national', lines),
    ...starts.map((start, index) => fileOf(lines[start]?.place ?? '', lines.slice(start, starts[index + 1]))),
  ];
}

/** `above_gross|per_diem` for bits of `rateFlags`. */
export function flagWords(flags: number): string {
  return rateFlags.filter((_, index) => (flags & (1 << index)) !== 0).join('|');
}
