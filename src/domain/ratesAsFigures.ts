import { absent, type Cell, present } from './cell.ts';
import type { PlanLine } from './payer.ts';
import {
  type PrintedAmount,
  type PublishedClass,
  type PublishedFigure,
  type PublishedMeasure,
  publishedMeasures,
} from './published.ts';
import type { Plan, Provider, RateSource, RateTable } from './rateTable.ts';

const classes: Readonly<Record<PlanLine, PublishedClass>> = {
  Commercial: 'commercial',
  'Exchange / individual': 'commercial',
  'Medicare Advantage': 'medicare-advantage',
  'Medicaid / CHIP': 'medicaid',
  'Medicare (traditional)': 'medicare',
  'Medicare supplement': 'other',
  'Tricare/VA': 'other',
  "Workers' comp / auto": 'workers-comp',
  Behavioral: 'other',
  Unspecified: 'other',
};

/**
 * The rates of a table (a user's file) in the shape of printed figures, so that the same checks run on both. Each
 * place counts as a document of its own: rows of different states are never held against each other.
 */
export function ratesAsFigures(table: RateTable): readonly PublishedFigure[] {
  return Array.from(table.cents, (cents, row): PublishedFigure => {
    const plan = table.plans[table.plan[row] as number] as Plan;
    const provider = table.providers[table.provider[row] as number] as Provider;
    const source = table.sources[table.source[row] as number] as RateSource;
    const { place } = provider;
    return {
      id: `line-${table.line[row]}`,
      document: `your file${place === '' ? '' : `, ${place}`}`,
      title: source.name,
      date: source.date,
      years: [],
      place: place === '' ? null : place,
      market: provider.name,
      payer: plan.payerRaw,
      payerId: plan.payer,
      payerClass: plan.payer === 'medicare' ? 'medicare' : classes[plan.line],
      plan: plan.plan,
      n: absent('not-in-input'),
      nUnit: '',
      amounts: amountsOf(cents),
      claims: [],
      remark: '',
    };
  });
}

function amountsOf(cents: number): PublishedFigure['amounts'] {
  const gap: Cell<PrintedAmount> = absent('not-in-input');
  const entries = publishedMeasures.map((measure): [PublishedMeasure, Cell<PrintedAmount>] => [
    measure,
    measure === 'mean' ? present({ cents, printed: 'exact' }) : gap,
  ]);
  return Object.fromEntries(entries) as Record<PublishedMeasure, Cell<PrintedAmount>>;
}
