import type { MethodologyGroup } from '../domain/methodology.ts';
import { minimumVotes } from '../domain/minimumVotes.ts';
import type { PlanLine } from '../domain/payer.ts';
import { systemPrefix } from '../domain/providerKey.ts';
import type { Scope, Vintage } from '../domain/scope.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';

const siteWords: Readonly<Record<Scope['site'], string>> = {
  hospital:
    'hospital outpatient rates from hospitals’ own files (not professional, not inpatient or emergency)',
  office: 'office and other professional rates (not inpatient or emergency)',
  all: 'rates of every site, inpatient and emergency included',
};

/** Plan lines as a reader says them. */
export const lineText: Readonly<Record<PlanLine, string>> = {
  Commercial: 'Commercial plans',
  'Exchange / individual': 'Exchange and individual plans',
  'Medicare Advantage': 'Medicare Advantage plans',
  'Medicaid / CHIP': 'Medicaid and CHIP plans',
  'Medicare (traditional)': 'Traditional Medicare as hospitals publish it',
  'Medicare supplement': 'Medicare supplement plans',
  'Tricare/VA': 'Tricare and VA',
  "Workers' comp / auto": 'Workers’ compensation and auto',
  Behavioral: 'Behavioral health plans',
  Unspecified: 'Plans of no stated line',
};

export const methodologyText: Readonly<Record<MethodologyGroup, string>> = {
  'fee-schedule': 'fee schedule',
  negotiated: 'negotiated, not said how',
  'percent-of-charges': 'percent of charges turned into dollars',
  'per-diem': 'per diem',
  estimate: 'estimate or average payment',
  other: 'other methodology',
  unstated: 'methodology not stated',
};

/** The percentile definitions with the names they have elsewhere. */
export const definitionText: Readonly<Record<QuantileDefinition, string>> = {
  type7: 'linear interpolation (type 7, Excel PERCENTILE.INC)',
  type6: 'linear interpolation (type 6, Excel PERCENTILE.EXC)',
  nearestRank: 'nearest rank (type 1, SQL PERCENTILE_DISC)',
};

/**
 * The scope as one sentence a reader can check: what counts, what does not, and how votes are cast.
 *
 * @param providerName of the scope's provider or health system (`Benchmark.providerName`); null = known by its key alone
 */
export function scopeSentence(scope: Scope, providerName: string | null = null): string {
  const parts = [
    lineText[scope.line],
    scope.leftOutRows === 'out' ? 'CPT and HCPCS rows' : '',
    siteWords[scope.site],
    vintageWords(scope.vintage),
    scope.providerType === null ? '' : typeWords[scope.providerType],
    scope.provider === null ? '' : `only ${providerWords(scope.provider, providerName)}`,
    scope.methodology === null ? '' : `only ${methodologyText[scope.methodology]}`,
    modifierWords(scope.modifier),
    scope.basis === 'providers'
      ? 'one vote per provider and payer, the median of its distinct rates'
      : 'one vote per published rate',
    scope.leftOutRows === 'out'
      ? 'without rows that contradict their own file (above the gross charge, per day, a few dollars, a whole encounter) and without assistant modifiers CQ and CO'
      : 'with rows that contradict their own file, encounter-level rows and assistant modifiers CQ and CO counted too',
    scope.outliers === 'out' ? 'without votes flagged as implausible' : '',
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

/** What a benchmark counts: a provider's vote, or each published rate by itself. */
export type CountedNoun = 'vote' | 'rate';

export function countedNoun({ basis }: Scope): CountedNoun {
  return basis === 'providers' ? 'vote' : 'rate';
}

/** The statistical method in a sentence. */
export function methodSentence(scope: Scope): string {
  return `Percentiles by ${definitionText[scope.definition]}; none for fewer than ${minimumVotes} ${countedNoun(scope)}s. Amounts are for one unit, rounded once, half away from zero.`;
}

const typeWords = { hospital: 'files of hospitals', clinic: 'clinics and groups in payers’ files' } as const;

/** `the health system “Sutter Health”`; `… “sutter health”` from the key: a link may name one this release does not have. */
function providerWords(key: string, name: string | null): string {
  const isSystem = key.startsWith(systemPrefix);
  const words = name ?? (isSystem ? key.slice(systemPrefix.length) : key).replaceAll('-', ' ');
  return isSystem ? `the health system “${words}”` : `the provider “${words}”`;
}

function modifierWords(modifier: string | null): string {
  if (modifier === null) return '';
  return modifier === 'none' ? 'only rates without a modifier' : `only rates with modifier ${modifier}`;
}

function vintageWords({ from, to }: Vintage): string {
  if (from === null && to === null) return 'files of every year';
  if (from === to) return `files of ${from}`;
  if (to === null) return `files of ${from} and later`;
  if (from === null) return `files of ${to} and earlier`;
  return `files of ${from} to ${to}`;
}
