import { countColumn } from '../../data/rateFileColumns.ts';
import { rateColumns } from '../../data/readRateFile.ts';
import { rateFlags } from '../../domain/rateTable.ts';
import { dollarText } from '../../export/dollarText.ts';
import { csvFile } from '../csvFile.ts';
import type { OutputFile } from '../outputFile.ts';
import type { Cell, Database } from './database.ts';
import { stepText } from './runStep.ts';

interface Line {
  readonly place: string;
  readonly cells: readonly string[];
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
  for await (const rows of database.pieces(await stepText('90-out'))) {
    for (const row of rows) {
      if (row[0] !== code) finish();
      code = String(row[0]);
      lines.push(lineOf(row));
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
    providers,
  ];
  return { place: String(place), cells: cells.map(String) };
}

function filesOf(code: string, lines: readonly Line[]): readonly OutputFile[] {
  const hasClasses = lines.some(({ cells }) => cells.at(-1) !== '1');
  const header = hasClasses ? [...rateColumns, countColumn] : rateColumns;
  const cellsOf = (some: readonly Line[]) => some.map(({ cells }) => cells.slice(0, header.length));
  const starts = lines.flatMap(({ place }, index) => (place === lines[index - 1]?.place ? [] : [index]));
  return [
    csvFile(`rates/${code}/national.csv`, header, cellsOf(lines)),
    ...starts.map((start, index) => {
      const own = lines.slice(start, starts[index + 1]);
      return csvFile(`rates/${code}/${own[0]?.place}.csv`, header, cellsOf(own));
    }),
  ];
}

/** `above_gross|per_diem` for bits of `rateFlags`. */
export function flagWords(flags: number): string {
  return rateFlags.filter((_, index) => (flags & (1 << index)) !== 0).join('|');
}
