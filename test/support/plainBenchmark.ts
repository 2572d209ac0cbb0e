import { readFileSync } from 'node:fs';

/** A benchmark's figures, in dollars; null where fewer than five votes give no percentiles. */
export interface PlainRow {
  readonly votes: number;
  readonly rates: number;
  readonly mean: number;
  readonly quartiles: readonly [p25: number, median: number, p75: number] | null;
}

type Line = Readonly<Record<string, string>>;

/**
 * The default benchmark of a code in a place, reckoned a second time and otherwise: from the text of the release's
 * files, with lists and loops a reader can follow, in dollars, with nothing of `src`.
 */
export function plainBenchmark(code: string, place: string | null): ReadonlyMap<string, PlainRow> {
  const plans = byId('plans.csv');
  const sources = byId('sources.csv');
  const votes = new Map<string, Map<string, number[]>>();
  for (const line of linesOf(`rates/${code}/${place ?? 'national'}.csv`)) {
    const plan = plans.get(line['plan'] ?? '');
    const isCounted =
      plan?.['line'] === 'Commercial' &&
      line['code_type'] !== 'APC' &&
      sources.get(line['source'] ?? '')?.['kind'] === 'hospital' &&
      line['billing_class'] !== 'professional' &&
      !['inpatient', 'emergency'].includes(line['setting'] ?? '') &&
      !/above_gross|per_diem|very_low|encounter_level/.test(line['flags'] ?? '') &&
      !/\b(CQ|CO)\b/.test(line['modifier'] ?? '');
    if (!isCounted) continue;
    const payer = plan['payer'] ?? '';
    const ofPayer = votes.get(payer) ?? new Map<string, number[]>();
    votes.set(payer, ofPayer);
    ofPayer.set(line['provider'] ?? '', [
      ...(ofPayer.get(line['provider'] ?? '') ?? []),
      Number(line['rate']),
    ]);
  }
  const rows = new Map<string, PlainRow>();
  for (const [payer, providers] of votes) rows.set(payer, rowOf([providers]));
  const buca = ['aetna', 'bcbs', 'cigna', 'uhg'].flatMap((payer) => votes.get(payer) ?? []);
  if (buca.length > 0) rows.set('buca', rowOf(buca));
  return rows;
}

function rowOf(payers: readonly ReadonlyMap<string, readonly number[]>[]): PlainRow {
  const lists = payers.flatMap((providers) => [...providers.values()]);
  // One vote each: the median of the distinct rates a provider has with a payer.
  const amounts = lists
    .map((rates) => quantile([...new Set(rates)].toSorted(ascending), 0.5))
    .toSorted(ascending);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    votes: amounts.length,
    rates: lists.reduce((sum, rates) => sum + rates.length, 0),
    mean: total / amounts.length,
    quartiles:
      amounts.length < 5 ? null : [quantile(amounts, 0.25), quantile(amounts, 0.5), quantile(amounts, 0.75)],
  };
}

function ascending(a: number, b: number): number {
  return a - b;
}

function quantile(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const low = sorted[Math.floor(position)] ?? Number.NaN;
  const high = sorted[Math.ceil(position)] ?? Number.NaN;
  return low + (high - low) * (position - Math.floor(position));
}

const known = new Map<string, readonly Line[]>();

/** A file's lines by heading; none where the release has no such file. Cells of these files hold no line break. */
function linesOf(path: string): readonly Line[] {
  const found = known.get(path);
  if (found) return found;
  let text: string;
  try {
    text = readFileSync(`public/data/${path}`, 'utf8');
  } catch {
    return [];
  }
  const [heading = '', ...lines] = text.trim().split('\n');
  const names = heading.split(',');
  const read = lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    );
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
  known.set(path, read);
  return read;
}

const indexes = new Map<string, ReadonlyMap<string, Line>>();

function byId(path: string): ReadonlyMap<string, Line> {
  const index = indexes.get(path) ?? new Map(linesOf(path).map((line) => [line['id'] ?? '', line]));
  indexes.set(path, index);
  return index;
}
