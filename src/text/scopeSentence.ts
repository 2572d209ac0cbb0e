import { minimumVotes, type Scope, type Vintage } from '../domain/scope.ts';

const siteWords: Record<Scope['site'], string> = {
  hospital:
    'hospital outpatient rates from hospitals’ own files (not professional, not inpatient or emergency)',
  office: 'office and other professional rates (not inpatient or emergency)',
  all: 'rates of every site, inpatient and emergency included',
};

/** The scope as one sentence a reader can check: what counts, what does not, and how votes are cast. */
export function scopeSentence(scope: Scope): string {
  const rows =
    scope.leftOutRows === 'out'
      ? 'without rows that contradict their own file (above the gross charge, per day, a few dollars, a whole encounter) and without assistant modifiers CQ and CO'
      : 'with rows that contradict their own file, encounter-level rows and assistant modifiers CQ and CO counted too';
  const types = scope.leftOutRows === 'out' ? 'CPT and HCPCS rows; ' : '';
  const votes =
    scope.basis === 'providers'
      ? 'one vote per provider and payer, the median of its distinct rates'
      : 'one vote per published rate';
  return `Commercial plans; ${types}${siteWords[scope.site]}; ${vintageWords(scope.vintage)}; ${votes}; ${rows}.`;
}

/** The statistical method in a sentence. */
export function methodSentence(scope: Scope): string {
  const noun = scope.basis === 'providers' ? 'providers' : 'rates';
  return `Percentiles by linear interpolation (type 7, Excel PERCENTILE.INC); none for fewer than ${minimumVotes} ${noun}. Amounts are for one unit, rounded once, half away from zero.`;
}

function vintageWords({ from, to }: Vintage): string {
  if (from === null && to === null) return 'files of every year';
  if (from === to) return `files of ${from}`;
  if (to === null) return `files of ${from} and later`;
  if (from === null) return `files of ${to} and earlier`;
  return `files of ${from} to ${to}`;
}
