import { knownFactor } from '../../domain/knownFactors.ts';
import type { FileTally } from './fileTally.ts';
import { pprrvuHeadings } from './pprrvuColumns.ts';
import { editionOf, type PprrvuTitle } from './pprrvuRelease.ts';

/** A table has one factor or two; in a file that has them all, the rest are told as one. */
const mostFactors = 10;

const groups = {
  all: 'for everyone',
  nonQP: 'nonQP, for everyone who is not a qualifying participant of an advanced payment model',
  QP: 'QP, for qualifying participants of advanced payment models',
};

/** The conversion factors of a relative value file: each of its lines states one, in ten-thousandths of a dollar. */
export class PprrvuFactors {
  readonly #tally: FileTally;
  /** How many lines state each. */
  readonly #lines = new Map<number, number>();

  constructor(tally: FileTally) {
    this.#tally = tally;
  }

  /** The factor of one more line; the first time, says what does not fit the lines before it or the title. */
  add(factor: number, at: number, title: PprrvuTitle): void {
    const count = this.#lines.get(factor);
    if (count !== undefined) {
      this.#lines.set(factor, count + 1);
      return;
    }
    if (this.#lines.size > 0)
      this.#tell(
        factor,
        at,
        'A second conversion factor in one file: lines keep the factor they stand with, and whom it is for.',
      );
    const known = knownFactor(factor);
    if (title.year !== null && known && known.year !== title.year)
      this.#tell(
        factor,
        at,
        `The title says ${title.year}, but this is the conversion factor of ${known.year}.`,
      );
    if (this.#lines.size < mostFactors) this.#lines.set(factor, 1);
  }

  /** Says how many lines stand with each factor, and whom it is for. */
  end(title: PprrvuTitle): void {
    for (const [factor, count] of this.#lines) this.#tally.note(factorNote(factor, count, title));
  }

  #tell(factor: number, at: number, message: string): void {
    this.#tally.problem(at, pprrvuHeadings.factor, String(factor / 10_000), message, false);
  }
}

function factorNote(factor: number, count: number, title: PprrvuTitle): string {
  const { year, release, appliesTo } = editionOf(title, factor);
  const dollars = (factor / 10_000).toFixed(4);
  const stated = year === null ? 'of a year it does not state' : `of ${year}`;
  const of = release === '' ? stated : `of ${release}`;
  const isYearOfFactor = title.year === null && year !== null;
  const whence = isYearOfFactor ? ' The year follows from the factor: the file states none.' : '';
  const group = appliesTo === null ? 'for whom the file does not say' : groups[appliesTo];
  return `${count === 1 ? '1 line' : `${count} lines`} ${of} with the conversion factor ${dollars}, ${group}.${whence}`;
}
