import { type GpciFootnotes, gpciCheckRows, gpciDoubts } from '../../domain/gpciCheck.ts';
import { findPlace } from '../../domain/place.ts';
import {
  beginsWithContractor,
  type CmsTableForm,
  cmsReader,
  isBlankRecord,
  tellUnended,
  withZeros,
} from './cmsReader.ts';
import type { GpciLine } from './cmsTables.ts';
import { fixedPoint } from './fixedPoint.ts';
import { type GpciColumns, gpciColumns, gpciColumnsByPosition } from './gpciColumns.ts';
import { RepeatedKeys } from './repeatedKeys.ts';
import type { TableRecord } from './tableRecords.ts';

/** Many times the localities there are: more lines are read, but not kept for the check of the table as a whole. */
const mostChecked = 2000;
/** CMS's longest has 270 characters. */
const longestFootnote = 1000;
/** Headings are a few lines of a few words. */
const longestHeading = 400;

/**
 * The table of geographic practice cost indices: `GpciLine`s. At its end says whether it is the one CMS published.
 * The file states its year, in the title and in the headings; it states no release.
 */
export const gpciTable: CmsTableForm = {
  id: 'gpci',
  separatorOf: (line) => (/^\s*\d{4,5}\s+[A-Z]{2}\s/.test(line) ? '' : firstSeparator(line)),
  open(tally, sink) {
    let year: number | null = null;
    let names: string[] = [];
    let headingAt = 0;
    let columns: GpciColumns | undefined;
    let indicesInHeading = 0;
    let isInTable = false;
    const kept: GpciLine[] = [];
    const keys = new RepeatedKeys(tally);
    const floorYears: number[] = [];
    let assignmentYear: number | null = null;
    const marks = new Set<string>();
    const notes = new Set<string>();

    function take(record: TableRecord): void {
      if (isBlankRecord(record)) return;
      const [first = ''] = record.cells;
      const filled = record.cells.filter((cell) => cell !== '').length;
      const isData = beginsWithContractor(record);
      if (!isData && isInTable && filled >= 5) fail(record, '', first, 'This is not a contractor number.');
      else if (isData) {
        if (!isInTable) startTable(record);
        line(record);
      } else if (isInTable) footnote(record.cells.join(' ').trim().slice(0, longestFootnote));
      else above(record);
    }

    function above(record: TableRecord): void {
      const text = record.cells.join(' ');
      if (/GEOGRAPHIC PRACTICE COST/i.test(text)) {
        year = yearIn(text) ?? year;
        if (/\bPROPOSED\b/i.test(text))
          tally.note('The title says that these indices are proposed, not final.');
        return;
      }
      const cells = record.isFixedWidth ? [text] : record.cells;
      headingAt = record.at;
      for (const [i, cell] of cells.entries())
        names[i] = `${names[i] ?? ''} ${cell}`.slice(0, longestHeading);
      names = Array.from(names, (name) => name ?? '');
    }

    function startTable(record: TableRecord): void {
      isInTable = true;
      year ??= yearIn(names.join(' '));
      if (record.isFixedWidth) {
        indicesInHeading = (names.join(' ').match(/GPCI/gi) ?? []).length;
        return;
      }
      columns = gpciColumns(names, year);
      if (columns) {
        if (columns.work === columns.workWithoutFloor)
          tally.note('The work index is printed without the floor only, and stands for the one in force.');
        return;
      }
      columns = gpciColumnsByPosition(record.cells.filter((cell) => cell !== '').length - 4);
      if (columns) tally.note('The headings were not understood; columns were taken by their position.');
      else
        tally.problem(
          headingAt,
          '',
          names.join(','),
          'The headings lack columns of a cost index table, so no line can be read.',
          true,
        );
    }

    function fail(record: TableRecord, column: string, found: string, message: string): void {
      tally.problem(record.at, column, found, message, true);
      tally.leave('unreadable');
    }

    function line(record: TableRecord): void {
      const cells = record.isFixedWidth ? fixedCells(record.cells[0] ?? '') : record.cells;
      const indices = cells.length - 4;
      const of = record.isFixedWidth ? gpciColumnsByPosition(indices) : columns;
      const whole = cells.join(record.isFixedWidth ? ' ' : ',');
      if (record.isOpen) return fail(record, '', whole, 'A quote opened here is never closed.');
      const isOtherwise = record.isFixedWidth && indicesInHeading > 0 && indices !== indicesInHeading;
      if (!of || cells.length < of.width || isOtherwise)
        return fail(record, '', whole, 'The line is cut off or has no columns that are known.');

      const mac = withZeros(cells[of.mac] ?? '', 5);
      const place = (cells[of.state] ?? '').toUpperCase();
      const locality = withZeros(cells[of.locality] ?? '', 2);
      const [, name = '', mark = ''] =
        /^(.*?)\s*(\*{0,2})$/.exec((cells[of.name] ?? '').replace(/\s+/g, ' ')) ?? [];
      if (!/^\d{5}$/.test(mac))
        return fail(record, 'MAC', mac, 'This is not a contractor number of five digits.');
      if (!findPlace(place))
        return fail(
          record,
          'State',
          place,
          'This is not the postal code of one of the 53 places, such as TX.',
        );
      if (!/^\d\d$/.test(locality))
        return fail(record, 'Locality Number', locality, 'This is not a locality number of two digits.');
      if (name === '') return fail(record, 'Locality Name', '', 'The locality has no name.');
      const asked: readonly (readonly [name: string, at: number])[] = [
        ['work GPCI', of.work],
        ['PE GPCI', of.pe],
        ['MP GPCI', of.malpractice],
        ...(of.workWithoutFloor === null ? [] : [['work GPCI without floor', of.workWithoutFloor] as const]),
      ];
      const values: number[] = [];
      for (const [index, at] of asked) {
        const found = cells[at] ?? '';
        const value = fixedPoint(found, 3);
        if (value === undefined || value < 100 || value > 5000) {
          const message = 'This is not an index with at most three decimals, between 0.1 and 5.';
          return fail(record, index, found, message);
        }
        values.push(value);
      }
      const [work = 0, peGpci = 0, malpracticeGpci = 0, other] = values;
      const isSwapped = of.isFloorByValue && other !== undefined && other > work;
      const read: GpciLine = {
        kind: 'gpci',
        at: record.at,
        year,
        mac,
        place,
        locality,
        name,
        workGpci: isSwapped ? other : work,
        workGpciWithoutFloor: other === undefined ? null : isSwapped ? work : other,
        peGpci,
        malpracticeGpci,
        mark: mark as GpciLine['mark'],
      };
      if (keys.isRepeated(`${mac}-${locality}`, JSON.stringify({ ...read, at: 0 }), record.at)) return;
      if (read.workGpciWithoutFloor !== null && read.workGpciWithoutFloor > read.workGpci) {
        const message = 'The work index without the floor is above the one with it.';
        tally.problem(record.at, 'work GPCI', printed(read.workGpci), message, false);
      }
      if (of.isFloorByValue)
        tally.note(
          'Two work indices stand under one heading; the higher was taken for the one with the floor.',
        );
      if (mark !== '') marks.add(mark);
      tellUnended(tally, record);
      if (kept.length < mostChecked) kept.push(read);
      tally.read += 1;
      sink.tableRow?.(read);
    }

    function footnote(text: string): void {
      const assigned = /MAC Assignments as of .*\b(20\d\d)\b/i.exec(text)?.[1];
      if (assigned !== undefined) assignmentYear = Number(assigned);
      const note = /^(\*{1,3})\s*\S/.exec(text)?.[1];
      if (note !== undefined) notes.add(note);
      const extended = /\bextended through\b[^.]{0,40}?\b(20\d\d)\b/i.exec(text)?.[1];
      if (extended !== undefined && floorYears.length < 10) floorYears.push(Number(extended));
    }

    function end(): void {
      keys.end();
      const footnotes: GpciFootnotes = { floorYears, assignmentYear };
      const doubts = kept.length === 0 ? [] : gpciDoubts(kept, year, footnotes);
      for (const { key, found, message } of doubts) {
        const at = kept.find(({ mac, locality }) => `${mac}-${locality}` === key)?.at ?? 0;
        tally.problem(at, '', found, message, false);
      }
      for (const mark of marks) {
        if (notes.has(mark)) continue;
        tally.problem(0, '', mark, 'Names carry this mark, but no footnote explains it.', false);
      }
      if (kept.length === 0) return;
      tally.isDoubtful = doubts.length > 0;
      if (year === null) tally.note('The file does not say of which year its indices are.');
      else if (doubts.length > 0)
        tally.note(`This is not the ${year} cost index table as CMS published it: see the problems listed.`);
      else if (gpciCheckRows.has(year))
        tally.note(`Number of lines, check rows and floors are those of CMS’s ${year} table.`);
      else tally.note(`There are no check rows for ${year}: whether the table is genuine cannot be told.`);
    }

    return { take, end };
  },
};

export const gpciReader = cmsReader(gpciTable);

function firstSeparator(line: string): string | undefined {
  return /^\s*"?\d{4,5}"?\s*([,;\t|])/.exec(line)?.[1];
}

function yearIn(text: string): number | null {
  const year = /\b(20\d\d)\b/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** Contractor, state and locality stand first, the indices last; what is between them is the name. */
function fixedCells(line: string): readonly string[] {
  const words = line.trim().split(/\s+/);
  let first = words.length;
  while (first > 4 && first > words.length - 4 && /^\d?\.\d+$|^\d\.?$/.test(words[first - 1] ?? ''))
    first -= 1;
  return [...words.slice(0, 3), words.slice(3, first).join(' '), ...words.slice(first)];
}

function printed(thousandths: number): string {
  return (thousandths / 1000).toFixed(3);
}
