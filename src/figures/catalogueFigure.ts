import type { BillingCode } from '../domain/billingCode.ts';
import { absent, type Cell, present } from '../domain/cell.ts';
import type { CodeHeadline } from '../domain/codeHeadline.ts';
import { defaultScope } from '../domain/scope.ts';
import { absenceText } from '../text/absence.ts';
import { billedUnit } from '../text/billedUnit.ts';
import { capital } from '../text/capital.ts';
import { methods } from '../text/methods.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { poolSentence } from '../text/poolText.ts';
import { methodSentence, scopeSentence } from '../text/scopeSentence.ts';
import { type Column, column, type Figure, type FigureRow } from './figure.ts';

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

export interface CatalogueFacts {
  readonly codes: readonly BillingCode[];
  /** By code; a code without one has no rates. */
  readonly headlines: ReadonlyMap<string, CodeHeadline>;
  /** How many states have payer rates for any code; undefined where that is not known. */
  readonly placesWithRates?: number | undefined;
  /** `release 2026-11-22.9f0cbe38`. */
  readonly origin: string;
}

/** The catalogue: one row per code, by family, with coverage and headline figures. The row's id and label are the code. */
export function catalogueFigure({ codes, headlines, placesWithRates, origin }: CatalogueFacts): Figure {
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
  const withMedian = rows.filter(({ cells }) => cells['median']?.kind === 'value').length;
  return {
    id: 'catalogue',
    title: 'All billing codes',
    labelColumn: column('code', 'Code', 'text', 'Billing code and our own short title.'),
    columns,
    rows,
    notes: [
      ...(placesWithRates === undefined ? [] : [`${poolSentence({ releaseStates: placesWithRates })}.`]),
      ...ratioNotes(rows),
    ],
    scope: scopeSentence(defaultScope),
    method: `${methodSentence(defaultScope)} % of Medicare: ${methods.percentOfMedicare}`,
    sources: `Published rate files and CMS physician fee schedules, read code by code into headlines.csv of ${origin}.`,
    summary: `National medians in the default scope, for ${withMedian} of ${countOf(rows.length, 'code')}. BUCA is BCBS, UnitedHealth Group, Cigna and Aetna, pooled.`,
  };
}

/** The same with what the page says beside a code's number in columns of its own, as it leaves the page. */
export function wholeCatalogue(facts: CatalogueFacts): Figure {
  const figure = catalogueFigure(facts);
  const byCode = new Map(facts.codes.map((code) => [code.code, code]));
  return {
    ...figure,
    columns: [
      column('title', 'Title', 'text', 'Our own short words for the code; not the AMA’s descriptor.'),
      column('family', 'Family', 'text', 'Codes of one kind, as the home page groups them.'),
      column('unit', 'Billed', 'text', 'By time, in units of so many minutes, or untimed: once a session.'),
      column('status', 'Status', 'text', 'Whether the code can still be billed, and what took its place.'),
      ...figure.columns,
    ],
    rows: figure.rows.map((row) => {
      const code = byCode.get(row.id);
      if (!code) return row;
      return {
        ...row,
        cells: {
          title: present(code.title),
          family: present(code.family),
          unit: unitOf(code),
          status: present(statusOf(code)),
          ...row.cells,
        },
      };
    }),
  };
}

function unitOf(code: BillingCode): Cell<string> {
  const unit = billedUnit(code);
  return unit === undefined ? absent('not-in-input') : present(unit);
}

function statusOf({ status, replacedBy }: BillingCode): string {
  if (status !== 'deleted') return status;
  return replacedBy.length === 0 ? 'deleted' : `deleted, now ${replacedBy.join(', ')}`;
}
