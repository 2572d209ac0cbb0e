import type { BilledService, TypicalVisit, UnitRule } from '../domain/typicalVisit.ts';
import type { Reduction, VisitTerms } from '../domain/visitPayment.ts';
import { listOf } from './names.ts';
import { countOf, formatMoney, formatRatio } from './numbers.ts';

export const unitRuleNames: Readonly<Record<UnitRule, string>> = {
  'eight-minute': '8-minute rule',
  midpoint: 'midpoint rule',
};

export const reductionNames: Readonly<Record<Reduction, string>> = {
  none: 'no reduction',
  'practice-expense': 'half of practice expense after the first unit',
  'later-units': 'half of the rate after the first unit',
  'later-codes': 'half of the rate on later codes, all units of the first in full',
};

/** Definitions of the visit's figures: tables and exports read the same line. */
export const visitMethods = {
  visit: 'What the payer pays for this visit: units × rates, reduced and capped as the payer’s terms say.',
  average: 'The year’s payments ÷ the year’s visits: every kind of visit counts as often as it comes.',
  percentOfMedicare:
    'The year’s payments ÷ what Medicare allows for the same visits by its own rules (ratio of sums, before sequestration).',
  difference: 'The payer’s average visit minus Medicare’s, before sequestration.',
  year: 'All visits of the year at these payments.',
  terms: 'How minutes become units, and what later services, assistants and the visit’s cap do to the price.',
  received:
    'Sequestration takes 2% of the 80% that Medicare itself pays, not of the patient’s 20%: 1.6% of the allowed amount. It was suspended from May 2020 to March 2022 and 1% from April to June 2022; a year is shown as it ended.',
  unlike:
    'Payers without a reduction of their own are shown with every unit in full, Medicare with its therapy reduction: a part of the distance comes from that alone. Rate files do not say which payers reduce.',
  units: 'Units billed for the visit by each rule, and what is billed. Untimed services keep their units.',
  mix: 'Visits a year with this payer.',
  own: 'What your rates pay for the average visit by the payer’s terms.',
  market: 'What the market’s medians of the same payer pay for the same visits by the same terms.',
  medicare: 'What Medicare allows for the average visit by its own rules, before sequestration.',
  ofMarket: 'Own payment ÷ the market’s for the same visits.',
  toMarket: 'The market’s payment minus your own, for the average visit.',
  impactYear:
    'That times the visits a year with this payer: what the market’s payment would bring, or take away.',
  impact:
    'Both payments are for the same visits by the same terms; only the rates differ. The last row adds up the payers for which all three are known: averages by visits, shares as ratios of sums.',
  method:
    'Minutes become units by the payer’s rule (8-minute rule: all timed minutes together; midpoint rule: each code by itself). Medicare’s therapy reduction pays the unit with the highest practice expense in full, the one with the higher fee of equals, and every other always-therapy unit with half of its practice expense. A payer that reduces like Medicare is taken to have Medicare’s part of practice expense in its rate, because its rate does not say. “Half of the rate” has two readings: after the first unit of the code with the highest total allowance, or on every code but that one; both can be chosen. An assistant’s services (CQ, CO) are paid at 85% by Medicare from 2022, taken here of all that is allowed; others take it of Medicare’s own 80% alone, which leaves 88%. Amounts are unrounded until they are printed; Medicare’s are rounded to the cent in each locality first.',
} as const;

/** Instead of a sentence on the average visit, where every kind of visit comes 0 times. */
export const noVisitSentence = 'No visit comes in the year, so there is no average one.';

/** `8-minute rule; no reduction; assistants at 85.0%; at most $120.00 a visit`. */
export function visitTermsText({ rule, reduction, assistantShare, cap }: VisitTerms): string {
  return [
    unitRuleNames[rule],
    reductionNames[reduction],
    assistantShare === 1 ? 'assistants in full' : `assistants at ${formatRatio(assistantShare)}`,
    ...(cap === null ? [] : [`at most ${formatMoney(cap)} a visit`]),
  ].join('; ');
}

/** `97110 ×2, 97140 ×1`; says so when the minutes make no unit. */
export function billedText(services: readonly BilledService[]): string {
  return services.length === 0
    ? 'no unit'
    : services.map(({ code, units }) => `${code} ×${units}`).join(', ');
}

/** A visit and its units by both rules in a sentence: where they differ is where payers differ. */
export function visitUnitsSentence(
  visit: TypicalVisit,
  pooled: readonly BilledService[],
  each: readonly BilledService[],
): string {
  const what = listOf(
    visit.services.map((service) =>
      'minutes' in service
        ? `${countOf(service.minutes, 'minute')} of ${service.code}`
        : `${countOf(service.units, 'unit')} of ${service.code}`,
    ),
  );
  if (what === '') return `${visit.name}: no minutes or units that can be read; nothing is billed.`;
  const [a, b] = [billedText(pooled), billedText(each)];
  const units = a === b ? `${a} under either rule` : `${a} by the 8-minute rule, ${b} by the midpoint rule`;
  return `${visit.name}: ${what}${visit.assistant ? ', by an assistant' : ''}; ${units}.`;
}
