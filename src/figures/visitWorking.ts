import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { TypicalVisit } from '../domain/typicalVisit.ts';
import type { VisitBoard, VisitRow } from '../domain/visitBoard.ts';
import type { PaidService, VisitPayment } from '../domain/visitPayment.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { unitRuleNames, visitMethods, visitTermsText } from '../text/visitText.ts';
import { medicareTableWorking } from './medicareBenchmarkWorking.ts';
import { visitColumn } from './visitFigure.ts';
import type { Operand, Working, WorkingPlace, WorkingStep } from './working.ts';

export interface VisitWorkingInput extends WorkingPlace {
  readonly board: VisitBoard;
  readonly schedule: FeeSchedule;
  /** What the payers' rates are, for the operands. */
  readonly rates: string;
}

/** The working of a cell of the visits' table; undefined where the cell is absent or not a sum. */
export function visitWorking(input: VisitWorkingInput, rowId: string, columnId: string): Working | undefined {
  const { board } = input;
  const row = board.rows.find(({ id }) => id === rowId);
  const [medicare] = board.rows;
  if (!row || !medicare) return undefined;
  const index = board.visits.findIndex(({ id }) => visitColumn(id) === columnId);
  if (index >= 0) return paymentWorking(input, row, index);
  switch (columnId) {
    case 'year':
    case 'average':
      return yearWorking(input, row, columnId);
    case 'percent':
    case 'difference':
      return comparisonWorking(input, row, medicare, columnId);
    default:
      return undefined;
  }
}

/** One visit: units × rates, then the assistant's share, then the cap. */
function paymentWorking(input: VisitWorkingInput, row: VisitRow, index: number): Working | undefined {
  const { board, origin, address } = input;
  const visit = board.visits[index];
  const payment = row.payments[index];
  if (!visit || payment?.kind !== 'value') return undefined;
  const { services, sum, share, isCapped, amount } = payment.value;
  const parts = services.map((service, at) => serviceParts(input, row, service, at));
  const cap = row.terms.cap;
  const shared = share === 1 ? '{sum}' : '{sum}*{share}';
  return {
    kind: 'arithmetic',
    title: `${visit.name}: payment by ${row.name}, ${placeTitle(board.place)}`,
    value: amount,
    column: 'money',
    symbols: `${isCapped ? 'min(' : ''}Σ (units in full × rate + other units × reduced rate)${share === 1 ? '' : ' × assistant’s share'}${isCapped ? ', cap)' : ''}`,
    words: `Turn the minutes into units by the ${unitRuleNames[row.terms.rule]}, multiply each code’s units by its rate, in full or reduced, and add up${share === 1 ? '' : '; take the assistant’s share'}${isCapped ? '; pay no more than the cap' : ''}.`,
    definition: visitMethods.method,
    excelFunction: 'SUM',
    template: isCapped ? `MIN(${shared},{cap})` : shared,
    operands: [
      ...parts.flatMap(({ operands }) => operands),
      ...(share === 1
        ? []
        : [plain('share', 'Assistant’s share', share, 'share', 'The payer’s terms (CQ, CO)')]),
      ...(isCapped && cap !== null
        ? [{ id: 'cap', label: 'Cap', number: { cents: cap }, unit: 'USD', source: 'The payer’s terms' }]
        : []),
    ],
    steps: [
      ...parts.flatMap(({ steps }) => steps),
      {
        id: 'sum',
        label: 'Sum',
        template: services.length === 0 ? '0' : services.map((_, at) => `{amount${at}}`).join('+'),
        value: sum / 100,
        unit: 'USD',
      },
    ],
    table: null,
    facts: [
      { term: 'Terms', text: visitTermsText(row.terms) },
      { term: 'Minutes', text: minutesText(visit) },
    ],
    leftOut: ['Deductible, coinsurance, sequestration, and every adjustment by claim'],
    origin,
    address,
  };
}

function minutesText({ services }: TypicalVisit): string {
  return services
    .map((each) =>
      'minutes' in each
        ? `${each.code} ${countOf(each.minutes, 'minute')}`
        : `${each.code} ${countOf(each.units, 'unit')}`,
    )
    .join(', ');
}

