import { rateColumns } from '../data/readRateFile.ts';
import { groupBy } from '../domain/groupBy.ts';
import { payers } from '../domain/payer.ts';
import { dollarText } from '../export/dollarText.ts';
import { compareText } from './compareText.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';
import type { RateIndex } from './rateIndex.ts';
import type { SourceRate } from './readSourceRates.ts';

const payerOrder = new Map(payers.map((payer, index) => [payer.id, index]));

interface OrderedRate {
  readonly place: string;
  readonly cells: readonly string[];
  /** What the lines are sorted by, before their text: payer, provider, cents. */
  readonly order: readonly number[];
}

/**
 * For each code `rates/<code>/national.csv` and `rates/<code>/<ST>.csv`. Lines are sorted by state, payer, provider
 * and rate, so the state files laid end to end are the national one.
 */
export function rateFiles(rates: readonly SourceRate[], index: RateIndex): readonly OutputFile[] {
  const byCode = groupBy(rates, (rate) => rate.code);
  return [...byCode].flatMap(([code, codeRates]) => {
    const lines = codeRates.map((rate) => orderedRate(rate, index)).toSorted(compareRates);
    const states = [...groupBy(lines, (line) => line.place)];
    return [
      csvFile(`rates/${code}/national.csv`, rateColumns, lines.map(cellsOf)),
      ...states.map(([place, own]) => csvFile(`rates/${code}/${place}.csv`, rateColumns, own.map(cellsOf))),
    ];
  });
}

function orderedRate(rate: SourceRate, index: RateIndex): OrderedRate {
  const provider = index.providerOf(rate);
  const cells = [
    rate.place,
    `p${provider + 1}`,
    `n${index.planOf(rate) + 1}`,
    rate.codeType,
    rate.modifier,
    rate.setting,
    rate.billingClass,
    dollarText(rate.cents),
    rate.methodology,
    `s${index.fileOf(rate) + 1}`,
    rate.flags,
    String(rate.sourceRows),
  ];
  return { place: rate.place, cells, order: [payerOrder.get(rate.payer) ?? 0, provider, rate.cents] };
}

function compareRates(a: OrderedRate, b: OrderedRate): number {
  const byPlace = compareText(a.place, b.place);
  if (byPlace !== 0) return byPlace;
  for (const [position, value] of a.order.entries()) {
    const difference = value - (b.order[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(a.cells.join(), b.cells.join());
}

function cellsOf(rate: OrderedRate): readonly string[] {
  return rate.cells;
}
