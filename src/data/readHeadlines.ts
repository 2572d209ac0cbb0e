import { type AbsenceReason, absenceReasons, absent, type Cell, present } from '../domain/cell.ts';
import type { CodeHeadline } from '../domain/codeHeadline.ts';
import { readTable, type TableResult } from './readTable.ts';
import type { RowFields } from './rowFields.ts';

/** The columns of `headlines.csv`. An amount is blank exactly where its `…_absence` names why. */
export const headlineColumns = [
  'code',
  'rates',
  'providers',
  'places',
  'buca_votes',
  'buca_mean',
  'buca_mean_absence',
  'buca_median',
  'buca_median_absence',
  'percent_of_medicare',
  'percent_of_medicare_absence',
] as const;

type HeadlineColumn = (typeof headlineColumns)[number];

/** Reads `headlines.csv`: dollars to the cent, percent of Medicare as percent with four decimals. */
export function readHeadlines(text: string, file: string): TableResult<CodeHeadline> {
  return readTable(text, file, headlineColumns, (fields) => ({
    code: fields.required('code'),
    rates: fields.whole('rates'),
    providers: fields.whole('providers'),
    places: fields.whole('places'),
    bucaVotes: fields.whole('buca_votes'),
    bucaMean: amount(fields, 'buca_mean', 'buca_mean_absence', () => fields.dollars('buca_mean')),
    bucaMedian: amount(fields, 'buca_median', 'buca_median_absence', () => fields.dollars('buca_median')),
    percentOfMedicare: amount(
      fields,
      'percent_of_medicare',
      'percent_of_medicare_absence',
      () => fields.fixed('percent_of_medicare', 4) / 1_000_000,
    ),
  }));
}

function amount(
  fields: RowFields<HeadlineColumn>,
  column: HeadlineColumn,
  absenceColumn: HeadlineColumn,
  read: () => number,
): Cell {
  const absence = fields.text(absenceColumn);
  if (absence === '') return present(read());
  const [name = '', ...detail] = absence.split(':');
  const reason = absenceReasons.find((known): known is AbsenceReason => known === name);
  if (reason === undefined || fields.text(column) !== '') {
    fields.fail(absenceColumn, 'An amount stands beside this absence, or its reason is unknown.');
    return absent('unreadable');
  }
  return absent(reason, detail.join(':'));
}
