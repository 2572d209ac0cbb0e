import type { BillingCode } from '../domain/billingCode.ts';
import { absent, type Cell, present } from '../domain/cell.ts';
import type { CodeHeadline } from '../domain/codeHeadline.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import { absenceText } from '../text/absence.ts';
import { capital } from '../text/capital.ts';
import { listOf } from '../text/names.ts';

const columns: readonly Column[] = [
  {
    id: 'median',
    label: 'BUCA median',
    kind: 'money',
    definition:
      'Middle of the votes of BCBS, UnitedHealth Group, Cigna and Aetna, pooled, in the default scope.',
  },
  {
    id: 'votes',
    label: 'BUCA n',
    kind: 'count',
    definition: 'Votes behind the BUCA median: one per provider and payer.',
  },
  {
    id: 'ratio',
    label: '% of Medicare',
    kind: 'ratio',
    definition:
      'Sum of the BUCA votes over the sum of the Medicare amounts for the same code, state and year.',
  },
  {
    id: 'places',
    label: 'States with rates',
    kind: 'count',
    definition: 'States, territories and DC with at least one published payer rate.',
  },
  {
    id: 'providers',
    label: 'Providers',
    kind: 'count',
    definition: 'Providers with at least one published payer rate, in any scope.',
  },
  { id: 'rates', label: 'Rates', kind: 'count', definition: 'Published payer rates, in any scope.' },
];

function cellsOf(headline: CodeHeadline | undefined): Record<string, Cell<number | string>> {
  if (!headline || headline.rates === 0) {
    return Object.fromEntries(columns.map(({ id }) => [id, absent('not-in-input')]));
  }
  return {
    median: headline.bucaMedian,
    votes: present(headline.bucaVotes),
    ratio: headline.percentOfMedicare,
    places: present(headline.places),
    providers: present(headline.providers),
    rates: present(headline.rates),
  };
}

/** Families with the most published rates first: what a reader most likely came for. */
function familyOrder(
  codes: readonly BillingCode[],
  headlines: ReadonlyMap<string, CodeHeadline>,
): Map<string, number> {
  const rates = new Map<string, number>();
  for (const { code, family } of codes) {
    rates.set(family, (rates.get(family) ?? 0) + (headlines.get(code)?.rates ?? 0));
  }
  const families = [...rates].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b, 'en'));
  return new Map(families.map(([family], index) => [family, index]));
}

/** Why Medicare is no measure for some codes: each reason once, with its codes, because a dozen rows share it. */
function ratioNotes(rows: readonly FigureRow[]): string[] {
  const codesByReason = new Map<string, string[]>();
  for (const { label, cells } of rows) {
    const cell = cells['ratio'];
    if (cell?.kind !== 'absent' || cell.detail === '') continue;
    const reason = absenceText(cell);
    codesByReason.set(reason, [...(codesByReason.get(reason) ?? []), label]);
  }
  return [...codesByReason].map(([reason, codes]) => {
    return `% of Medicare for ${listOf(codes)}: ${capital(reason)}.`;
  });
}

/** The catalogue: one row per code, by family, with coverage and headline figures. The row's id and label are the code. */
export function catalogueFigure(
  codes: readonly BillingCode[],
  headlines: ReadonlyMap<string, CodeHeadline>,
): Figure {
  const order = familyOrder(codes, headlines);
  const sorted = codes.toSorted(
    (a, b) => (order.get(a.family) ?? 0) - (order.get(b.family) ?? 0) || a.code.localeCompare(b.code, 'en'),
  );
  const rows: FigureRow[] = sorted.map(({ code }) => ({
    id: code,
    label: code,
    cells: cellsOf(headlines.get(code)),
    flags: [],
  }));
  return {
    id: 'catalogue',
    title: 'All billing codes',
    labelColumn: {
      id: 'code',
      label: 'Code',
      kind: 'text',
      definition: 'Billing code and our own short title.',
    },
    columns,
    rows,
    notes: ratioNotes(rows),
    method: '',
    sources: '',
    summary: '',
  };
}
