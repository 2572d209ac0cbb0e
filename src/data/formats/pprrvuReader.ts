import { knownFactor } from '../../domain/knownFactors.ts';
import { type CmsTableForm, cmsReader, isBlankRecord, tellUnended, withZeros } from './cmsReader.ts';
import type { RvuLine } from './cmsTables.ts';
import { fixedPoint } from './fixedPoint.ts';
import {
  fixedCells,
  fixedLayout,
  fixedWidth,
  layoutOfHeading,
  layoutOfWidth,
  type PprrvuColumn,
  type PprrvuLayout,
  pprrvuHeadings,
} from './pprrvuColumns.ts';
import { editionOf, isTitle, noTitle, readTitle } from './pprrvuRelease.ts';
import { RepeatedKeys } from './repeatedKeys.ts';
import type { TableRecord } from './tableRecords.ts';

/** The table of a relative value file: `RvuLine`s, in the file's order. Definition of the record: RVU25D, RVU26B. */
export const pprrvuTable: CmsTableForm = {
  id: 'pprrvu',
  separatorOf: (line) =>
    /^(?:HDR|TRL)\b/.test(line) ? '' : /^\s*"?[0-9A-Z]{1,5}"?\s*([,;\t|])/i.exec(line)?.[1],
  open(tally, sink, { wants }) {
    let title = noTitle;
    let layout: PprrvuLayout | undefined;
    let isInTable = false;
    const factors = new Map<number, number>();
    const keys = new RepeatedKeys(tally);

    function take(record: TableRecord): void {
      if (isBlankRecord(record)) return;
      const [first = ''] = record.cells;
      if (record.isFixedWidth) {
        if (/^\s*(?:HDR|TRL)\b/.test(first)) return;
        if (!/^(?:[0-9A-Z]{5}|[0-9A-Z]{1,5}\s*$)/.test(first) && first.length < 60) return;
        line({ ...record, cells: fixedCells(first) }, first.length < fixedWidth, fixedLayout);
        return;
      }
      if (/^HCPCS$/i.test(first)) {
        layout = layoutOfHeading(record.cells);
        if (!layout)
          tally.problem(
            record.at,
            '',
            record.cells.join(','),
            'The heading lacks columns of a relative value file, so no line can be read.',
            true,
          );
        isInTable = true;
        return;
      }
      const filled = record.cells.filter((cell) => cell !== '').length;
      const isCode = /^[0-9A-Z]{1,5}$/i.test(first);
      if (!isInTable && isCode && filled >= 10) {
        layout = layoutOfWidth(record.cells.length);
        tally.note('The file has no heading; its columns were taken by their number.');
        isInTable = true;
      }
      if (isInTable && !isCode && isTitle(record.cells)) {
        // Two files laid together: the second has a heading of its own.
        isInTable = false;
        title = noTitle;
      }
      if (!isInTable) {
        title = readTitle(title, record.cells.join(' '));
        return;
      }
      // Titles and footnotes fill a cell or two, records twenty; a code alone is a record that was cut off.
      if (!isCode && filled < 4) return;
      line(record, layout !== undefined && record.cells.length < layout.width, layout);
    }

    function line(record: TableRecord, isShort: boolean, of: PprrvuLayout | undefined): void {
      const code = withZeros(record.cells[of?.columns.code ?? 0] ?? '', 5).toUpperCase();
      let isWhole = !record.isOpen && of !== undefined;
      function fail(column: PprrvuColumn | '', found: string, message: string): undefined {
        isWhole = false;
        tally.problem(record.at, column === '' ? '' : pprrvuHeadings[column], found, message, true);
      }
      function cell(column: PprrvuColumn): string {
        return record.cells[of?.columns[column] ?? -1] ?? '';
      }
      function number(column: PprrvuColumn, digits: number): number {
        const value = fixedPoint(cell(column), digits);
        if (value === undefined)
          fail(column, cell(column), `This is not a number with at most ${digits} decimals.`);
        return value ?? 0;
      }

      if (record.isOpen) fail('', record.cells.join(','), 'A quote opened here is never closed.');
      else if (isShort) fail('', record.cells.join(',').trim(), 'The line is cut off.');
      else if (!/^[0-9A-Z]{5}$/.test(code)) fail('code', code, 'This is not a code of five characters.');
      if (!isWhole || of === undefined) {
        tally.leave('unreadable');
        return;
      }
      if (!wants(code)) {
        tally.leave('code-not-asked');
        return;
      }
      const factor = number('factor', 4);
      const read: RvuLine = {
        kind: 'rvu',
        at: record.at,
        ...editionOf(title, factor),
        code,
        modifier: cell('modifier').toUpperCase(),
        status: cell('status'),
        workRvu: number('workRvu', 2),
        nonFacilityPeRvu: number('nonFacilityPeRvu', 2),
        nonFacilityNa: isNa('nonFacilityNa'),
        facilityPeRvu: number('facilityPeRvu', 2),
        facilityNa: isNa('facilityNa'),
        malpracticeRvu: number('malpracticeRvu', 2),
        nonFacilityTotal: cell('nonFacilityTotal') === '' ? null : number('nonFacilityTotal', 2),
        facilityTotal: cell('facilityTotal') === '' ? null : number('facilityTotal', 2),
        pctc: cell('pctc'),
        globalDays: withZeros(cell('globalDays'), 3),
        multipleProcedure: cell('multipleProcedure'),
        factor,
      };
      if (!/^[A-Z]$/.test(read.status)) fail('status', read.status, 'This is not a status of one letter.');
      if (!/^[0-9A-Z]{0,2}$/.test(read.modifier))
        fail('modifier', read.modifier, 'This is not a modifier of two characters.');
      if (!isWhole) {
        tally.leave('unreadable');
        return;
      }
      // The factor belongs to the key: two files in one, for QP and nonQP, must not lose either.
      if (
        keys.isRepeated(`${code} ${read.modifier} ${factor}`, JSON.stringify({ ...read, at: 0 }), record.at)
      )
        return;
      tellFactor(factor, record.at);
      tellTotals(read);
      tellUnended(tally, record);
      tally.read += 1;
      sink.tableRow?.(read);

      function isNa(column: 'nonFacilityNa' | 'facilityNa'): boolean {
        const text = cell(column).toUpperCase();
        if (text !== '' && text !== 'NA') fail(column, text, 'This is neither NA nor blank.');
        return text === 'NA';
      }
    }

    function tellFactor(factor: number, at: number): void {
      if (!factors.has(factor) && factors.size > 0) {
        const message =
          'A second conversion factor in one file: lines keep the factor they stand with, and whom it is for.';
        tally.problem(at, pprrvuHeadings.factor, String(factor / 10_000), message, false);
      }
      const known = knownFactor(factor);
      if (!factors.has(factor) && title.year !== null && known && known.year !== title.year) {
        const message = `The title says ${title.year}, but this is the conversion factor of ${known.year}.`;
        tally.problem(at, pprrvuHeadings.factor, String(factor / 10_000), message, false);
      }
      // A table has one factor or two; in a file that has them all, the rest are told as one.
      if (factors.size < 10 || factors.has(factor)) factors.set(factor, (factors.get(factor) ?? 0) + 1);
    }

    /** CMS's totals are the sums on every line of every release looked at. */
    function tellTotals(read: RvuLine): void {
      const base = read.workRvu + read.malpracticeRvu;
      const sums = [
        ['nonFacilityTotal', read.nonFacilityTotal, base + read.nonFacilityPeRvu],
        ['facilityTotal', read.facilityTotal, base + read.facilityPeRvu],
      ] as const;
      for (const [column, total, sum] of sums) {
        if (total === null || total === sum) continue;
        const message = 'This is not the sum of work, practice expense and malpractice of the line.';
        tally.problem(read.at, pprrvuHeadings[column], (total / 100).toFixed(2), message, false);
      }
    }

    function end(): void {
      keys.end();
      for (const [factor, count] of factors) tally.note(factorNote(factor, count));
      if (title.released !== '') tally.note(`Released ${title.released}.`);
    }

    function factorNote(factor: number, count: number): string {
      const { year, release, appliesTo } = editionOf(title, factor);
      const dollars = (factor / 10_000).toFixed(4);
      const of =
        release === '' ? (year === null ? 'of a year it does not state' : `of ${year}`) : `of ${release}`;
      const whence =
        title.year === null && year !== null
          ? ' The year follows from the factor: the file states none.'
          : '';
      const whom = {
        all: 'for everyone',
        nonQP: 'nonQP, for everyone who is not a qualifying participant of an advanced payment model',
        QP: 'QP, for qualifying participants of advanced payment models',
      };
      const group = appliesTo === null ? 'for whom the file does not say' : whom[appliesTo];
      return `${count === 1 ? '1 line' : `${count} lines`} ${of} with the conversion factor ${dollars}, ${group}.${whence}`;
    }

    return { take, end };
  },
};

export const pprrvuReader = cmsReader(pprrvuTable);
