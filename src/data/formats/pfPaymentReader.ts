import { countOf } from '../../text/numbers.ts';
import { type CmsTableForm, cmsReader, isBlankRecord, tellUnended, withZeros } from './cmsReader.ts';
import type { PaymentLine } from './cmsTables.ts';
import { fixedPoint } from './fixedPoint.ts';
import type { TableRecord } from './tableRecords.ts';

/** The fields of a payment file, in its order; it prints no headings. Definition: the record layout in each package. */
const fields = [
  'year',
  'carrier',
  'locality',
  'code',
  'modifier',
  'non-facility amount',
  'facility amount',
  'filler',
  'PCTC indicator',
  'status',
  'multiple procedure indicator',
  'therapy-reduced amount',
  'therapy-reduced amount, institutional',
  'OPPS indicator',
  'OPPS non-facility amount',
  'OPPS facility amount',
] as const;
type PaymentField = (typeof fields)[number];

/** The table of a payment file: `PaymentLine`s, in whole cents. */
export const pfPaymentTable: CmsTableForm = {
  id: 'pf-payment',
  separatorOf: (line) => /^\s*"?20\d\d"?\s*([,;\t|])/.exec(line)?.[1],
  open(tally, sink, { wants }) {
    const years = new Map<number, number>();

    function take(record: TableRecord): void {
      if (isBlankRecord(record)) return;
      const { cells, at } = record;
      const [first = ''] = cells;
      // Copyright lines at the end, one quoted field each ("TRL- …"). A number alone is a line that was cut off.
      if (cells.length < 5 && !/^\d{1,4}$/.test(first)) {
        if (!record.isOpen || !/^20\d\d$/.test(first)) return;
      }
      const cell = (field: PaymentField) => cells[fields.indexOf(field)] ?? '';
      let isWhole = true;
      function fail(field: PaymentField | '', found: string, message: string): void {
        isWhole = false;
        tally.problem(at, field, found, message, true);
      }
      function amount(field: PaymentField): number {
        const value = fixedPoint(cell(field), 2);
        if (value === undefined) fail(field, cell(field), 'This is not a dollar amount such as 0000037.06.');
        return value ?? 0;
      }
      if (record.isOpen) fail('', cells.join(','), 'A quote opened here is never closed.');
      else if (cells.length !== fields.length)
        fail('', cells.join(','), `The line has ${countOf(cells.length, 'field')}, not ${fields.length}.`);
      const code = withZeros(cell('code'), 5).toUpperCase();
      if (isWhole && !/^[0-9A-Z]{5}$/.test(code))
        fail('code', code, 'This is not a code of five characters.');
      if (!isWhole) {
        tally.leave('unreadable');
        return;
      }
      if (!wants(code)) {
        tally.leave('code-not-asked');
        return;
      }
      const isTherapy = cell('multiple procedure indicator') === '5';
      // Indicator 9: the cap does not apply, and the two amounts are zeros that mean nothing.
      const isCapped = cell('OPPS indicator') !== '9';
      const read: PaymentLine = {
        kind: 'payment',
        at,
        year: Number(cell('year')),
        mac: withZeros(cell('carrier'), 5),
        locality: withZeros(cell('locality'), 2),
        code,
        modifier: cell('modifier').toUpperCase(),
        nonFacility: amount('non-facility amount'),
        facility: amount('facility amount'),
        status: cell('status'),
        multipleProcedure: cell('multiple procedure indicator'),
        pctc: cell('PCTC indicator'),
        therapyReduced: isTherapy ? amount('therapy-reduced amount') : null,
        therapyReducedInstitutional: isTherapy ? amount('therapy-reduced amount, institutional') : null,
        oppsNonFacility: isCapped ? amount('OPPS non-facility amount') : null,
        oppsFacility: isCapped ? amount('OPPS facility amount') : null,
      };
      if (!/^20\d\d$/.test(cell('year'))) fail('year', cell('year'), 'This is not a year.');
      if (!/^\d{5}$/.test(read.mac))
        fail('carrier', read.mac, 'This is not a carrier number of five digits.');
      if (!/^\d\d$/.test(read.locality))
        fail('locality', read.locality, 'This is not a locality number of two digits.');
      if (!/^[0-9A-Z]{0,2}$/.test(read.modifier))
        fail('modifier', read.modifier, 'This is not a modifier of two characters.');
      if (!isWhole) {
        tally.leave('unreadable');
        return;
      }
      if (years.size < 100 || years.has(read.year)) years.set(read.year, (years.get(read.year) ?? 0) + 1);
      tellUnended(tally, record);
      tally.read += 1;
      sink.tableRow?.(read);
    }

    function end(): void {
      if (years.size > 1)
        tally.note(`The file holds amounts of ${[...years.keys()].sort((a, b) => a - b).join(', ')}.`);
      if ([...years.keys()].some((year) => year >= 2026))
        tally.note(
          'From 2026 there are two conversion factors; a payment file does not say with which of them its amounts were made.',
        );
    }

    return { take, end };
  },
};

export const pfPaymentReader = cmsReader(pfPaymentTable);
