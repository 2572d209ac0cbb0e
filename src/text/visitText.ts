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
  'later-codes': 'half of the rate on later codes',
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
    'Sequestration takes 2% of the 80% that Medicare itself pays, not of the patient’s 20%: 1.6% of the allowed amount. It was suspended from May 2020 to March 2022.',
  unlike:
    'Payers without a reduction of their own are shown with every unit in full, Medicare with its therapy reduction: a part of the distance comes from that alone. Rate files do not say which payers reduce.',
  method:
    'Minutes become units by the payer’s rule (8-minute rule: Medicare Claims Processing Manual, chapter 5, 20.2; midpoint rule: CPT, each code by itself). Medicare’s therapy reduction pays the unit with the highest practice expense in full and every other always-therapy unit with half of its practice expense. A payer that reduces like Medicare is taken to have Medicare’s part of practice expense in its rate, because its rate does not say. An assistant’s services (CQ, CO) are paid at 85% by Medicare from 2022. Amounts are unrounded until they are printed; Medicare’s are rounded to the cent in each locality first.',
} as const;

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
  const [a, b] = [billedText(pooled), billedText(each)];
  const units = a === b ? `${a} under either rule` : `${a} by the 8-minute rule, ${b} by the midpoint rule`;
  return `${visit.name}: ${what}${visit.assistant ? ', by an assistant' : ''}; ${units}.`;
}
