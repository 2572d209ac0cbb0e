import { countColumn } from '../data/rateFileColumns.ts';
import { rateColumns } from '../data/readRateFile.ts';
import { payers } from '../domain/payer.ts';
import type { PlaceCode } from '../domain/place.ts';
import {
  billingClasses,
  codeTypes,
  type Plan,
  type Provider,
  type RateTable,
  rateFlags,
  settings,
} from '../domain/rateTable.ts';
import { csvText } from './csvText.ts';
import { dollarText } from './dollarText.ts';
import type { Renumbered } from './savedRates.ts';

interface NewIds {
  readonly providers: Renumbered<Provider>;
  readonly plans: Renumbered<Plan>;
  readonly sources: Renumbered<unknown>;
}

interface SortedRates {
  /** '' is not stated; it stands first. */
  readonly places: readonly (PlaceCode | '')[];
  /** The lines of a place (null = all), header first, some thousand at a time. */
  readonly pieces: (place: PlaceCode | null) => Generator<string>;
}

const linesAtOnce = 4096;

/** Lines by state, payer, provider and amount, then by their other cells; equal ones as one that counts them. */
export function sortedRates(table: RateTable, ids: NewIds): SortedRates {
  const payerOrder = new Map(payers.map(({ id }, index) => [id, index]));
  const payerOf = Uint8Array.from(table.plans, ({ payer }) => payerOrder.get(payer) ?? 0);
  const provider = table.provider.map((each) => ids.providers.place[each] as number);
  const plan = table.plan.map((each) => ids.plans.place[each] as number);
  const source = table.source.map((each) => ids.sources.place[each] as number);
  const modifier = rankOf(table.modifiers);
  const methodology = rankOf(table.methodologies);
  const header = table.counts ? [...rateColumns, countColumn] : rateColumns;
  const order = Uint32Array.from({ length: table.length }, (_, row) => row).sort(compare);
  const starts: number[] = [];
  const places: string[] = [];
  for (const [at, row] of order.entries()) {
    const place = placeOf(row);
    if (at > 0 && place === places.at(-1)) continue;
    places.push(place);
    starts.push(at);
  }
  starts.push(order.length);

  function placeOf(row: number): PlaceCode | '' {
    return table.providers[table.provider[row] as number]?.place ?? '';
  }
  function compare(a: number, b: number): number {
    return (
      comparePlaces(a, b) ||
      (payerOf[table.plan[a] as number] as number) - (payerOf[table.plan[b] as number] as number) ||
      (provider[a] as number) - (provider[b] as number) ||
      (table.cents[a] as number) - (table.cents[b] as number) ||
      compareRest(a, b)
    );
  }
  function comparePlaces(a: number, b: number): number {
    const [one, other] = [placeOf(a), placeOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  function compareRest(a: number, b: number): number {
    return (
      (plan[a] as number) - (plan[b] as number) ||
      (table.codeType[a] as number) - (table.codeType[b] as number) ||
      (modifier[table.modifier[a] as number] as number) - (modifier[table.modifier[b] as number] as number) ||
      (table.setting[a] as number) - (table.setting[b] as number) ||
      (table.billingClass[a] as number) - (table.billingClass[b] as number) ||
      (methodology[table.methodology[a] as number] as number) -
        (methodology[table.methodology[b] as number] as number) ||
      (source[a] as number) - (source[b] as number) ||
      (table.flags[a] as number) - (table.flags[b] as number)
    );
  }
  function cellsOf(row: number, rows: number): readonly string[] {
    const bits = table.flags[row] as number;
    return [
      placeOf(row),
      `p${(provider[row] as number) + 1}`,
      `n${(plan[row] as number) + 1}`,
      codeTypes[table.codeType[row] as number] ?? '',
      table.modifiers[table.modifier[row] as number] ?? '',
      settings[table.setting[row] as number] ?? '',
      billingClasses[table.billingClass[row] as number] ?? '',
      dollarText(table.cents[row] as number),
      table.methodologies[table.methodology[row] as number] ?? '',
      `s${(source[row] as number) + 1}`,
      rateFlags.filter((_, index) => (bits & (1 << index)) !== 0).join('|'),
      String(rows),
      ...(table.counts ? [String(table.counts[table.provider[row] as number])] : []),
    ];
  }
  function* pieces(place: PlaceCode | null): Generator<string> {
    const at = place === null ? -1 : places.indexOf(place);
    const end = at === -1 ? order.length : (starts[at + 1] as number);
    let lines: (readonly string[])[] = [];
    let isFirst = true;
    for (let from = at === -1 ? 0 : (starts[at] as number); from < end; ) {
      const row = order[from] as number;
      let rows = table.sourceRows[row] as number;
      for (from += 1; from < end && compare(row, order[from] as number) === 0; from++)
        rows += table.sourceRows[order[from] as number] as number;
      lines.push(cellsOf(row, rows));
      if (lines.length < linesAtOnce && from < end) continue;
      const text = csvText(header, lines);
      yield isFirst ? text : text.slice(text.indexOf('\n') + 1);
      isFirst = false;
      lines = [];
    }
  }
  return { places, pieces };
}

/** The place of each word among them, by code unit. */
function rankOf(words: readonly string[]): Uint32Array {
  const sorted = new Map([...new Set(words)].sort().map((word, rank) => [word, rank]));
  return Uint32Array.from(words, (word) => sorted.get(word) as number);
}
