import type { SortedList } from '../stats/countedList.ts';
import { mean } from '../stats/mean.ts';
import { percentileRank } from '../stats/percentileRank.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { absent, type Cell, present, valueOf } from './cell.ts';
import { type ContractLine, isInForce } from './contract.ts';
import type { ContractMarket, MarketRow } from './contractMarket.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { areaAmounts, type MedicareArea } from './medicareArea.ts';
import { minimumVotes, tooFew } from './minimumVotes.ts';
import { newestYear } from './newestYear.ts';
import type { PlaceCode } from './place.ts';
import { targetAmount } from './targetAmount.ts';

/** What a rate is to reach. */
export type Target =
  /** A percentile of the market, as a fraction. */
  | { readonly kind: 'percentile'; readonly p: number }
  /** A share of Medicare, as a fraction. */
  | { readonly kind: 'medicare'; readonly share: number };

/** Where the practice is, for Medicare's prices: in a state, because a contract has one. */
export interface DeskPlace extends MedicareArea {
  readonly place: PlaceCode;
}

export interface PositionInput {
  readonly lines: readonly ContractLine[];
  readonly market: ContractMarket;
  readonly schedule: FeeSchedule;
  readonly desk: DeskPlace;
  /** null = each line's own year, and the newest for a line that states none or one without tables. */
  readonly medicareYear: number | null;
  readonly target: Target;
}

/** One line beside Medicare and the market. Amounts are unrounded cents for one unit. */
export interface LinePosition {
  readonly line: ContractLine;
  readonly own: Cell;
  readonly medicareYear: number;
  readonly medicare: Cell;
  /** Own ÷ Medicare of the same code, year and locality. */
  readonly ofMedicare: Cell;
  /** undefined where the market holds no vote, or none that compares. */
  readonly market: MarketRow | undefined;
  readonly rank: Cell;
  readonly p25: Cell;
  readonly median: Cell;
  readonly p75: Cell;
  readonly target: Cell;
}

/** Lines in force, in the file's order. None is dropped: what has no benchmark says why. */
export function contractPositions(input: PositionInput): readonly LinePosition[] {
  return input.lines.filter(isInForce).map((line) => positionOf(line, input));
}

function positionOf(line: ContractLine, input: PositionInput): LinePosition {
  const { schedule, desk, target } = input;
  const medicareYear = yearOf(line, input);
  const reason = incomparable(line, desk);
  const medicare = reason ?? medicareCell(schedule, line, medicareYear, desk);
  const own = ownAmount(line, medicare);
  const market = reason ?? input.market(line);
  const votes = market.kind === 'value' ? comparableVotes(market.value) : market;
  const quantile = (p: number): Cell =>
    votes.kind === 'value' ? present(quantileSorted(votes.value, p)) : votes;
  const median = quantile(0.5);
  return {
    line,
    own,
    medicareYear,
    medicare,
    ofMedicare: quotient(own, medicare),
    market: valueOf(market),
    rank: rankAmong(votes, own),
    p25: quantile(0.25),
    median,
    p75: quantile(0.75),
    target: targetAmount({ line, market: valueOf(market), median, medicare }, target),
  };
}

function yearOf({ year }: ContractLine, { medicareYear, schedule }: PositionInput): number {
  if (medicareYear !== null) return medicareYear;
  return schedule.years.includes(year) ? year : newestYear(schedule.years);
}

/** Why a line is neither Medicare's nor the market's service at full price, or of another state. */
function incomparable({ modifier, place }: ContractLine, desk: DeskPlace) {
  if (place !== '' && place !== desk.place) return absent('not-comparable', `the line is of ${place}`);
  if (modifier !== '') return absent('not-comparable', `modifier ${modifier.replaceAll('|', ', ')}`);
  return undefined;
}

/** The mean over the desk's localities: non-facility, or facility where the place of service is one. */
function medicareCell(schedule: FeeSchedule, line: ContractLine, year: number, desk: DeskPlace): Cell {
  const key = line.site === 'facility' ? 'facility' : 'nonFacility';
  const amounts = areaAmounts(schedule, line.code, year, desk);
  return amounts.kind === 'absent' ? amounts : present(mean(amounts.value.map(({ amount }) => amount[key])));
}

function ownAmount({ terms }: ContractLine, medicare: Cell): Cell {
  return terms.kind === 'dollars' ? present(terms.amount) : scaled(medicare, terms.share);
}

/** The votes of a market where they are enough to have percentiles. */
function comparableVotes({ votes }: MarketRow): Cell<SortedList> {
  return votes.length < minimumVotes ? tooFew(votes.length) : present(votes);
}

/** The percentile rank of an amount among a market's votes. */
export function rankIn(market: MarketRow, own: Cell): Cell {
  return rankAmong(comparableVotes(market), own);
}

function rankAmong(votes: Cell<SortedList>, own: Cell): Cell {
  if (own.kind === 'absent') return own;
  return votes.kind === 'absent' ? votes : present(percentileRank(votes.value, own.value));
}

function scaled(cell: Cell, factor: number): Cell {
  return cell.kind === 'value' ? present(cell.value * factor) : cell;
}

/** Own ÷ base; the absence of the first before that of the other. */
export function quotient(own: Cell, base: Cell): Cell {
  if (own.kind === 'absent') return own;
  return base.kind === 'absent' ? base : present(own.value / base.value);
}

/** How far a rate is from another amount: the amount minus the rate, and that over the rate. */
export function gapTo(own: Cell, amount: Cell): { readonly dollars: Cell; readonly ratio: Cell } {
  if (own.kind === 'absent') return { dollars: own, ratio: own };
  if (amount.kind === 'absent') return { dollars: amount, ratio: amount };
  const difference = amount.value - own.value;
  return { dollars: present(difference), ratio: present(difference / own.value) };
}
