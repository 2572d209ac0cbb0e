import type { CoverageRow } from '../data/readCoverage.ts';
import { present } from '../domain/cell.ts';
import { payerById } from '../domain/payer.ts';
import { type Column, column, type Figure } from '../figures/figure.ts';
import { listOf, placeTitle } from '../text/names.ts';
import { countOf, formatCount, formatRatio } from '../text/numbers.ts';
import { lineText } from '../text/scopeSentence.ts';

const dimensions = {
  place: {
    title: 'Payer rates by state',
    label: 'State',
    definition: 'Where the provider is.',
    of: (row: CoverageRow) => placeTitle(row.place),
  },
  payer: {
    title: 'Payer rates by payer',
    label: 'Payer',
    definition: 'Payer group, by the table of payer names.',
    of: (row: CoverageRow) => payerById(row.payer).name,
  },
  line: {
    title: 'Payer rates by plan line',
    label: 'Plan line',
    definition: 'Line of business, by the table of payer names.',
    of: (row: CoverageRow) => lineText[row.line],
  },
  year: {
    title: 'Payer rates by file year',
    label: 'File year',
    definition: 'The file’s own year.',
    of: (row: CoverageRow) => String(row.year),
  },
} as const;

/** A column that would say its row's name again is not there. */
const columns: readonly (Column & { readonly notFor?: CoverageDimension })[] = [
  column('rates', 'Rates', 'count', 'Published payer rates of all codes.'),
  { ...column('commercial', 'Commercial', 'count', 'Those of commercial plans.'), notFor: 'line' },
  { ...column('years', 'File years', 'text', 'Years of the files they were read in.'), notFor: 'year' },
];

export type CoverageDimension = keyof typeof dimensions;

/**
 * Rates of the release along one dimension, all codes together, with the commercial ones apart.
 *
 * @param origin `release 2026-11-22.9f0cbe38`
 */
export function coverageByFigure(
  rows: readonly CoverageRow[],
  dimension: CoverageDimension,
  origin: string,
): Figure {
  const { title, label, definition, of } = dimensions[dimension];
  const totals = new Map<string, { all: number; commercial: number; years: Set<number> }>();
  for (const row of rows) {
    const key = of(row);
    const total = totals.get(key) ?? { all: 0, commercial: 0, years: new Set<number>() };
    total.all += row.rates;
    if (row.line === 'Commercial') total.commercial += row.rates;
    total.years.add(row.year);
    totals.set(key, total);
  }
  const sorted = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: `coverage-${dimension}`,
    title,
    labelColumn: { id: dimension, label, kind: 'text', definition },
    columns: columns.filter(({ notFor }) => notFor !== dimension),
    rows: sorted.map(([name, { all, commercial, years }]) => ({
      id: name,
      label: name,
      cells: {
        rates: present(all),
        commercial: present(commercial),
        years: present([...years].sort((a, b) => a - b).join(' ')),
      },
      flags: [],
    })),
    notes: [],
    method:
      'Every payer rate of the release counts once, of every code, site and billing class, also where it is flagged. Commercial is one plan line of several: exchange, Medicare Advantage, Medicaid and others are not in it.',
    sources: `coverage.csv of ${origin}.`,
    summary: summaryOf(sorted.map(([name, total]) => ({ name, ...total }))),
  };
}

interface NamedTotal {
  readonly name: string;
  readonly all: number;
  readonly commercial: number;
}

function summaryOf(totals: readonly NamedTotal[]): string {
  const all = totals.reduce((sum, total) => sum + total.all, 0);
  if (all === 0) return 'No payer rates.';
  const commercial = totals.reduce((sum, total) => sum + total.commercial, 0);
  const most = Math.max(...totals.map((total) => total.all));
  const leaders = totals.filter((total) => total.all === most).map(({ name }) => name);
  const each = leaders.length > 1 ? ' each' : '';
  return `${countOf(all, 'payer rate')}, ${formatCount(commercial)} of them commercial. Most: ${listOf(leaders)}, ${formatCount(most)}${each} (${formatRatio(most / all)}).`;
}
