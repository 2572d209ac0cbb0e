import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { VisitBoard, VisitRow } from '../domain/visitBoard.ts';
import type { PaidService } from '../domain/visitPayment.ts';
import { areaSource } from '../text/areaText.ts';
import { countOf } from '../text/numbers.ts';
import { visitTermsText } from '../text/visitText.ts';
import { areaAmountWorking } from './areaAmountWorking.ts';
import type { AmountKey } from './medicareWorking.ts';
import type { Operand, Working, WorkingPlace, WorkingStep } from './working.ts';

export interface VisitWorkingInput extends WorkingPlace {
  readonly board: VisitBoard;
  /** The area by name. */
  readonly where: string;
  readonly schedule: FeeSchedule;
  /** What the payers' rates are, for the operands. */
  readonly rates: string;
}

/** The numbers of one code in a visit; every name ends in the code's place in the visit. */
export function serviceParts(
  { board, where, schedule, rates, origin, address }: VisitWorkingInput,
  row: VisitRow,
  service: PaidService,
  at: number,
): { readonly operands: readonly Operand[]; readonly steps: readonly WorkingStep[] } {
  const { code, units, inFull, full, lower, amount } = service;
  const { area, medicareYear: year } = board;
  const others = units - inFull;
  const cell = { schedule, code, area, year, origin, address };
  const medicare = (id: string, label: string, cents: number, key: AmountKey): Operand => ({
    id: `${id}${at}`,
    label: `${code}: ${label}`,
    number: { cents },
    unit: 'USD',
    source: `${areaSource(area, where)}, ${year}`,
    from: () => areaAmountWorking(cell, key) as Working,
  });
  const isMedicare = row.payer === null;
  const n = row.payer?.rates.get(code)?.n ?? 0;
  const rate: Operand = isMedicare
    ? medicare('rate', 'amount in full', full, 'nonFacility')
    : {
        id: `rate${at}`,
        label: `${code}: rate`,
        number: { cents: full },
        unit: 'USD',
        source: `${rates}, n = ${n}`,
      };
  const base = board.medicareRate(code);
  const reduced = base.kind === 'value' ? base.value.reduced : null;
  const operands: Operand[] = [
    plainOperand(`full${at}`, `${code}: units in full`, inFull, 'units', visitTermsText(row.terms)),
    plainOperand(`later${at}`, `${code}: other units`, others, 'units', 'The rest of the units billed'),
    rate,
  ];
  const steps: WorkingStep[] = [];
  let lowerName = `{rate${at}}`;
  if (others > 0 && (row.terms.reduction === 'later-codes' || row.terms.reduction === 'later-units')) {
    lowerName = `{rate${at}}/2`;
  } else if (others > 0 && isMedicare && reduced !== null) {
    operands.push(medicare('lower', 'amount of a later unit', lower, 'therapyReduced'));
    lowerName = `{lower${at}}`;
  } else if (others > 0 && base.kind === 'value' && reduced !== null) {
    operands.push(
      medicare('medicareFull', 'Medicare’s amount in full', base.value.full, 'nonFacility'),
      medicare('medicareLower', 'Medicare’s later unit', reduced, 'therapyReduced'),
    );
    steps.push({
      id: `lower${at}`,
      label: `${code}: later unit`,
      template: `{rate${at}}*{medicareLower${at}}/{medicareFull${at}}`,
      value: lower / 100,
      unit: 'USD',
    });
    lowerName = `{lower${at}}`;
  }
  steps.push({
    id: `amount${at}`,
    label: `${code}: ${countOf(units, 'unit')}`,
    template: `{full${at}}*{rate${at}}+{later${at}}*${lowerName}`,
    value: amount / 100,
    unit: 'USD',
  });
  return { operands, steps };
}

/** A number that is not money. */
export function plainOperand(
  id: string,
  label: string,
  value: number,
  unit: string,
  source: string,
): Operand {
  return { id, label, number: { plain: String(value) }, unit, source };
}
