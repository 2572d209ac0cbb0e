import type { Database } from './database.ts';

/** Lines that a batch may come to: of a hundred bytes and less, so that they fit in the least memory a database takes. */
const linesAtOnce = 500_000;

/** The codes in order, parted so that the lines of each part fit in memory; a code that alone has more is one part. */
export async function codeBatches(database: Database): Promise<readonly (readonly string[])[]> {
  const sizes = await database.rows('SELECT code, paid FROM code_size ORDER BY code');
  const batches: string[][] = [];
  let lines = Number.POSITIVE_INFINITY;
  for (const [code, paid] of sizes) {
    if (lines + Number(paid) > linesAtOnce) {
      batches.push([]);
      lines = 0;
    }
    lines += Number(paid);
    batches.at(-1)?.push(String(code));
  }
  return batches;
}

/** Says which codes, at least one, the next step is about. */
export async function chooseCodes(database: Database, codes: readonly string[]): Promise<void> {
  const rows = codes.map((code) => `('${code.replaceAll("'", "''")}')`);
  await database.run(`DELETE FROM code_batch; INSERT INTO code_batch VALUES ${rows.join(', ')}`);
}
