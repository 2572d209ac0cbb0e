import { medicareShare, sequestration } from '../domain/medicareVisit.ts';
import type { TypicalVisit } from '../domain/typicalVisit.ts';
import type { VisitRow } from '../domain/visitBoard.ts';
import type { VisitPayment } from '../domain/visitPayment.ts';
import { countOf } from '../text/numbers.ts';
import { unitRuleNames, visitMethods, visitTermsText } from '../text/visitText.ts';
import { receivedRowId, visitColumn } from './visitFigure.ts';
import { plainOperand, serviceParts, type VisitWorkingInput } from './visitServiceWorking.ts';
import type { Operand, Working } from './working.ts';

/** The working of a cell of the visits' table; undefined where the cell is absent or not a sum. */
export function visitWorking(input: VisitWorkingInput, rowId: string, columnId: string): Working | undefined {
  const { board } = input;
  const [medicare] = board.rows;
  if (rowId === receivedRowId) return receivedWorking(input, medicare, columnId);
  const row = board.rows.find(({ id }) => id === rowId);
  if (!row) return undefined;
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
    title: `${visit.name}: payment by ${row.name}, ${input.where}`,
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
        : [plainOperand('share', 'Assistant’s share', share, 'share', 'The payer’s terms (CQ, CO)')]),
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
    title: `${isAverage ? 'Average visit' : 'A year of visits'}: ${row.name}, ${input.where}`,
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
    plainOperand(`n${index}`, `${visit.name}: visits a year`, visit.perYear, 'visits', 'As entered'),
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
    title: `${isShare ? '% of Medicare' : 'Average visit against Medicare'}: ${row.name}, ${input.where}`,
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

/** What arrives of what Medicare allows: sequestration takes its part of Medicare's own part. */
function receivedWorking(
  input: VisitWorkingInput,
  medicare: VisitRow,
  columnId: string,
): Working | undefined {
  const { board, where, origin, address } = input;
  const { received, medicareYear } = board;
  const index = board.visits.findIndex(({ id }) => visitColumn(id) === columnId);
  const base = columnId === 'difference' || columnId === 'percent' ? 'average' : columnId;
  const allowed = visitWorking(input, medicare.id, base);
  const isShare = columnId === 'percent';
  const isDifference = columnId === 'difference';
  const cell = index >= 0 ? received.payments[index] : columnId === 'year' ? received.year : received.average;
  if (!allowed || typeof allowed.value !== 'number' || cell?.kind !== 'value') return undefined;
  const cents = allowed.value;
  const keep = '(1-{share}*{rate})';
  return {
    kind: 'arithmetic',
    title: `${isShare ? 'What is left' : isDifference ? 'What sequestration takes' : 'After sequestration'}: ${allowed.title}`,
    value: isShare ? received.share : isDifference ? cell.value - cents : cell.value,
    column: isShare ? 'ratio' : isDifference ? 'signed-money' : 'money',
    symbols: isShare
      ? '1 − Medicare’s part × sequestration'
      : isDifference
        ? 'allowed × (1 − Medicare’s part × sequestration) − allowed'
        : 'allowed × (1 − Medicare’s part × sequestration)',
    words: `Sequestration takes its share of the part that Medicare itself pays; the rest of what is allowed arrives, from Medicare and the patient (${where}).`,
    definition: visitMethods.received,
    excelFunction: 'Arithmetic',
    template: isShare ? keep : isDifference ? `{allowed}*${keep}-{allowed}` : `{allowed}*${keep}`,
    operands: [
      ...(isShare
        ? []
        : [
            {
              id: 'allowed',
              label: 'Allowed by Medicare',
              number: { cents },
              unit: 'USD',
              source: 'Units × amounts by Medicare’s rules',
              from: () => allowed,
            },
          ]),
      plainOperand(
        'share',
        'Medicare’s own part',
        medicareShare,
        'share',
        'After the deductible; the patient owes the rest',
      ),
      plainOperand(
        'rate',
        `Sequestration at the end of ${medicareYear}`,
        sequestration(medicareYear),
        'share',
        'Statute',
      ),
    ],
    steps: [],
    table: null,
    facts: [],
    leftOut: ['The deductible, and every adjustment by claim'],
    origin,
    address,
  };
}
