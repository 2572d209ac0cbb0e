import type { FactorChoice, FeeSchedule } from '../domain/feeSchedule.ts';
import { limitingCharge } from '../domain/limitingCharge.ts';
import { medicareAmount, nationalPaymentAmount } from '../domain/medicareAmount.ts';
import type { ConversionFactor, GpciRow, RvuRow } from '../domain/medicareTables.ts';
import {
  factorGroupText,
  factorText,
  indexText,
  localityText,
  medicareMethods,
  periodText,
} from '../text/medicareText.ts';
import { methods } from '../text/methods.ts';
import { placeTitle } from '../text/names.ts';
import type { Operand, Working, WorkingPlace, WorkingStep } from './working.ts';

/** Which of the schedule's amounts. */
export type AmountKey = 'nonFacility' | 'facility' | 'therapyReduced';

export interface AmountInputs {
  readonly rvu: RvuRow;
  readonly factor: ConversionFactor;
}

/** What prices a code in a year; undefined where the schedule has no amount. */
export function amountInputs(
  schedule: FeeSchedule,
  code: string,
  year: number,
  choice: FactorChoice = {},
): AmountInputs | undefined {
  const rvu = schedule.relativeValues(code, year);
  const factor = schedule.factor(year, choice);
  return rvu.kind === 'value' && factor ? { rvu: rvu.value, factor } : undefined;
}

export const amountNames: Readonly<Record<AmountKey, string>> = {
  nonFacility: 'Non-facility amount',
  facility: 'Facility amount',
  therapyReduced: 'Amount of a later unit',
};

const amountDefinitions: Readonly<Record<AmountKey, string>> = {
  nonFacility: medicareMethods.nonFacility,
  facility: medicareMethods.facility,
  therapyReduced: medicareMethods.laterUnit,
};

/** The formula in symbols and words, the same for one locality and for many. */
export const amountRecipes: Readonly<Record<AmountKey, { symbols: string; words: string }>> = {
  nonFacility: recipe('PE', 'practice expense (non-facility)'),
  facility: recipe('PE', 'practice expense (facility)'),
  therapyReduced: recipe('½ PE', 'half of the practice expense (non-facility)'),
};

function recipe(expense: string, words: string): { symbols: string; words: string } {
  return {
    symbols: `round((work × work GPCI + ${expense} × PE GPCI + MP × MP GPCI) × CF, 2)`,
    words: `Multiply each relative value (work, ${words}, malpractice) by its geographic index, add the three, multiply by the conversion factor, and round once, half up to the cent.`,
  };
}

export interface LocalityAmountInput extends AmountInputs, WorkingPlace {
  /** null = the national payment amount: all indices 1. */
  readonly locality: GpciRow | null;
  readonly key: AmountKey;
}

/** One locality's amount from CMS's own tables; undefined for a later unit of a service that is not always therapy. */
export function localityAmountWorking(input: LocalityAmountInput): Working | undefined {
  const { rvu, factor, locality, key, origin, address } = input;
  const amount = locality ? medicareAmount(rvu, locality, factor) : nationalPaymentAmount(rvu, factor);
  const value = amount[key];
  if (value === null) return undefined;
  const name = locality ? localityName(locality) : 'national payment amount';
  return {
    kind: 'arithmetic',
    title: `${amountNames[key]} of ${rvu.code}, ${name}, ${periodText(factor)}`,
    value,
    column: 'money',
    ...amountRecipes[key],
    definition: `${methods.medicare} ${locality ? amountDefinitions[key] : medicareMethods.nationalPayment}`,
    excelFunction: 'ROUND',
    template: 'ROUND({unrounded},2)',
    operands: [...valueOperands(rvu, key), ...indexOperands(locality), factorOperand(factor)],
    steps: amountSteps(rvu, locality, factor, key),
    table: null,
    facts: [],
    leftOut: ['Sequestration, deductible and coinsurance, and every adjustment by claim'],
    origin,
    address,
  };
}

/** `Houston, Texas`, and a state that is one locality by its own name once. */
function localityName({ name, place }: GpciRow): string {
  return [...new Set([localityText(name), placeTitle(place)])].join(', ');
}

