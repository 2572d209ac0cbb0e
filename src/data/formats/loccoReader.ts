import { carrierPlace } from '../../domain/carrierPlace.ts';
import type { PlaceCode } from '../../domain/place.ts';
import { countOf } from '../../text/numbers.ts';
import {
  beginsWithContractor,
  type CmsTableForm,
  type CmsTableReader,
  cmsReader,
  isBlankRecord,
  tellUnended,
  withZeros,
} from './cmsReader.ts';
import type { LocalityLine } from './cmsTables.ts';
import type { FileTally } from './fileTally.ts';
import { FixedLocality, type LocalityFields } from './fixedLocality.ts';
import type { FormatSink } from './formatReader.ts';
import { contractorFault, type LineFault, leaveLine, lineFault, localityNumberFault } from './lineFault.ts';
import { noState, placeNamed, unnamedState } from './localityState.ts';
import { LoccoHeading } from './loccoHeading.ts';
import { RepeatedKeys } from './repeatedKeys.ts';
import type { TableRecord } from './tableRecords.ts';

/** Lines are kept to the end, because a cut list is known by the others; far more than there are localities. */
const mostLines = 5000;

/**
 * The table of localities and counties: `LocalityLine`s, at the end of the file. A state is named on its first line
 * only, and in the fixed-width form of 2025 California is named nowhere: the contractor's number tells.
 */
export const loccoTable: CmsTableForm = {
  id: 'locco',
  separatorOf: (line) =>
    /^\s*\d{4,5}\s+\d{1,2}\s/.test(line) ? '' : /^\s*"?\d{4,5}"?\s*([,;\t|])/.exec(line)?.[1],
  open: (tally, sink) => new LoccoTable(tally, sink),
};

export const loccoReader = cmsReader(loccoTable);

interface KeptLine {
  readonly line: LocalityLine;
  /** Characters of a fixed-width line; 0 of one with separators, which is never cut by its length. */
  readonly length: number;
}

class LoccoTable implements CmsTableReader {
  readonly #tally: FileTally;
  readonly #sink: FormatSink;
  readonly #heading = new LoccoHeading();
  readonly #cutter = new FixedLocality();
  readonly #keys: RepeatedKeys;
  readonly #lines: KeptLine[] = [];
  #state = noState;
  #isAfterBlank = false;

  constructor(tally: FileTally, sink: FormatSink) {
    this.#tally = tally;
    this.#sink = sink;
    this.#keys = new RepeatedKeys(tally);
  }

  take(record: TableRecord): void {
    const isBlank = isBlankRecord(record);
    if (!isBlank) {
      if (beginsWithContractor(record)) this.#line(record);
      else this.#heading.add(record, this.#lines.length > 0);
    }
    this.#isAfterBlank = isBlank;
  }

  #line(record: TableRecord): void {
    const [whole = ''] = record.cells;
    const fail = (fault: LineFault) => leaveLine(this.#tally, record.at, fault);
    const fields = record.isFixedWidth ? this.#cutter.cut(whole) : this.#heading.fieldsOf(record.cells);
    const mac = withZeros(fields.mac, 5);
    const locality = withZeros(fields.locality, 2);
    const named = placeNamed(fields.state);
    const fault = faultOf(record, { ...fields, mac, locality }, named);
    if (fault) return fail(fault);

    this.#state =
      named === undefined
        ? unnamedState(this.#state, mac, locality, this.#isAfterBlank)
        : { name: fields.state, place: named };
    const { name: stateName, place } = this.#state;
    if (place === undefined)
      return fail(lineFault('State', '', 'No state is named, and the contractor’s number is not known.'));
    if (named !== undefined && (carrierPlace(mac, locality) ?? named) !== named) {
      const message = `The contractor ${mac} is that of another state.`;
      this.#tally.problem(record.at, 'State', fields.state, message, false);
    }
    if (this.#lines.length >= mostLines)
      return fail(lineFault('', foundIn(record), 'More lines than any table of localities has.'));
    const read: LocalityLine = {
      kind: 'locality',
      at: record.at,
      year: this.#heading.year,
      mac,
      locality,
      place,
      stateName,
      area: fields.area.replace(/\s*\*$/, ''),
      counties: fields.counties,
      servedByTwoCarriers: fields.area.endsWith('*'),
      countiesAreCut: false,
    };
    if (this.#keys.isRepeated(`${mac}-${locality}`, `${read.area}\n${read.counties}`, record.at)) return;
    tellUnended(this.#tally, record);
    this.#tally.read += 1;
    this.#lines.push({ line: read, length: record.isFixedWidth ? whole.length : 0 });
  }

  end(): void {
    this.#keys.end();
    this.#handOver();
    const unnamed = this.#lines.filter(({ line }) => line.stateName === '').length;
    if (unnamed > 0)
      this.#tally.note(
        `${countOf(unnamed, 'line names', 'lines name')} no state; it was told by the contractor’s number.`,
      );
    if (this.#lines.length > 0 && this.#heading.year === null)
      this.#tally.note('The file does not say of which year it is.');
  }

  /** Hands the lines on, now that all of them tell where their form cuts them off. */
  #handOver(): void {
    const longest = this.#lines.reduce((most, { length }) => Math.max(most, length), 0);
    const reachesEnd = ({ length }: KeptLine) => length > 0 && length >= longest - 1;
    const cut = this.#lines.filter(reachesEnd).length;
    // One line may just be the longest; several that end at one column were cut there.
    const isCut = cut > 2;
    for (const kept of this.#lines)
      this.#sink.tableRow?.(isCut && reachesEnd(kept) ? { ...kept.line, countiesAreCut: true } : kept.line);
    if (isCut)
      this.#tally.note(
        `${cut} lists of counties reach the end of the line and are cut there: the form with separators has them whole.`,
      );
  }
}

/** Why a line cannot be read; undefined where its parts are all there. */
function faultOf(
  record: TableRecord,
  { mac, locality, state, counties }: LocalityFields,
  named: PlaceCode | undefined,
): LineFault | undefined {
  if (record.isOpen) return lineFault('', foundIn(record), 'A quote opened here is never closed.');
  const number = contractorFault(mac) ?? localityNumberFault(locality);
  if (number) return number;
  if (state !== '' && named === undefined)
    return lineFault('State', state, 'No place of the fee schedule has this name.');
  return counties === ''
    ? lineFault('Counties', '', 'The line is cut off: it names no counties.')
    : undefined;
}

function foundIn({ cells }: TableRecord): string {
  return cells.join(',').trim();
}
