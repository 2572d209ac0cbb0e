import type { PublishedSource } from '../data/readSources.ts';
import { absent, type Cell, present } from '../domain/cell.ts';
import { filesUsed } from '../domain/countedFiles.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';
import { column, type Figure, type FigureRow } from '../figures/figure.ts';
import { countOf } from '../text/numbers.ts';
import { filesText } from '../text/poolText.ts';

export interface CodeCoverage {
  readonly code: string;
  readonly title: string;
  readonly rates: number;
  readonly providers: number;
  /** Places with payer rates for the code. */
  readonly places: readonly PlaceCode[];
}

type Cells = Readonly<Record<string, Cell<number | string>>>;

/** A blank in a list of words is said in words. */
function textCell(text: string, whenBlank: string): Cell<string> {
  return present(text === '' ? whenBlank : text);
}

function row(id: string, label: string, cells: Cells): FigureRow {
  return { id, label, cells, flags: [] };
}

const kindNames = { hospital: 'Hospital', payer: 'Payer', own: 'Own table' } as const;

const countedAll =
  'Every payer rate of the release counts once, in every plan line, site, billing class and year, also where it is flagged.';

/**
 * One row per published file the rates were read in.
 *
 * @param origin `release 2026-11-22.9f0cbe38`
 */
export function sourcesFigure(sources: readonly PublishedSource[], origin: string): Figure {
  const rates = sources.reduce((sum, source) => sum + source.rows, 0);
  const flagged = sources.filter(({ flags }) => flags.length > 0).length;
  return {
    id: 'sources',
    title: 'Published files',
    labelColumn: column('name', 'File', 'text', 'The file’s name as published.'),
    columns: [
      column('publisher', 'About', 'text', 'The hospitals or the payer the file is about.'),
      column('place', 'Place', 'text', 'Where its providers are; nothing where they are in several places.'),
      column('rates', 'Rates', 'count', 'Rates of this release read in the file.'),
      column(
        'flags',
        'Problems found',
        'text',
        'Flags set on its rates, with how often. Flagged, never deleted.',
      ),
      column('date', 'Date', 'text', 'The file’s own date, as exactly as it is known.'),
      column('kind', 'Published by', 'text', 'A hospital or a payer.'),
      column(
        'confidence',
        'Confidence',
        'text',
        'High: the published file itself. Medium: someone re-shaped it.',
      ),
      column('sha256', 'SHA-256', 'text', 'Of the published file, where known; first 12 digits.'),
      column('carrier', 'Copy read from', 'text', 'The public repository that keeps the copy we read.'),
    ],
    rows: sources.map((source) =>
      row(source.id, source.name, {
        publisher: present(source.publisher),
        place: textCell(source.place, 'several places'),
        rates: present(source.rows),
        flags: textCell(source.flags.join(', ').replaceAll('_', ' '), 'none'),
        date: textCell(source.date, 'no date stated'),
        kind: present(kindNames[source.kind]),
        confidence: textCell(source.confidence, 'not stated'),
        sha256: textCell(source.sha256.slice(0, 12), 'not known'),
        carrier: textCell(source.carriedBy, 'not stated'),
      }),
    ),
    notes: [],
    method: countedAll,
    sources: `sources.csv of ${origin}.`,
    summary: `${filesText(filesUsed({ sources }, () => true))}, with ${countOf(rates, 'payer rate')}; rates of ${countOf(flagged, 'file')} are flagged.`,
  };
}

/** The same with what only a list on a disk has room for: the whole digest, the address, and where the copy lies. */
export function wholeSources(sources: readonly PublishedSource[], origin: string): Figure {
  const figure = sourcesFigure(sources, origin);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    ...figure,
    columns: [
      ...figure.columns.map((each) =>
        each.id === 'sha256' ? { ...each, definition: 'Of the published file, where known.' } : each,
      ),
      column('path', 'Path of the copy', 'text', 'Where that repository keeps it.'),
      column('url', 'Address', 'text', 'Where the file was published.'),
    ],
    rows: figure.rows.map((each) => {
      const source = byId.get(each.id);
      if (!source) return each;
      return {
        ...each,
        cells: {
          ...each.cells,
          sha256: textCell(source.sha256, 'not known'),
          path: textCell(source.path, 'not stated'),
          url: textCell(source.publishedUrl, 'not stated'),
        },
      };
    }),
  };
}

interface CoverageFacts {
  readonly coverage: readonly CodeCoverage[];
  /** `release 2026-11-22.9f0cbe38`. */
  readonly origin: string;
  readonly notes: readonly string[];
}

/** One row per code: how much there is, and where. */
export function coverageFigure({ coverage, origin, notes }: CoverageFacts): Figure {
  const withRates = coverage.filter(({ rates }) => rates > 0);
  const rates = withRates.reduce((sum, code) => sum + code.rates, 0);
  const places = new Set(withRates.flatMap((code) => code.places));
  return {
    id: 'coverage',
    title: 'Payer rates by code and state',
    labelColumn: column('code', 'Code', 'text', 'Billing code and our own short title.'),
    columns: [
      column('rates', 'Rates', 'count', 'Published payer rates, in any scope.'),
      column('providers', 'Providers', 'count', 'Providers with at least one of them.'),
      column('count', 'States', 'count', 'Places with at least one of them.'),
      column(
        'places',
        'Where',
        'text',
        'Those places. Everywhere else the data are not available in the input.',
      ),
    ],
    rows: coverage.map((code) => {
      if (code.rates === 0) {
        const none = absent('not-in-input');
        return row(code.code, code.code, { rates: none, providers: none, count: none, places: none });
      }
      return row(code.code, code.code, {
        rates: present(code.rates),
        providers: present(code.providers),
        count: present(code.places.length),
        places: present(code.places.toSorted().join(' ')),
      });
    }),
    notes,
    method: countedAll,
    sources: `headlines.csv and the list of files of ${origin}.`,
    summary: `${countOf(rates, 'payer rate')} for ${withRates.length} of ${countOf(coverage.length, 'code')}, in ${countOf(places.size, 'state')}.`,
  };
}

/** One row per problem met while reading the release. */
export function problemsFigure(problems: readonly Problem[], origin: string): Figure {
  const leftOut = problems.filter((problem) => problem.leftOut).length;
  return {
    id: 'problems',
    title: 'Problems found while reading',
    labelColumn: column('file', 'File', 'text', 'The file of the release.'),
    columns: [
      column('line', 'Line', 'count', 'As a text editor counts.'),
      column('column', 'Column', 'text', 'The heading the file prints.'),
      column('found', 'Found', 'text', 'The text found.'),
      column('message', 'What is wrong', 'text', 'Why it could not be used as it stood.'),
      column('used', 'Row', 'text', 'Whether the row counts.'),
    ],
    rows: problems.map((problem, index) =>
      row(String(index), problem.file, {
        line: present(problem.line === 0 ? 'whole file' : problem.line),
        column: textCell(problem.column, 'the whole line'),
        found: textCell(problem.found, 'nothing there'),
        message: present(problem.message),
        used: present(problem.leftOut ? 'left out' : 'counted'),
      }),
    ),
    notes: [],
    method: 'Each file is read line by line. A line that cannot be used is left out; the others count.',
    sources: `The files of ${origin}.`,
    summary: `${countOf(problems.length, 'problem')}; ${countOf(leftOut, 'line is', 'lines are')} left out.`,
  };
}
