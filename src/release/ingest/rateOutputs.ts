import { countColumn } from '../../data/rateFileColumns.ts';
import { rateColumns } from '../../data/readRateFile.ts';
import { rateFlags } from '../../domain/rateTable.ts';
import { csvText } from '../../export/csvText.ts';
import { dollarText } from '../../export/dollarText.ts';
import type { OutputFile } from '../outputFile.ts';
import { StoredFile } from '../storedFile.ts';
import { chooseCodes, codeBatches } from './codeBatches.ts';
import type { Cell, Database } from './database.ts';
import { stepText } from './runStep.ts';

/**
 * `rates/<code>/national.csv` and `rates/<code>/<ST>.csv` of every code, one code after the other, each line to both
 * of its files as it comes: memory does not grow with them. Where some line stands for several providers, the code's
 * files have the column `count`.
 *
 * @param stage folder where they wait.
 */
export async function rateOutputs(database: Database, stage: string): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  const counted = await database.rows(
    'SELECT DISTINCT code FROM rate_line WHERE providers <> 1 ORDER BY code',
  );
  const hasClasses = new Set(counted.map(([code]) => code));
  let open: CodeFiles | null = null;
  const step = await stepText('90-out');
  for (const codes of await codeBatches(database)) {
    await chooseCodes(database, codes);
    for await (const rows of database.pieces(step)) {
      for (const row of rows) {
        const [code = ''] = row;
        if (open?.code !== code) {
          if (open !== null) files.push(...open.end());
          open = new CodeFiles(stage, String(code), hasClasses.has(code));
        }
        open.add(row);
      }
    }
  }
  if (open !== null) files.push(...open.end());
  return files;
}

/** The files of a code while its lines come, place by place. */
class CodeFiles {
  readonly code: string;
  readonly #stage: string;
  readonly #hasClasses: boolean;
  readonly #national: StoredFile;
  readonly #places: OutputFile[] = [];
  #place = '';
  #ofPlace: StoredFile | null = null;

  constructor(stage: string, code: string, hasClasses: boolean) {
    this.#stage = stage;
    this.code = code;
    this.#hasClasses = hasClasses;
    this.#national = this.#file('national');
  }

  /** @param row as `90-out.sql` gives it. */
  add(row: readonly Cell[]): void {
    const place = String(row[1]);
    if (this.#ofPlace === null || place !== this.#place) {
      this.#endPlace();
      this.#place = place;
      this.#ofPlace = this.#file(place);
    }
    const line = lineOf(row, this.#hasClasses);
    this.#national.add(line);
    this.#ofPlace.add(line);
  }

  end(): readonly OutputFile[] {
    this.#endPlace();
    return [this.#national.end(), ...this.#places];
  }

  #endPlace(): void {
    if (this.#ofPlace !== null) this.#places.push(this.#ofPlace.end());
    this.#ofPlace = null;
  }

  #file(where: string): StoredFile {
    const header = csvText(this.#hasClasses ? [...rateColumns, countColumn] : rateColumns, []);
    return new StoredFile(this.#stage, `rates/${this.code}/${where}.csv`, header);
  }
}

function lineOf(row: readonly Cell[], hasClasses: boolean): string {
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
    ...(hasClasses ? [providers] : []),
  ];
  return csvText(cells.map(String), []);
}

/** `above_gross|per_diem` for bits of `rateFlags`. */
export function flagWords(flags: number): string {
  return rateFlags.filter((_, index) => (flags & (1 << index)) !== 0).join('|');
}
