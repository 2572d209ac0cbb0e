import { absent, present } from '../domain/cell.ts';
import { meanOutsideQuartiles } from '../domain/insight.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { ChargeSummary } from '../domain/release.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { methods } from '../text/methods.ts';
import { inPlace, placeTitle } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

const columns: readonly Column[] = [
  { id: 'hospitals', label: 'Hospitals', kind: 'count', definition: methods.hospitals },
  { id: 'mean', label: 'Mean', kind: 'money', definition: 'Mean as the source aggregate gives it.' },
  { id: 'p25', label: 'P25', kind: 'money', definition: 'As the source aggregate gives it.' },
  { id: 'median', label: 'Median', kind: 'money', definition: 'As the source aggregate gives it.' },
  { id: 'p75', label: 'P75', kind: 'money', definition: 'As the source aggregate gives it.' },
];

const kinds = [
  { kind: 'gross', label: 'Gross charge' },
  { kind: 'cash', label: 'Cash price' },
] as const;

/** What hospitals charge in a place, as such: list and cash prices are not what payers pay and are never pooled with rates. */
export function chargesFigure(
  code: string,
  place: PlaceCode | null,
  charges: readonly ChargeSummary[],
  origin: string,
): Figure {
  const here = charges.filter((each) => each.place === (place ?? 'US'));
  const rows = kinds.map(({ kind, label }) => chargeRow(kind, label, here));
  const sides = new Set(here.map(sideOfMean));
  const gross = here.find((each) => each.kind === 'gross');
  return {
    id: 'charges',
    title: `${place === null ? 'National' : placeTitle(place)} hospital charges for ${code}`,
    labelColumn: {
      id: 'charge',
      label: 'Charge',
      kind: 'text',
      definition: `${methods.gross} ${methods.cash}`,
    },
    columns,
    rows,
    notes: [
      'Charges are list and cash prices. They are not payer rates and are in no benchmark on this page.',
      ...(sides.has('above')
        ? [
            'Most hospitals’ prices are below a mean that lies above its own P75. Those above it may be placeholders (strings of nines): the aggregate does not say. Read the median.',
          ]
        : []),
      ...(sides.has('below')
        ? [
            'Most hospitals’ prices are above a mean that lies below its own P25: the aggregate does not say why. Read the median.',
          ]
        : []),
    ],
    method: `${methods.gross} ${methods.cash} Aggregated by the source over each hospital’s published price; its percentile definition is not stated.`,
    sources: `Hospital price-transparency files, aggregated by state; file dates not stated by the source; ${origin}.`,
    summary: gross
      ? `Hospitals ${inPlace(place)} list a median gross charge of ${formatMoney(gross.medianCents)} (${countOf(gross.hospitals, 'hospital')}). This is a charge, not what payers pay.`
      : `Hospital charges ${inPlace(place)}: ${dataNotAvailable}.`,
  };
}

function sideOfMean({ meanCents, p25Cents, p75Cents }: ChargeSummary) {
  return meanOutsideQuartiles({ mean: present(meanCents), p25: present(p25Cents), p75: present(p75Cents) });
}

function chargeRow(kind: ChargeSummary['kind'], label: string, here: readonly ChargeSummary[]): FigureRow {
  const found = here.find((each) => each.kind === kind);
  if (!found) {
    const gap = absent('not-in-input');
    return {
      id: kind,
      label,
      cells: { hospitals: gap, mean: gap, p25: gap, median: gap, p75: gap },
      flags: [],
    };
  }
  const cells = {
    hospitals: present(found.hospitals),
    mean: present(found.meanCents),
    p25: present(found.p25Cents),
    median: present(found.medianCents),
    p75: present(found.p75Cents),
  };
  return { id: kind, label, cells, flags: sideOfMean(found) ? ['mean outside P25–P75'] : [] };
}
