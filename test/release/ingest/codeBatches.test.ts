import { expect, test } from 'vitest';
import { chooseCodes, codeBatches } from '../../../src/release/ingest/codeBatches.ts';
import { openDatabase } from '../../../src/release/ingest/database.ts';

test('codes are parted in their order, half a million lines at a time, a larger one by itself', async () => {
  const database = await openDatabase({ memory: '128MB', temporary: null });
  await database.run(
    'CREATE TABLE code_size (code VARCHAR, paid HUGEINT); CREATE TABLE code_batch (code VARCHAR)',
  );
  expect(await codeBatches(database)).toEqual([]);
  await database.run(
    "INSERT INTO code_size VALUES ('E', 5), ('D', 900000), ('A', 200000), ('B', 300000), ('C', 1), ('F', 499995)",
  );
  const batches = await codeBatches(database);
  // A + B = 500,000; C + D and D + E are more; E + F = 500,000.
  expect(batches).toEqual([['A', 'B'], ['C'], ['D'], ['E', 'F']]);
  for (const codes of batches) {
    await chooseCodes(database, codes);
    expect(await database.rows('SELECT code FROM code_batch ORDER BY code')).toEqual(
      codes.map((code) => [code]),
    );
  }
  await database.close();
  await database.close();
});
