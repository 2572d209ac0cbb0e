import * as duckdb from '@duckdb/duckdb-wasm';
import { payers } from '../../src/domain/payer.ts';
import { type Make, type PayerAnswer, plainColumns } from './recompute.ts';

/** A table in memory and one query with a parameter, prepared once: what a dashboard on DuckDB-Wasm would do. */
export const make: Make = async (rates) => {
  const worker = new Worker('/duckdb/duckdb-browser-eh.worker.js');
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(new URL('/duckdb/duckdb-eh.wasm', location.href).href);
  const connection = await database.connect();
  const payerOf = rates.plans.map((plan) => payers.findIndex((payer) => payer.id === plan.payer));
  const columns = plainColumns(rates, (plan) => payerOf[plan] ?? -1);
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const lines = [names.join(',')];
  for (let row = 0; row < rates.length; row++) lines.push(names.map((name) => columns[name][row]).join(','));
  await database.registerFileText('rates.csv', lines.join('\n'));
  const types = names.map((name) => `'${name}': 'INTEGER'`).join(', ');
  await connection.query(
    `CREATE TABLE rates AS SELECT * FROM read_csv('rates.csv', header = true, columns = {${types}})`,
  );
  const measures =
    'count(*)::INTEGER AS n, avg(amount) AS mean, quantile_cont(amount, 0.25) AS p25, quantile_cont(amount, 0.5) AS median, quantile_cont(amount, 0.75) AS p75';
  const query = await connection.prepare(`
    WITH votes AS MATERIALIZED (
      SELECT payer, provider, quantile_cont(cents::DOUBLE, 0.5) AS amount
      FROM (
        SELECT DISTINCT payer, provider, cents FROM rates
        WHERE commercial = 1 AND setting <> 2 AND setting <> 4 AND billing_class <> 2
          AND year >= ? AND assistant = 0 AND (flags & 29) = 0
      ) GROUP BY payer, provider
    )
    SELECT payer, ${measures} FROM votes GROUP BY payer
    UNION ALL SELECT -1, ${measures} FROM votes WHERE payer < 4
    ORDER BY 1`);
  return {
    async ask(firstYear) {
      const answer = await query.query(firstYear);
      return answer.toArray().map((row): PayerAnswer => {
        const { payer = -1, n = 0, mean = 0, p25 = 0, median = 0, p75 = 0 } = row.toJSON();
        return { payer: payers[payer]?.id ?? 'buca', n, mean, p25, median, p75 };
      });
    },
  };
};
