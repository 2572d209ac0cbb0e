import { carrierPlace } from '../../domain/carrierPlace.ts';
import { type PlaceCode, places } from '../../domain/place.ts';
import {
  beginsWithContractor,
  type CmsTableForm,
  cmsReader,
  isBlankRecord,
  tellUnended,
  withZeros,
} from './cmsReader.ts';
import type { LocalityLine } from './cmsTables.ts';
import { RepeatedKeys } from './repeatedKeys.ts';
import type { TableRecord } from './tableRecords.ts';

/** Lines are kept to the end, because a cut list is known by the others; far more than there are localities. */
const mostLines = 5000;

const placeByName = new Map([
  ...places.map(({ code, name }) => [name.toUpperCase(), code] as const),
  ['HAWAII/GUAM', 'HI'] as const,
]);

/**
 * The table of localities and counties: `LocalityLine`s, at the end of the file. A state is named on its first line
 * only, and in the fixed-width form of 2025 California is named nowhere: the contractor's number tells.
 */
export const loccoTable: CmsTableForm = {
  id: 'locco',
  separatorOf: (line) =>
    /^\s*\d{4,5}\s+\d{1,2}\s/.test(line) ? '' : /^\s*"?\d{4,5}"?\s*([,;\t|])/.exec(line)?.[1],
  open(tally, sink) {
    let year: number | null = null;
    let state = { name: '', place: undefined as PlaceCode | undefined };
    let isAfterBlank = false;
    const headings: string[] = [];
    const columns = { mac: 0, locality: 1, state: 2, area: 3, counties: 4 };
    const cutter = new FixedLocality();
    const lines: { readonly line: LocalityLine; readonly length: number }[] = [];
    const keys = new RepeatedKeys(tally);

    function take(record: TableRecord): void {
      if (isBlankRecord(record)) {
        isAfterBlank = true;
        return;
      }
      if (beginsWithContractor(record)) line(record);
      else above(record);
      isAfterBlank = false;
    }

    /** Titles, headings and the footnote on carriers. */
    function above({ cells, isFixedWidth }: TableRecord): void {
      const title = /COUNTIES INCLUDED IN (20\d\d)?/i.exec(cells.join(' '));
      if (title?.[1] !== undefined) year = Number(title[1]);
      if (isFixedWidth || title !== null || lines.length > 0) return;
      for (const [i, cell] of cells.entries())
        headings[i] = `${headings[i] ?? ''} ${cell}`.trim().slice(0, 200);
      const find = (words: RegExp, otherwise: number) => {
        const at = headings.findIndex((name) => words.test(name ?? ''));
        return at === -1 ? otherwise : at;
      };
      columns.mac = find(/contractor|carrier|\bMAC\b/i, columns.mac);
      columns.locality = find(/locality/i, columns.locality);
      columns.state = find(/^state/i, columns.state);
      columns.area = find(/area/i, columns.area);
      columns.counties = find(/counties/i, columns.counties);
    }

    function fail(record: TableRecord, column: string, found: string, message: string): void {
      tally.problem(record.at, column, found, message, true);
      tally.leave('unreadable');
    }

    function line(record: TableRecord): void {
      const [whole = ''] = record.cells;
      const cell = (at: number) => (record.cells[at] ?? '').replace(/\s+/g, ' ');
      const fields = record.isFixedWidth
        ? cutter.cut(whole)
        : {
            mac: cell(columns.mac),
            locality: cell(columns.locality),
            state: cell(columns.state),
            area: cell(columns.area),
            counties: cell(columns.counties),
          };
      const mac = withZeros(fields.mac, 5);
      const locality = withZeros(fields.locality, 2);
      const named = placeByName.get(fields.state.toUpperCase());
      const found = record.cells.join(',').trim();
      if (record.isOpen) return fail(record, '', found, 'A quote opened here is never closed.');
      if (!/^\d{5}$/.test(mac))
        return fail(record, 'MAC', mac, 'This is not a contractor number of five digits.');
      if (!/^\d\d$/.test(locality))
        return fail(record, 'Locality Number', locality, 'This is not a locality number of two digits.');
      if (fields.state !== '' && named === undefined)
        return fail(record, 'State', fields.state, 'No place of the fee schedule has this name.');
      if (fields.counties === '')
        return fail(record, 'Counties', '', 'The line is cut off: it names no counties.');

      if (named !== undefined) state = { name: fields.state, place: named };
      else {
        const byNumber = carrierPlace(mac, locality);
        if (byNumber !== undefined && byNumber !== state.place) state = { name: '', place: byNumber };
        else if (byNumber === undefined && isAfterBlank) state = { name: '', place: undefined };
      }
      const { name: stateName, place } = state;
      if (place === undefined)
        return fail(record, 'State', '', 'No state is named, and the contractor’s number is not known.');
      if (named !== undefined && (carrierPlace(mac, locality) ?? named) !== named)
        tally.problem(
          record.at,
          'State',
          fields.state,
          `The contractor ${mac} is that of another state.`,
          false,
        );
      if (lines.length >= mostLines)
        return fail(record, '', found, 'More lines than any table of localities has.');
      const read: LocalityLine = {
        kind: 'locality',
        at: record.at,
        year,
        mac,
        locality,
        place,
        stateName,
        area: fields.area.replace(/\s*\*$/, ''),
        counties: fields.counties,
        servedByTwoCarriers: fields.area.endsWith('*'),
        countiesAreCut: false,
      };
      const values = `${read.area}\n${read.counties}`;
      if (keys.isRepeated(`${mac}-${locality}`, values, record.at)) return;
      tellUnended(tally, record);
      tally.read += 1;
      lines.push({ line: read, length: record.isFixedWidth ? whole.length : 0 });
    }

    function end(): void {
      keys.end();
      const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
      const cut = lines.filter(({ length }) => length > 0 && length >= longest - 1);
      // One line may just be the longest; several that end at one column were cut there.
      const isCut = cut.length > 2;
      for (const { line: read, length } of lines) {
        const countiesAreCut = isCut && length > 0 && length >= longest - 1;
        sink.tableRow?.(countiesAreCut ? { ...read, countiesAreCut } : read);
      }
      if (isCut)
        tally.note(
          `${cut.length} lists of counties reach the end of the line and are cut there: the form with separators has them whole.`,
        );
      const unnamed = lines.filter((each) => each.line.stateName === '').length;
      if (unnamed > 0) tally.note(`${unnamed} lines name no state; it was told by the contractor’s number.`);
      if (lines.length > 0 && year === null) tally.note('The file does not say of which year it is.');
    }

    return { take, end };
  },
};

