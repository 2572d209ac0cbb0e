import * as duckdb from '@duckdb/duckdb-wasm';
import type { CsvGroup } from './csvGroups.ts';

/** DuckDB-Wasm, told the types, so that it need not guess them. */
export async function startDuckdb() {
  const worker = new Worker('/duckdb/duckdb-browser-eh.worker.js');
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(new URL('/duckdb/duckdb-eh.wasm', location.href).href);
  const connection = await database.connect();
  return async (bytes: Uint8Array): Promise<readonly CsvGroup[]> => {
    await database.registerFileBuffer('rates.csv', bytes);
    const texts = ['state', 'payer', 'code', 'provider_id', 'place_of_service', 'billing_class', 'modifier'];
    const types = [...texts.map((name) => `'${name}': 'VARCHAR'`), "'rate': 'DOUBLE'"].join(', ');
    const at = (share: number, name: string) => `quantile_cont(rate * 100, ${share}) AS ${name}`;
    const answer = await connection.query(`
      SELECT state || '/' || payer AS "group", count(*)::INTEGER AS n, avg(rate * 100) AS mean,
        ${at(0.25, 'p25')}, ${at(0.5, 'median')}, ${at(0.75, 'p75')}
      FROM read_csv('rates.csv', header = true, delim = ',', columns = {${types}}) GROUP BY state, payer`);
    return answer.toArray().map((row) => row.toJSON() as unknown as CsvGroup);
  };
}