/** The numbers of one code in a visit; every name ends in the code's place in the visit. */
function serviceParts(
  { board, schedule, rates, origin, address }: VisitWorkingInput,
  row: VisitRow,
  service: PaidService,
  at: number,
): { readonly operands: readonly Operand[]; readonly steps: readonly WorkingStep[] } {
  const { code, units, inFull, full, lower, amount } = service;
  const { place, medicareYear: year } = board;
  const others = units - inFull;
  const cell = { schedule, code, place, year, origin, address };
  const medicare = (id: string, label: string, cents: number, column: string): Operand => ({
    id: `${id}${at}`,
    label: `${code}: ${label}`,
    number: { cents },
    unit: 'USD',
    source: `CMS tables, mean over the localities of ${placeTitle(place)}, ${year}`,
    from: () => medicareTableWorking(cell, 'mean', column) as Working,
  });
  const isMedicare = row.payer === null;
  const n = row.payer?.rates.get(code)?.n ?? 0;
  const rate: Operand = isMedicare
    ? medicare('rate', 'amount in full', full, 'non-facility')
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
    plain(`full${at}`, `${code}: units in full`, inFull, 'units', visitTermsText(row.terms)),
    plain(`later${at}`, `${code}: other units`, others, 'units', 'The rest of the units billed'),
    rate,
  ];
  const steps: WorkingStep[] = [];
  let lowerName = `{rate${at}}`;
  if (others > 0 && row.terms.reduction === 'later-codes') {
    lowerName = `{rate${at}}/2`;
  } else if (others > 0 && isMedicare && reduced !== null) {
    operands.push(medicare('lower', 'amount of a later unit', lower, 'later-unit'));
    lowerName = `{lower${at}}`;
  } else if (others > 0 && base.kind === 'value' && reduced !== null) {
    operands.push(
      medicare('medicareFull', 'Medicare’s amount in full', base.value.full, 'non-facility'),
      medicare('medicareLower', 'Medicare’s later unit', reduced, 'later-unit'),
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

function plain(id: string, label: string, value: number, unit: string, source: string): Operand {
  return { id, label, number: { plain: String(value) }, unit, source };
}

/** Σ visits × payment, and that over the visits. */
function yearWorking(
  input: VisitWorkingInput,
  row: VisitRow,
  columnId: 'year' | 'average',
): Working | undefined {
  const { board, origin, address } = input;
  const cell = row[columnId];
  if (cell.kind === 'absent' || row.year.kind === 'absent') return undefined;
  const counted = board.visits.flatMap((visit, index) => {
    const payment = row.payments[index];
    return visit.perYear > 0 && payment?.kind === 'value' ? [{ visit, index, payment: payment.value }] : [];
  });
  const total = counted.map(({ index }) => `{n${index}}*{pay${index}}`).join('+') || '0';
  const visits = counted.map(({ index }) => `{n${index}}`).join('+');
  const isAverage = columnId === 'average';
  return {
    kind: 'arithmetic',
    title: `${isAverage ? 'Average visit' : 'A year of visits'}: ${row.name}, ${placeTitle(board.place)}`,
    value: cell.value,
    column: 'money',
    symbols: isAverage ? 'Σ (visits × payment) ÷ Σ visits' : 'Σ (visits × payment)',
    words: `Multiply each kind of visit’s payment by how often it comes in a year and add up${isAverage ? '; divide by the visits of the year' : ''}.`,
    definition: isAverage ? visitMethods.average : visitMethods.year,
    excelFunction: isAverage ? 'Sum of products ÷ sum' : 'Sum of products',
    template: isAverage ? `(${total})/(${visits})` : total,
    operands: counted.flatMap(({ visit, index, payment }) =>
      visitOperands(input, row, visit, index, payment),
    ),
    steps: [],
    table: null,
    facts: [{ term: 'Terms', text: visitTermsText(row.terms) }],
    leftOut: [],
    origin,
    address,
  };
}

function visitOperands(
  input: VisitWorkingInput,
  row: VisitRow,
  visit: TypicalVisit,
  index: number,
  payment: VisitPayment,
): readonly Operand[] {
  return [
    plain(`n${index}`, `${visit.name}: visits a year`, visit.perYear, 'visits', 'As entered'),
    {
      id: `pay${index}`,
      label: `${visit.name}: payment`,
      number: { cents: payment.amount },
      unit: 'USD',
      source: 'Units × rates by the payer’s terms',
      from: () => paymentWorking(input, row, index) as Working,
    },
  ];
}

/** The payer beside Medicare: over the year as a share, for the average visit in dollars. */
function comparisonWorking(
  input: VisitWorkingInput,
  row: VisitRow,
  medicare: VisitRow,
  columnId: 'percent' | 'difference',
): Working | undefined {
  const { origin, address } = input;
  const isShare = columnId === 'percent';
  const cell = isShare ? row.percentOfMedicare : row.difference;
  const column = isShare ? 'year' : 'average';
  const [a, b] = [row[column], medicare[column]];
  if (cell.kind === 'absent' || a.kind === 'absent' || b.kind === 'absent') return undefined;
  const side = (id: string, letter: string, of: VisitRow, cents: number): Operand => ({
    id,
    label: `${letter}: ${of.name}, ${isShare ? 'a year of visits' : 'average visit'}`,
    number: { cents },
    unit: 'USD',
    source: 'The visits by how often they come',
    from: () => yearWorking(input, of, column) as Working,
  });
  return {
    kind: 'arithmetic',
    title: `${isShare ? '% of Medicare' : 'Average visit against Medicare'}: ${row.name}, ${placeTitle(input.board.place)}`,
    value: cell.value,
    column: isShare ? 'ratio' : 'signed-money',
    symbols: isShare ? 'A ÷ B' : 'A − B',
    words: isShare
      ? 'Divide what the payer pays for the year’s visits by what Medicare allows for them.'
      : 'Take Medicare’s average visit from the payer’s.',
    definition: isShare ? visitMethods.percentOfMedicare : visitMethods.difference,
    excelFunction: isShare ? 'A ÷ B' : 'A − B',
    template: isShare ? '{payer}/{medicare}' : '{payer}-{medicare}',
    operands: [side('payer', 'A', row, a.value), side('medicare', 'B', medicare, b.value)],
    steps: [],
    table: null,
    facts: [],
    leftOut: [],
    origin,
    address,
  };
}