export const loccoReader = cmsReader(loccoTable);

interface LocalityFields {
  readonly mac: string;
  readonly locality: string;
  readonly state: string;
  readonly area: string;
  readonly counties: string;
}

/**
 * Cuts fixed-width lines. Where the columns of state, area and counties begin is learned from the first line that has
 * all three, so that a long area that runs up to the counties is still cut in the right place.
 */
class FixedLocality {
  #areaAt = 0;
  #countiesAt = 0;

  cut(line: string): LocalityFields {
    const [head = '', mac = '', locality = ''] = /^\s*(\d{1,5})(?:\s+(\d{1,2}))?(?=\s|$)/.exec(line) ?? [];
    const runs = [...line.slice(head.length).matchAll(/\S+(?: \S+)*/g)].map((run) => ({
      text: run[0],
      at: head.length + run.index,
    }));
    const [first, second, third] = runs;
    // With wide blanks within its counties a line has more parts; then its state tells which is which.
    const hasAll = runs.length === 3 || placeByName.has(first?.text.toUpperCase() ?? '');
    if (this.#countiesAt === 0 && hasAll && second && third) {
      this.#areaAt = second.at;
      this.#countiesAt = third.at;
    }
    const part = (from: number, to?: number) => line.slice(from, to).replace(/\s+/g, ' ').trim();
    if (this.#countiesAt === 0) {
      return { mac, locality, state: '', area: first?.text ?? '', counties: second ? part(second.at) : '' };
    }
    return {
      mac,
      locality,
      state: part(head.length, this.#areaAt),
      area: part(this.#areaAt, this.#countiesAt),
      counties: part(this.#countiesAt),
    };
  }
}
