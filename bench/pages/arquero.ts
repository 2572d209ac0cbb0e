import * as aq from 'arquero';
import { payers } from '../../src/domain/payer.ts';
import { type Make, plainColumns } from './recompute.ts';

export const make: Make = (rates) => {
  const payerOf = rates.plans.map((plan) => payers.findIndex((payer) => payer.id === plan.payer));
  const table = aq.table(plainColumns(rates, (plan) => payerOf[plan] ?? -1)).params({ from: 0 });
  // Expressions are texts: arquero compiles them, and a bundler would rename what functions refer to.
  const measures = {
    n: 'op.count()',
    mean: 'op.mean(d.amount)',
    p25: 'op.quantile(d.amount, 0.25)',
    median: 'op.median(d.amount)',
    p75: 'op.quantile(d.amount, 0.75)',
  };
  return Promise.resolve({
    ask(firstYear) {
      const votes = table
        .params({ from: firstYear })
        .filter(
          '(d, $) => d.commercial == 1 && d.setting != 2 && d.setting != 4 && d.billing_class != 2 && d.year >= $.from && d.assistant == 0 && (d.flags & 29) == 0',
        )
        .dedupe('payer', 'provider', 'cents')
        .groupby('payer', 'provider')
        .rollup({ amount: 'op.median(d.cents)' });
      const byPayer = votes.groupby('payer').rollup(measures).orderby('payer').objects();
      const pool = votes.filter('d => d.payer < 4').ungroup().rollup(measures).objects();
      return [
        ...pool.map((row) => ({ ...row, payer: 'buca' as const })),
        ...byPayer.map((row) => ({ ...row, payer: payers[row['payer'] as number]?.id ?? 'other' })),
      ] as never;
    },
  });
};
