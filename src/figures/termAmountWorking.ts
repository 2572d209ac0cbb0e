import {
  type Charge,
  type ContractTerm,
  chargeIn,
  type MedicareYear,
  medicareOf,
  stepsOf,
} from '../domain/contractTerm.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { TermComparison, TermSide } from '../domain/termComparison.ts';
import { areaSource } from '../text/areaText.ts';
import { chargeText, termMethods, termNames, termText } from '../text/termText.ts';
import { areaAmountWorking } from './areaAmountWorking.ts';
import type { Operand, Working, WorkingPlace } from './working.ts';

export interface TermWorkingInput extends WorkingPlace {
  readonly comparison: TermComparison;
  readonly a: ContractTerm;
  readonly b: ContractTerm;
  readonly charge: Charge | null;
  readonly units: number;
  /** Medicare's assumed yearly change. */
  readonly growth: number;
  /** CMS's own years. */
  readonly known: readonly MedicareYear[];
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly area: MedicareArea;
  /** The area by name. */
  readonly where: string;
  /** The code's own fixed amount in the list; unrounded cents. */
  readonly listed: number | null;
}

interface Parts extends Pick<Working, 'title' | 'value' | 'template' | 'operands'> {
  readonly symbols: string;
  readonly words: string;
  readonly definition: string;
  readonly column?: 'signed-money';
}

/** A working with what all of the terms' have in common. */
export function termArithmetic(input: TermWorkingInput, parts: Parts): Working {
  const { a, b, charge, origin, address } = input;
  return {
    kind: 'arithmetic',
    column: 'money',
    excelFunction: 'Arithmetic',
    steps: [],
    table: null,
    facts: [
      { term: 'A', text: termText(a) },
      { term: 'B', text: termText(b) },
      ...(charge ? [{ term: 'Charge', text: chargeText(charge) }] : []),
    ],
    leftOut: ['Reductions for several services a day, and every adjustment by claim'],
    origin,
    address,
    ...parts,
  };
}

/** CMS's own amount, or the last one moved on by the assumed change. */
export function medicareYearWorking(
  input: TermWorkingInput,
  { year, amount, isAssumed }: MedicareYear,
): Working | undefined {
  const { schedule, code, area, where, known, growth, origin, address } = input;
  if (amount.kind === 'absent') return undefined;
  if (!isAssumed) {
    return areaAmountWorking({ schedule, code, area, year, origin, address }, 'nonFacility');
  }
  const last = known.at(-1);
  if (last?.amount.kind !== 'value') return undefined;
  const times = year - last.year;
  return termArithmetic(input, {
    title: `Medicare assumed for ${code}, ${where}, ${year}`,
    value: amount.value,
    symbols: `Medicare ${last.year} × (1 + change)^${times}`,
    words: `Take Medicare’s amount of ${last.year} and change it by the assumed share once for each year after.`,
    definition: termMethods.medicare,
    template: `{last}${'*(1+{growth})'.repeat(times)}`,
    operands: [
      medicareOperand(input, 'last', last, last.amount.value),
      number('growth', 'Assumed yearly change', growth, 'Stated beside the figure'),
    ],
  });
}

function medicareOperand(input: TermWorkingInput, id: string, year: MedicareYear, cents: number): Operand {
  return {
    id,
    label: `Medicare ${year.year}${year.isAssumed ? ', assumed' : ''}`,
    number: { cents },
    unit: 'USD',
    source: year.isAssumed ? 'The stated assumption' : areaSource(input.area, input.where),
    from: () => medicareYearWorking(input, year) as Working,
  };
}

function number(id: string, label: string, value: number, source: string): Operand {
  return { id, label, number: { plain: String(value) }, unit: 'share', source };
}

function chargeOperand(input: TermWorkingInput, charge: Charge, year: number): Operand {
  const cents = chargeIn(charge, year);
  return {
    id: 'charge',
    label: `Charge ${year}`,
    number: { cents },
    unit: 'USD',
    source: chargeText(charge),
    ...(year === charge.year || charge.growth === 0
      ? {}
      : {
          from: () =>
            termArithmetic(input, {
              title: `Charge for ${input.code} in ${year}`,
              value: cents,
              symbols: 'known charge × (1 + change)^years',
              words: 'Move the known charge by its yearly change, forwards or backwards.',
              definition: chargeText(charge),
              template: `{known}${(year > charge.year ? '*(1+{growth})' : '/(1+{growth})').repeat(Math.abs(year - charge.year))}`,
              operands: [
                {
                  id: 'known',
                  label: `Charge ${charge.year}`,
                  number: { cents: charge.amount },
                  unit: 'USD',
                  source: 'As entered',
                },
                number('growth', 'Yearly change of the charge', charge.growth, 'As entered'),
              ],
            }),
        }),
  };
}

/** What a term pays for one unit in a year: its base, its rises, and the charge where that is the limit. */
export function amountWorking(input: TermWorkingInput, side: TermSide, index: number): Working | undefined {
  const year = input.comparison.years[index];
  const term = input[side];
  const paid = year?.[side];
  if (!year || paid?.amount.kind !== 'value') return undefined;
  const { base, lesserOfCharges } = term;
  const { charge } = input;
  const steps = stepsOf(term, index);
  const operands: Operand[] = [];
  let template = '{share}*{medicare}';
  if (base.kind === 'dollars' || base.kind === 'listed') {
    const isListed = base.kind === 'listed';
    operands.push({
      id: 'dollars',
      label: 'Fixed amount',
      number: { cents: isListed ? (input.listed ?? 0) : base.amount },
      unit: 'USD',
      source: isListed ? 'The list of codes' : 'The term',
    });
    template = '{dollars}';
  } else {
    operands.push(
      number(
        'share',
        `Share of ${base.kind === 'charges' ? 'the charge' : 'Medicare'}`,
        base.share,
        'The term',
      ),
    );
  }
  if (base.kind === 'medicare') {
    const run = input.comparison.years.map(({ medicare }) => medicare);
    const meant = medicareOf(base.year, year.medicare, run, input.known);
    if (meant.amount.kind === 'value')
      operands.push(medicareOperand(input, 'medicare', meant, meant.amount.value));
  }
  if (base.kind === 'charges') template = '{share}*{charge}';
  if (charge && (base.kind === 'charges' || lesserOfCharges)) {
    operands.push(chargeOperand(input, charge, year.medicare.year));
  }
  steps.forEach((step, at) => {
    operands.push(number(`rise${at}`, `Rise ${at + 1}`, step, 'The term'));
    template += `*(1+{rise${at}})`;
  });
  return termArithmetic(input, {
    title: `${termNames[side]} for ${input.code}, ${input.where}, ${year.medicare.year}`,
    value: paid.amount.value,
    symbols: `${lesserOfCharges ? 'min(' : ''}base × rises${lesserOfCharges ? ', charge)' : ''}`,
    words: `Take ${termText({ ...term, escalator: { kind: 'typed', rates: [] }, lesserOfCharges: false })}${steps.length > 0 ? ', multiply by each rise since the first year' : ''}${lesserOfCharges ? ', and pay no more than the charge' : ''}.`,
    definition: termMethods.amount,
    template: lesserOfCharges ? `MIN(${template},{charge})` : template,
    operands,
  });
}
