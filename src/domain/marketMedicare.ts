import { mean } from '../stats/mean.ts';
import { absent, type Cell, present } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { newestYear } from './newestYear.ts';
import { exactAmount, type PublishedFigure } from './published.ts';

/** The fee schedule beside a market's row. Our comparison: such rows print neither Medicare nor a share of it. */
export interface MarketMedicare {
  /** Of the row's own date; the newest in the release where it states none. */
  readonly year: number;
  /** The localities the amount is of, as CMS names them. One: the state's only one, or the one the market is named after. */
  readonly localities: readonly string[];
  /** Non-facility, unreduced; over several localities their mean. Unrounded cents. */
  readonly amount: Cell;
  /** Median ÷ that amount, or mean ÷ it where no median is printed; a fraction. */
  readonly ofMedicare: Cell;
}

/**
 * Locality: the only one of the state, else the one whose name stands in the market's name (`AUSTIN` for "Austin
 * metro"), else the mean over the state's. A metropolitan area may reach past the locality it is named after.
 *
 * Worked: Austin metro, 97110, 2024 → locality AUSTIN; Cigna's median 32.07 ÷ 29.91 = 107.2%.
 *
 * @returns undefined for a row without a market, and for one of traditional Medicare, which is checked as such
 */
export function marketMedicare(
  code: string,
  row: PublishedFigure,
  schedule: FeeSchedule,
): MarketMedicare | undefined {
  if (row.market === '' || row.payerClass === 'medicare') return undefined;
  const year = row.date === '' ? newestYear(schedule.years) : Number(row.date.slice(0, 4));
  if (row.place === null || row.place === 'US') {
    const gap = absent('not-comparable', 'its state is not stated');
    return { year, localities: [], amount: gap, ofMedicare: gap };
  }
  const amounts = schedule.amounts(code, year, row.place);
  if (amounts.kind === 'absent') return { year, localities: [], amount: amounts, ofMedicare: amounts };
  const named = amounts.value.filter(({ locality }) => isNamedIn(locality.name, row.market));
  const used = named.length === 1 ? named : amounts.value;
  const cents = mean(used.map(({ amount }) => amount.nonFacility));
  const printed = exactAmount(row, 'median') ?? exactAmount(row, 'mean');
  return {
    year,
    localities: used.map(({ locality }) => locality.name),
    amount: present(cents),
    ofMedicare: printed === undefined ? absent('not-in-input') : present(printed / cents),
  };
}

/** Whole words only, so that a market named "Austintown" is not Austin. */
function isNamedIn(localityName: string, market: string): boolean {
  const words = (text: string) =>
    ` ${text
      .toUpperCase()
      .replaceAll(/[^A-Z]+/g, ' ')
      .trim()} `;
  const [name] = localityName.split(/[,(]/) as [string];
  return words(market).includes(words(name));
}
