import { absent, type Cell, present } from '../domain/cell.ts';
import { parseDollars } from '../domain/money.ts';
import { type PayerId, payers } from '../domain/payer.ts';
import {
  type PrintedAmount,
  type PublishedFigure,
  type PublishedMeasure,
  publishedClaims,
  publishedClasses,
  publishedMeasures,
} from '../domain/published.ts';
import { readTable, type TableResult } from './readTable.ts';
import type { RowFields } from './rowFields.ts';

export const publishedColumns = [
  'document',
  'title',
  'date',
  'years',
  'place',
  'market',
  'payer',
  'payer_id',
  'class',
  'plan',
  'n',
  'n_unit',
  ...publishedMeasures,
  'claims',
  'remark',
] as const;
type PublishedColumn = (typeof publishedColumns)[number];

const payerIds: ReadonlyArray<PayerId | 'buca' | ''> = ['', 'buca', ...payers.map((payer) => payer.id)];

/** Reads one code's `published/<code>.csv`. A blank amount is a gap of the document, not a zero. */
export function readPublished(text: string, file: string): TableResult<PublishedFigure> {
  return readTable(text, file, publishedColumns, readPublishedRow);
}

/**
 * One line. Amounts keep the care they were printed with: `42.01` to the cent, `37` in whole dollars, `~23.84` about,
 * `>99.00` only a bound.
 */
export function readPublishedRow(fields: RowFields<PublishedColumn>): PublishedFigure {
  const date = fields.text('date');
  if (date !== '') fields.yearOf('date');
  const place = fields.text('place');
  const n = fields.text('n');
  return {
    id: `${fields.text('document')}-${fields.line}`,
    document: fields.required('document'),
    title: fields.required('title'),
    date,
    years: fields.list('years').map((year) => {
      if (!/^20\d\d$/.test(year)) fields.fail('years', 'This is not a list of years such as 2024|2025.');
      return Number(year);
    }),
    place: place === '' ? null : place === 'US' ? 'US' : fields.place('place'),
    market: fields.text('market'),
    payer: fields.required('payer'),
    payerId: fields.oneOf('payer_id', payerIds) || null,
    payerClass: fields.oneOf('class', publishedClasses),
    plan: fields.text('plan'),
    n: n === '' ? absent('not-in-input') : present(fields.whole('n')),
    nUnit: n === '' ? '' : fields.required('n_unit'),
    amounts: amountsOf(fields),
    claims: fields.list('claims').flatMap((word) => {
      const claim = publishedClaims.find((each) => each === word);
      if (claim === undefined) fields.fail('claims', `This is not a list of ${publishedClaims.join(', ')}.`);
      return claim ?? [];
    }),
    remark: fields.text('remark'),
  };
}

function amountsOf(fields: RowFields<PublishedColumn>): PublishedFigure['amounts'] {
  const entries = publishedMeasures.map((measure) => [measure, amountOf(fields, measure)] as const);
  return Object.fromEntries(entries) as Record<PublishedMeasure, Cell<PrintedAmount>>;
}

function amountOf(fields: RowFields<PublishedColumn>, measure: PublishedMeasure): Cell<PrintedAmount> {
  const text = fields.text(measure);
  if (text === '') return absent('not-in-input');
  const mark = text[0];
  const digits = mark === '>' || mark === '~' ? text.slice(1) : text;
  const cents = /^\d/.test(digits) ? parseDollars(digits) : undefined;
  if (cents === undefined) {
    fields.fail(measure, 'This is not an amount such as 36.50, 37, ~23.84 or >99.00.');
    return absent('unreadable');
  }
  if (mark === '>') return present({ cents, printed: 'above' });
  if (mark === '~') return present({ cents, printed: 'about' });
  return present({ cents, printed: digits.includes('.') ? 'exact' : 'whole-dollars' });
}
