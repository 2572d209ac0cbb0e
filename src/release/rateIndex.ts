import { payers } from '../domain/payer.ts';
import type { Problem } from '../domain/problem.ts';
import { compareText } from './compareText.ts';
import { InputError } from './inputError.ts';
import type { SourceFile } from './readSourceFiles.ts';
import type { SourceRate } from './readSourceRates.ts';

/** The tables the rates point into, each in the order of its ids: `providers[0]` is `p1`, `plans[0]` is `n1`, `files[0]` is `s1`. */
export interface RateIndex {
  readonly providers: readonly SourceRate[];
  readonly plans: readonly SourceRate[];
  readonly files: readonly IndexedFile[];
  readonly providerOf: (rate: SourceRate) => number;
  readonly planOf: (rate: SourceRate) => number;
  readonly fileOf: (rate: SourceRate) => number;
}

export interface IndexedFile {
  readonly file: SourceFile;
  readonly publishers: readonly string[];
  readonly rows: number;
}

const payerOrder = new Map(payers.map((payer, index) => [payer.id, index]));

/**
 * Gives providers, plans and published files their ids, by sorted order so that equal inputs give equal ids.
 * A provider is a name in a state; a file is a name and a date (one file may serve several hospitals).
 *
 * @throws InputError when one provider has two identifiers, or a rate names a file `sources.csv` does not hold.
 */
export function indexRates(rates: readonly SourceRate[], sourceFiles: readonly SourceFile[]): RateIndex {
  const providers = distinct(rates, providerKey);
  const plans = distinct(rates, planKey);
  checkIdentifiers(rates, providers);
  const files = indexedFiles(rates, sourceFiles);
  const providerIndex = positions(providers, providerKey);
  const planIndex = positions(plans, planKey);
  const fileIndex = positions(files, ({ file }) => fileKey(file.name, file.date));
  return {
    providers,
    plans,
    files,
    providerOf: (rate) => providerIndex.get(providerKey(rate)) ?? -1,
    planOf: (rate) => planIndex.get(planKey(rate)) ?? -1,
    fileOf: (rate) => fileIndex.get(fileKey(rate.sourceFile, rate.fileDate)) ?? -1,
  };
}

/** Key parts are joined with a character that no cell holds, and that sorts before all that do. */
function key(...parts: readonly string[]): string {
  return parts.join('\u0001');
}

function providerKey(rate: SourceRate): string {
  return key(rate.place, rate.providerName);
}

function planKey(rate: SourceRate): string {
  const order = String(payerOrder.get(rate.payer)).padStart(2, '0');
  return key(order, rate.payerRaw, rate.plan, rate.parent, rate.line);
}

function fileKey(name: string, date: string): string {
  return key(name, date);
}

function distinct<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return [...byKey].toSorted(([a], [b]) => compareText(a, b)).map(([, row]) => row);
}

function positions<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, number> {
  return new Map(rows.map((row, index) => [keyOf(row), index]));
}

function checkIdentifiers(rates: readonly SourceRate[], providers: readonly SourceRate[]): void {
  const identifiers = new Map(providers.map((rate) => [providerKey(rate), rate.providerIdentifier]));
  const odd = rates.filter((rate) => identifiers.get(providerKey(rate)) !== rate.providerIdentifier);
  const message = 'One provider has two identifiers in the file.';
  if (odd.length > 0)
    throw new InputError(odd.slice(0, 5).map((rate) => problem(rate.providerName, message)));
}

function indexedFiles(
  rates: readonly SourceRate[],
  sourceFiles: readonly SourceFile[],
): readonly IndexedFile[] {
  const counts = new Map<string, number>();
  for (const rate of rates) {
    const name = fileKey(rate.sourceFile, rate.fileDate);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const parts = new Map<string, SourceFile[]>();
  for (const file of sourceFiles) {
    const name = fileKey(file.name, file.date);
    parts.set(name, [...(parts.get(name) ?? []), file]);
  }
  const unknown = rates.filter((rate) => {
    const file = parts.get(fileKey(rate.sourceFile, rate.fileDate))?.[0];
    return file?.kind !== rate.kind || file.place !== rate.place;
  });
  if (unknown.length > 0) {
    const message = 'sources.csv has no file with this name, date, state and kind.';
    throw new InputError(unknown.slice(0, 5).map((rate) => problem(rate.sourceFile, message)));
  }
  return [...parts]
    .flatMap(([name, [file, ...others]]) => {
      if (!file) return [];
      const publishers = [file, ...others].map((part) => part.publisher).toSorted(compareText);
      return [{ file, publishers, rows: counts.get(name) ?? 0 }];
    })
    .toSorted((a, b) => compareText(fileSortKey(a), fileSortKey(b)));
}

function fileSortKey({ file }: IndexedFile): string {
  return key(file.place, file.name, file.date);
}

function problem(found: string, message: string): Problem {
  return { file: 'commercial/rates.csv', line: 0, column: '', found, message, leftOut: true };
}
