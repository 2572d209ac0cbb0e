import type { CoverageRow } from '../data/readCoverage.ts';
import { absent, present } from '../domain/cell.ts';
import { payerById } from '../domain/payer.ts';
import type { Figure } from '../figures/figure.ts';
import { placeTitle } from '../text/names.ts';
import { lineText } from '../text/scopeSentence.ts';

const dimensions = {
  place: { title: 'Payer rates by state', label: 'State', of: (row: CoverageRow) => placeTitle(row.place) },
  payer: {
    title: 'Payer rates by payer',
    label: 'Payer',
    of: (row: CoverageRow) => payerById(row.payer).name,
  },
  line: {
    title: 'Payer rates by plan line',
    label: 'Plan line',
    of: (row: CoverageRow) => lineText[row.line],
  },
  year: { title: 'Payer rates by file year', label: 'File year', of: (row: CoverageRow) => String(row.year) },
} as const;

export type CoverageDimension = keyof typeof dimensions;

/** Rates of the release along one dimension, all codes together, with the commercial ones apart. */
export function coverageByFigure(rows: readonly CoverageRow[], dimension: CoverageDimension): Figure {
  const { title, label, of } = dimensions[dimension];
  const totals = new Map<string, { all: number; commercial: number; years: Set<number> }>();
  for (const row of rows) {
    const key = of(row);
    const total = totals.get(key) ?? { all: 0, commercial: 0, years: new Set<number>() };
    total.all += row.rates;
    if (row.line === 'Commercial') total.commercial += row.rates;
    total.years.add(row.year);
    totals.set(key, total);
  }
  return {
    id: `coverage-${dimension}`,
    title,
    labelColumn: { id: dimension, label, kind: 'text', definition: '' },
    columns: [
      { id: 'rates', label: 'Rates', kind: 'count', definition: 'Published payer rates of all codes.' },
      { id: 'commercial', label: 'Commercial', kind: 'count', definition: 'Those of commercial plans.' },
      { id: 'years', label: 'File years', kind: 'text', definition: 'Years of the files they were read in.' },
    ],
    rows: [...totals]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { all, commercial, years }]) => ({
        id: name,
        label: name,
        cells: {
          rates: present(all),
          commercial: commercial === 0 ? absent('not-in-input') : present(commercial),
          years: present([...years].sort((a, b) => a - b).join(' ')),
        },
        flags: [],
      })),
    notes: [],
    method: '',
    sources: '',
    summary: '',
  };
}
