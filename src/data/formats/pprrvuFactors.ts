import { knownFactor } from '../../domain/knownFactors.ts';
import { countOf } from '../../text/numbers.ts';
import type { RvuLine } from './cmsTables.ts';
import type { FileTally } from './fileTally.ts';
import { pprrvuHeadings } from './pprrvuColumns.ts';
import type { PprrvuTitle } from './pprrvuRelease.ts';

/** A table has one factor or two; in a file that has them all, the rest are told as one. */
const mostFactors = 10;

const groups = {
  all: 'for everyone',
  nonQP: 'nonQP, for everyone who is not a qualifying participant of an advanced payment model',
  QP: 'QP, for qualifying participants of advanced payment models',
};

/** A conversion factor as lines of one edition state it. */
interface StatedFactor extends Pick<RvuLine, 'factor' | 'year' | 'release' | 'appliesTo'> {
  readonly isYearOfFactor: boolean;
  lines: number;
}

/** The conversion factors of a relative value file: each of its lines states one, in ten-thousandths of a dollar. */
export class PprrvuFactors {
  readonly #tally: FileTally;
  /** By edition and factor: files of two editions may be laid together. */
  readonly #stated = new Map<string, StatedFactor>();

  constructor(tally: FileTally) {
    this.#tally = tally;
  }

  /** The factor of one more line; the first time, says what does not fit the lines before it or the title. */
  add({ at, factor, year, release, appliesTo }: RvuLine, title: PprrvuTitle): void {
    const key = [year, release, appliesTo, factor].join(' ');
    const known = this.#stated.get(key);
    if (known) {
      known.lines += 1;
      return;
    }
    const others = [...this.#stated.values()];
    if (others.length > 0 && others.every((other) => other.factor !== factor))
      this.#tell(
        factor,
        at,
        'A second conversion factor in one file: lines keep the factor they stand with, and whom it is for.',
      );
    const published = knownFactor(factor);
    if (title.year !== null && published && published.year !== title.year)
      this.#tell(
        factor,
        at,
        `The title says ${title.year}, but this is the conversion factor of ${published.year}.`,
      );
    if (others.length >= mostFactors) return;
    const isYearOfFactor = title.year === null && year !== null;
    this.#stated.set(key, { factor, year, release, appliesTo, isYearOfFactor, lines: 1 });
  }

  /** Says how many lines stand with each factor, and whom it is for. */
  end(): void {
    for (const stated of this.#stated.values()) this.#tally.note(factorNote(stated));
  }

  #tell(factor: number, at: number, message: string): void {
    this.#tally.problem(at, pprrvuHeadings.factor, String(factor / 10_000), message, false);
  }
}

function factorNote({ factor, year, release, appliesTo, isYearOfFactor, lines }: StatedFactor): string {
  const dollars = (factor / 10_000).toFixed(4);
  const stated = year === null ? 'of a year it does not state' : `of ${year}`;
  const of = release === '' ? stated : `of ${release}`;
  const whence = isYearOfFactor ? ' The year follows from the factor: the file states none.' : '';
  const group = appliesTo === null ? 'for whom the file does not say' : groups[appliesTo];
  return `${countOf(lines, 'line')} ${of} with the conversion factor ${dollars}, ${group}.${whence}`;
}