/** The three relative values that an amount is made of, as CMS prints them. */
export function valueOperands(rvu: RvuRow, key: AmountKey): readonly Operand[] {
  const facility = key === 'facility';
  const source = `CMS ${rvu.release}, relative values of ${rvu.code} for ${rvu.year} (medicare/rvu.csv)`;
  const operand = (id: string, label: string, hundredths: number): Operand => ({
    id,
    label,
    number: { plain: (hundredths / 100).toFixed(2) },
    unit: 'RVU',
    source,
  });
  return [
    operand('work', 'Work RVU', rvu.workRvu),
    operand(
      'pe',
      `Practice-expense RVU (${facility ? 'facility' : 'non-facility'})`,
      facility ? rvu.facilityPeRvu : rvu.nonFacilityPeRvu,
    ),
    operand('mp', 'Malpractice RVU', rvu.malpracticeRvu),
  ];
}

function indexOperands(locality: GpciRow | null): readonly Operand[] {
  const source = locality
    ? `CMS ${locality.release}, ${localityText(locality.name)} (contractor ${locality.mac}, locality ${locality.locality}) for ${locality.year} (medicare/gpci.csv)`
    : 'By definition of the national payment amount';
  const operand = (id: string, label: string, thousandths: number): Operand => ({
    id,
    label,
    number: { plain: indexText(thousandths) },
    unit: 'index',
    source,
  });
  return [
    operand('workGpci', 'Work GPCI', locality?.workGpci ?? 1000),
    operand('peGpci', 'PE GPCI', locality?.peGpci ?? 1000),
    operand('mpGpci', 'MP GPCI', locality?.malpracticeGpci ?? 1000),
  ];
}

/** The conversion factor of a working, with the days and the group it applies to. */
export function factorOperand(factor: ConversionFactor): Operand {
  const whose = factorGroupText[factor.appliesTo];
  return {
    id: 'cf',
    label: 'Conversion factor (CF)',
    number: { plain: factorText(factor) },
    unit: 'USD per RVU',
    source: `CMS, in force ${factor.from} to ${factor.to}${whose} (medicare/conversion-factors.csv)`,
  };
}

/** The expense's share in a later unit is halved by Medicare's therapy reduction. */
export function expenseTemplate(key: AmountKey): string {
  return key === 'therapyReduced' ? '0.5*{pe}*{peGpci}' : '{pe}*{peGpci}';
}

function amountSteps(
  rvu: RvuRow,
  locality: GpciRow | null,
  factor: ConversionFactor,
  key: AmountKey,
): readonly WorkingStep[] {
  const gpci = (thousandths: number | undefined) => (thousandths ?? 1000) / 1000;
  const expense = (key === 'facility' ? rvu.facilityPeRvu : rvu.nonFacilityPeRvu) / 100;
  const work = (rvu.workRvu / 100) * gpci(locality?.workGpci);
  const pe = expense * gpci(locality?.peGpci) * (key === 'therapyReduced' ? 0.5 : 1);
  const mp = (rvu.malpracticeRvu / 100) * gpci(locality?.malpracticeGpci);
  const step = (id: string, label: string, template: string, value: number, unit = 'RVU'): WorkingStep => ({
    id,
    label,
    template,
    value,
    unit,
  });
  return [
    step('workPart', 'Work, adjusted', '{work}*{workGpci}', work),
    step('pePart', 'Practice expense, adjusted', expenseTemplate(key), pe),
    step('mpPart', 'Malpractice, adjusted', '{mp}*{mpGpci}', mp),
    step('total', 'Sum', '{workPart}+{pePart}+{mpPart}', work + pe + mp),
    step('unrounded', 'Times the factor', '{total}*{cf}', (work + pe + mp) * (factor.factor / 10_000), 'USD'),
  ];
}

/** The non-facility amount × 1.0925, rounded once. */
export function limitingChargeWorking(input: Omit<LocalityAmountInput, 'key'>): Working | undefined {
  const amount = localityAmountWorking({ ...input, key: 'nonFacility' });
  if (!amount || !input.locality) return undefined;
  const { nonFacility } = medicareAmount(input.rvu, input.locality, input.factor);
  return {
    ...amount,
    title: amount.title.replace(amountNames.nonFacility, 'Limiting charge'),
    value: limitingCharge(nonFacility),
    symbols: 'round(amount × 1.0925, 2)',
    words:
      'Multiply the non-facility amount, as rounded, by 1.15 × 0.95 = 1.0925, and round once to the cent.',
    definition: medicareMethods.limitingCharge,
    template: 'ROUND({amount}*{share},2)',
    operands: [
      {
        id: 'amount',
        label: 'Non-facility amount',
        number: { cents: nonFacility },
        unit: 'USD',
        source: 'Made of CMS’s tables',
        from: () => amount,
      },
      {
        id: 'share',
        label: '115% of the non-participating 95%',
        number: { plain: '1.0925' },
        unit: '',
        source: '42 CFR 414.48',
      },
    ],
    steps: [],
  };
}
