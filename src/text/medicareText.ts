import type { LocalityFloor } from '../domain/localityFloors.ts';
import type { ConversionFactor, RvuRow } from '../domain/medicareTables.ts';

/** Definitions of the fee-schedule figures: tables, pages and exports read the same line. */
export const medicareMethods = {
  nonFacility: 'One unit in an office or another place that is not a facility.',
  facility:
    'One unit in a hospital or another facility. Always-therapy services have one practice expense for both.',
  laterUnit:
    'Each unit after the day’s first under Medicare’s therapy reduction: half of the practice expense. Always-therapy services only.',
  limitingCharge:
    'The most a provider who does not participate and does not take assignment may charge: the non-facility amount × 1.0925, rounded once. A contractor’s own list rounds in steps and may differ by a cent.',
  nationalPayment:
    'Relative values × conversion factor, all geographic indices 1. Not the mean over localities, which is higher.',
  workGpci: 'Geographic index of work, as CMS prints it: with its floors.',
  peGpci: 'Geographic index of practice expense, with its floors.',
  malpracticeGpci: 'Geographic index of malpractice insurance.',
} as const;

const floorWords: Record<LocalityFloor, string> = {
  'alaska-work': 'work floor 1.5 (Alaska)',
  'frontier-pe': 'practice-expense floor 1.0 (frontier state)',
  // The tables hold indices with the floor in them, so 1.000 may also be what it is without one: so it is in Minnesota,
  // Puerto Rico, Virginia and the Virgin Islands by CMS's first file of 2026, which prints both.
  work: 'work at 1.0 (the floor’s level)',
};

export function floorText(floor: LocalityFloor): string {
  return floorWords[floor];
}

/** CMS's status letter of a priced code; why an unpriced one has no amount is its absence's detail. */
export function pricedStatusText(status: string): string {
  switch (status) {
    case 'A':
      return 'Active: paid from its relative values when covered.';
    case 'R':
      return 'Restricted coverage: special coverage rules apply; paid from its relative values where covered.';
    case 'T':
      return 'Paid only when the provider bills no other service of the fee schedule for the same day.';
    default:
      return `Status ${status}.`;
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-03-09` → `Mar 9`. */
function dayText(date: string): string {
  return `${months[Number(date.slice(5, 7)) - 1] ?? ''} ${Number(date.slice(8))}`;
}

/** `2025`, `2024 (to Mar 8)`, `2024 (from Mar 9)`, `2026 (QP)`. */
export function periodText({ year, from, to, appliesTo }: ConversionFactor): string {
  const limits = [
    from.endsWith('-01-01') ? '' : `from ${dayText(from)}`,
    to.endsWith('-12-31') ? '' : `to ${dayText(to)}`,
    appliesTo === 'QP' ? 'QP' : '',
  ].filter((limit) => limit !== '');
  return limits.length === 0 ? String(year) : `${year} (${limits.join(' ')})`;
}

/** The same in a sentence, with the days or participants an amount holds for: `2025`, `2024 from Mar 9`, `2026 for QPs`. */
export function periodWords(factor: ConversionFactor | undefined, year: number): string {
  return factor ? periodText(factor).replace(/[()]/g, '').replace('QP', 'for QPs') : String(year);
}

/** Whom a conversion factor is for, as the end of a phrase; empty where it is everybody's. */
export const factorGroupText: Readonly<Record<ConversionFactor['appliesTo'], string>> = {
  all: '',
  nonQP: ', for everyone but qualifying APM participants',
  QP: ', for qualifying APM participants',
};

/** `334009` → `33.4009`. */
export function factorText({ factor }: ConversionFactor): string {
  return (factor / 10_000).toFixed(4);
}

/** `Relative values 0.87: work 0.45, practice expense 0.41, malpractice 0.01.` */
export function relativeValuesText(rvu: RvuRow): string {
  const { workRvu, nonFacilityPeRvu, facilityPeRvu, malpracticeRvu } = rvu;
  const facility = nonFacilityPeRvu === facilityPeRvu ? '' : ` (facility ${hundredths(facilityPeRvu)})`;
  return `Relative values ${hundredths(workRvu + nonFacilityPeRvu + malpracticeRvu)}: work ${hundredths(workRvu)}, practice expense ${hundredths(nonFacilityPeRvu)}${facility}, malpractice ${hundredths(malpracticeRvu)}.`;
}

function hundredths(value: number): string {
  return (value / 100).toFixed(2);
}

/** `1064` → `1.064`. */
export function indexText(thousandths: number): string {
  return (thousandths / 1000).toFixed(3);
}

const kept = new Set(['NYC', 'NJ', 'DC', 'MD', 'VA', 'N']);
const small = new Set(['OF', 'AND', 'IN']);

/** CMS's capitals as a reader's words: `REST OF TEXAS` → `Rest of Texas`, `SEATTLE (KING CNTY)` → `Seattle (King County)`. */
export function localityText(name: string): string {
  return name
    .replace(/\bCNTY\b/g, 'COUNTY')
    .replace(/\bCNTYS\b/g, 'COUNTIES')
    .replace(/[A-Z']+/g, (word, at: number) => {
      if (kept.has(word)) return word;
      const lower = word.toLowerCase();
      return small.has(word) && at > 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    });
}
