import {
  exactAmount,
  type PublishedFigure,
  type PublishedMeasure,
  percentOfOwnMedicare,
  publishedMeasures,
} from '../domain/published.ts';
import { documentName, printedCell, publishedMeasureText, publishedPlace } from '../text/publishedText.ts';
import type { Operand, Working, WorkingPlace } from './working.ts';

interface PublishedWorkingInput extends WorkingPlace {
  readonly code: string;
  readonly figures: readonly PublishedFigure[];
  readonly rowId: string;
  /** A measure, or `percent`. */
  readonly columnId: string;
}

/**
 * Where a printed figure comes from, or how the two that are not printed (a spread, a share of the document's own
 * Medicare) are made of those that are. Undefined for what is absent or is no figure.
 */
export function publishedWorking(input: PublishedWorkingInput): Working | undefined {
  const { figures, rowId, columnId } = input;
  const row = figures.find((each) => each.id === rowId);
  if (!row) return undefined;
  if (columnId === 'percent') return percentWorking(row, input);
  const measure = publishedMeasures.find((each) => each === columnId);
  if (!measure) return undefined;
  if (measure === 'spread' && row.amounts.spread.kind === 'absent') return spreadWorking(row, input);
  return printedWorking(row, measure, input);
}

/** "Mean of Aetna for 97755, document A, Alaska". */
function titleOf(row: PublishedFigure, name: string, code: string): string {
  const plan = row.plan === '' ? '' : ` (${row.plan})`;
  const place = row.market === '' ? publishedPlace(row.place) : row.market;
  return `${name} of ${row.payer}${plan} for ${code}, ${documentName(row)}, ${place === 'Not stated' ? 'place not stated' : place}`;
}

function printedWorking(
  row: PublishedFigure,
  measure: PublishedMeasure,
  { code, origin, address }: PublishedWorkingInput,
): Working | undefined {
  const cell = printedCell(row.amounts[measure]);
  const amount = row.amounts[measure];
  if (cell.kind === 'absent' || amount.kind === 'absent') return undefined;
  return {
    ...published(row, origin, address),
    kind: 'as-published',
    title: titleOf(row, publishedMeasureText[measure], code),
    value: cell.value,
    column: 'money',
    symbols: '',
    words:
      'Shown as the publication prints it. It is not computed here and cannot be: the amounts behind it are not in the input.',
    definition: `As printed${careText[amount.value.printed]}; how it was computed is not stated.`,
    excelFunction: '',
    template: '',
    operands: [],
  };
}

const careText = {
  exact: '',
  'whole-dollars': ', to whole dollars: any amount that rounds to it',
  about: ', as an approximate amount',
  above: ', as a bound: no amount',
} as const;

function percentWorking(row: PublishedFigure, input: PublishedWorkingInput): Working | undefined {
  const { code, figures, origin, address } = input;
  const ratio = percentOfOwnMedicare(row, figures);
  const mean = exactAmount(row, 'mean');
  const medicare = figures.find(
    (each) => each.payerClass === 'medicare' && each.document === row.document && each.place === row.place,
  );
  const denominator = medicare && exactAmount(medicare, 'mean');
  if (ratio === undefined || mean === undefined || !medicare || !denominator) return undefined;
  return {
    ...published(row, origin, address),
    kind: 'arithmetic',
    title: titleOf(row, '% of its Medicare', code),
    value: ratio,
    column: 'ratio',
    symbols: 'A ÷ B',
    words: 'Divide the printed mean by the mean the same publication prints for Medicare in the same place.',
    definition: 'A share of the publication’s own Medicare figure, which may differ from the fee schedule.',
    excelFunction: 'A ÷ B',
    template: '{a}/{b}',
    operands: [
      operandOf('a', `A: mean of ${row.payer}`, row, 'mean', mean, input),
      operandOf('b', `B: mean of ${medicare.payer}`, medicare, 'mean', denominator, input),
    ],
  };
}

function spreadWorking(row: PublishedFigure, input: PublishedWorkingInput): Working | undefined {
  const [p25, p75] = [exactAmount(row, 'p25'), exactAmount(row, 'p75')];
  if (p25 === undefined || p75 === undefined) return undefined;
  return {
    ...published(row, input.origin, input.address),
    kind: 'arithmetic',
    title: titleOf(row, 'Spread', input.code),
    value: p75 - p25,
    column: 'money',
    symbols: 'P75 − P25',
    words: 'The publication prints no spread: take its P25 from its P75.',
    definition: 'P75 − P25 of the printed figures.',
    excelFunction: 'P75 − P25',
    template: '{p75}-{p25}',
    operands: [
      operandOf('p75', 'P75', row, 'p75', p75, input),
      operandOf('p25', 'P25', row, 'p25', p25, input),
    ],
  };
}

function operandOf(
  id: string,
  label: string,
  row: PublishedFigure,
  measure: PublishedMeasure,
  cents: number,
  input: PublishedWorkingInput,
): Operand {
  return {
    id,
    label,
    number: { cents },
    unit: 'USD',
    source: `${row.title}, as printed`,
    from: () => printedWorking(row, measure, input) as Working,
  };
}

function published(row: PublishedFigure, origin: string, address: string) {
  const { title, date, n, nUnit, remark } = row;
  const unknown = [
    ...(date === '' ? ['its date'] : []),
    ...(n.kind === 'absent' ? ['how many amounts are behind it (n)'] : []),
    ...(row.place === null ? ['its place'] : []),
    'how it was computed',
  ];
  return {
    steps: [],
    table: null,
    facts: [
      { term: 'Publication', text: title },
      { term: 'Row', text: row.plan === '' ? row.payer : `${row.payer}, ${row.plan}` },
      {
        term: 'Place',
        text: row.market === '' ? publishedPlace(row.place) : `${row.market} (${publishedPlace(row.place)})`,
      },
      { term: 'Date', text: date === '' ? 'Not stated' : date },
      { term: 'n', text: n.kind === 'absent' ? 'Not stated' : `${n.value} ${nUnit}`.trim() },
      { term: 'Not known', text: unknown.join('; ') },
      ...(remark === '' ? [] : [{ term: 'Our remark', text: remark }]),
    ],
    leftOut: ['Not stated by the publication'],
    origin,
    address,
  } as const;
}
