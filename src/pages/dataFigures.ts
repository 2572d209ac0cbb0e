import type { PublishedSource } from '../data/readSources.ts';
import { absent, type Cell, present } from '../domain/cell.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';
import { type Column, column, type Figure, type FigureRow } from '../figures/figure.ts';

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

function list(
  id: string,
  title: string,
  labelColumn: Column,
  columns: readonly Column[],
  rows: readonly FigureRow[],
): Figure {
  return { id, title, labelColumn, columns, rows, notes: [], method: '', sources: '', summary: '' };
}

function row(id: string, label: string, cells: Cells): FigureRow {
  return { id, label, cells, flags: [] };
}

const kindNames = { hospital: 'Hospital', payer: 'Payer', own: 'Own table' } as const;

/** One row per published file the rates were read in. */
export function sourcesFigure(sources: readonly PublishedSource[]): Figure {
  return list(
    'sources',
    'Published files',
    column('name', 'File', 'text', 'The file’s name as published.'),
    [
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
    sources.map((source) =>
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
  );
}

/** One row per code: how much there is, and where. */
export function coverageFigure(coverage: readonly CodeCoverage[]): Figure {
  return list(
    'coverage',
    'Payer rates by code and state',
    column('code', 'Code', 'text', 'Billing code and our own short title.'),
    [
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
    coverage.map(({ code, rates, providers, places }) => {
      if (rates === 0) {
        const none = absent('not-in-input');
        return row(code, code, { rates: none, providers: none, count: none, places: none });
      }
      return row(code, code, {
        rates: present(rates),
        providers: present(providers),
        count: present(places.length),
        places: present(places.toSorted().join(' ')),
      });
    }),
  );
}

/** One row per problem met while reading the release. */
export function problemsFigure(problems: readonly Problem[]): Figure {
  return list(
    'problems',
    'Problems found while reading',
    column('file', 'File', 'text', 'The file of the release.'),
    [
      column('line', 'Line', 'count', 'As a text editor counts.'),
      column('column', 'Column', 'text', 'The heading the file prints.'),
      column('found', 'Found', 'text', 'The text found.'),
      column('message', 'What is wrong', 'text', 'Why it could not be used as it stood.'),
      column('used', 'Row', 'text', 'Whether the row counts.'),
    ],
    problems.map((problem, index) =>
      row(String(index), problem.file, {
        line: present(problem.line === 0 ? 'whole file' : problem.line),
        column: textCell(problem.column, 'the whole line'),
        found: textCell(problem.found, 'nothing there'),
        message: present(problem.message),
        used: present(problem.leftOut ? 'left out' : 'counted'),
      }),
    ),
  );
}
