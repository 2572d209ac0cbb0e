import { mean } from '../stats/mean.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { summarize } from '../stats/summary.ts';
import { type Cell, present } from './cell.ts';
import type { FactorChoice, FeeSchedule, LocalityAmount } from './feeSchedule.ts';
import { isPricedAtSite } from './medicareComparison.ts';
import { minimumVotes, tooFew } from './minimumVotes.ts';
import type { PlaceCode } from './place.ts';
import type { Site } from './scope.ts';

/** Medicare's row of a benchmark: the fee schedule over the localities of the place. Unrounded cents; n = localities. */
export interface MedicareBenchmark {
  readonly year: number;
  readonly place: PlaceCode | null;
  readonly localities: number;
  readonly mean: Cell;
  readonly p25: Cell;
  readonly median: Cell;
  readonly p75: Cell;
  readonly spread: Cell;
  readonly percentOfMedicare: Cell;
}

interface MedicareChoice extends FactorChoice {
  /** Of the percentiles: that of the table the row stands in; type 7 unless told. */
  readonly definition?: QuantileDefinition;
}

/**
 * Non-facility amounts, unreduced, one vote per locality, each rounded to the cent first as CMS publishes them.
 * Absent with its reason where the schedule does not pay this service at the site.
 */
export function medicareBenchmark(
  schedule: FeeSchedule,
  code: string,
  place: PlaceCode | null,
  year: number,
  site: Site,
  { definition, ...choice }: MedicareChoice = {},
): MedicareBenchmark {
  const amounts = pricedAmounts(schedule, code, place, year, site, choice);
  if (amounts.kind === 'absent') {
    const gap = { mean: amounts, p25: amounts, median: amounts, p75: amounts, spread: amounts };
    return { year, place, localities: 0, ...gap, percentOfMedicare: amounts };
  }
  const votes = amounts.value.map(({ amount }) => amount.nonFacility);
  const base = { year, place, localities: votes.length, percentOfMedicare: present(1) };
  if (votes.length < minimumVotes) {
    const gap = tooFew(votes.length, 'localities');
    return { ...base, mean: present(mean(votes)), p25: gap, median: gap, p75: gap, spread: gap };
  }
  const summary = summarize(votes, definition);
  return {
    ...base,
    mean: present(summary.mean),
    p25: present(summary.p25),
    median: present(summary.median),
    p75: present(summary.p75),
    spread: present(summary.spread),
  };
}

function pricedAmounts(
  schedule: FeeSchedule,
  code: string,
  place: PlaceCode | null,
  year: number,
  site: Site,
  choice: FactorChoice,
): Cell<readonly LocalityAmount[]> {
  const rvu = schedule.relativeValues(code, year);
  if (rvu.kind === 'absent') return rvu;
  const atSite = isPricedAtSite(rvu.value, site);
  return atSite.kind === 'absent' ? atSite : schedule.amounts(code, year, place, choice);
}
