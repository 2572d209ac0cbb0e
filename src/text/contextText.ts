import { valueOf } from '../domain/cell.ts';
import type {
  Authority,
  AuthorityKind,
  Relation,
  RequirementName,
  Standing,
  Topic,
} from '../domain/codeContext.ts';
import type { ScheduleYear } from '../domain/scheduleYears.ts';
import { formatMoney } from './numbers.ts';

export const authorityKindWords: Readonly<Record<AuthorityKind, string>> = {
  coding: 'Coding authority',
  payer: 'Payer policy',
  'code-set': 'Code set',
  article: 'Article',
  ours: 'Our note',
};

/** How far a reader may trust each kind, in one line; also the order in which they are quoted. */
export const authorityKindNotes: Readonly<Record<AuthorityKind, string>> = {
  coding: 'CPT Professional and CPT Assistant: the only ones that say how a code is used.',
  payer: 'a payer’s rule for its own claims; Medicare’s are CMS’s.',
  'code-set': 'the owner of a public list: what a listed code means.',
  article: 'what a page or article says; it binds nobody.',
  ours: 'our own words, to be checked like any other.',
};

/** How near we came to the source; empty where nothing needs to be said beside the line. */
export const standingWords: Readonly<Record<Standing, string>> = {
  original: '',
  notes: 'from notes on it; the source itself was not in our input',
  quoted: 'as others quote it; the original was not read',
  excerpts: 'from public excerpts; the original was not read',
  ours: '',
};

/** `CPT Assistant, p. 7, August 2013`; a date that the name holds is not said twice. */
export function authorityName({ name, kind, date }: Authority): string {
  if (date !== '' && name.includes(date)) return name;
  return `${name}, ${date !== '' ? date : kind === 'code-set' ? 'edition not stated' : 'date not stated'}`;
}

/** As `authorityName`, with where and how near we read it: `…, as quoted in a coding column; the original was not read`. */
export function authorityLine(authority: Authority): string {
  const { readIn, standing } = authority;
  const name = authorityName(authority);
  switch (standing) {
    case 'quoted':
      return `${name}, as quoted in ${readIn}; the original was not read`;
    case 'excerpts':
    case 'notes':
      return `${name}, ${standingWords[standing]}`;
    case 'original':
    case 'ours':
      return name;
  }
}

export const topicTitles: Readonly<Record<Topic, string>> = {
  overview: 'What it is and why it matters',
  serviceType: 'Type of service',
  placeOfService: 'Where it is given',
  timeRules: 'How time is counted',
  whoBills: 'Who bills it',
  services: 'What it covers',
  conditions: 'What it is given for',
  whenToBill: 'When to bill it',
  documentation: 'What the record must hold',
  errors: 'Common errors',
  policies: 'Payers’ policies',
  vignette: 'An example from the clinic',
};

export const requirementWords: Readonly<
  Record<RequirementName, { readonly required: string; readonly 'not-required': string }>
> = {
  'one-on-one': { required: 'One on one', 'not-required': 'Not one on one' },
  'written-report': { required: 'Written report', 'not-required': 'No written report' },
  'timed-units': { required: 'Timed units', 'not-required': 'Not timed' },
};

export const relationWords: Readonly<Record<Relation, string>> = {
  compare: 'Compare',
  'followed-by': 'Comes after it',
  follows: 'Comes before it',
  together: 'On the same day',
  instead: 'Instead of it',
  'replaced-by': 'Took its place',
  replaces: 'It took the place of',
};

/** The fee schedule's own answer to "what does Medicare pay": `$32.03 (2025) to $36.09 (2020)`, never typed. */
export function scheduleAmountText(years: readonly ScheduleYear[]): string {
  const priced = years.flatMap(({ year, amount }) => {
    const cents = valueOf(amount);
    return cents === undefined ? [] : [{ year, cents }];
  });
  const [first] = priced;
  if (!first) return `Not priced in any year ${spanOf(years)}.`;
  const low = priced.reduce((best, each) => (each.cents < best.cents ? each : best), first);
  const high = priced.reduce((best, each) => (each.cents > best.cents ? each : best), first);
  const unit = 'for one unreduced unit, nationally (all indices 1)';
  if (low.cents === high.cents) return `${formatMoney(low.cents)} ${unit}, ${spanOf(priced)}.`;
  return `${formatMoney(low.cents)} (${low.year}) to ${formatMoney(high.cents)} (${high.year}) ${unit}, ${spanOf(priced)}.`;
}

/** Whether Medicare's tables still hold the code. */
export function scheduleListingText(code: string, years: readonly ScheduleYear[]): string {
  const priced = years.filter(({ amount }) => amount.kind === 'value');
  if (priced.length === 0) return `${code} is priced in no year ${spanOf(years)}.`;
  if (priced.length === years.length) return `${code} is priced in every year ${spanOf(years)}.`;
  return `${code} is priced in ${priced.map(({ year }) => year).join(', ')} only.`;
}

function spanOf(years: readonly { readonly year: number }[]): string {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  return first === last ? `in ${first}` : `from ${first} to ${last}`;
}
