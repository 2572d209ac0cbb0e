import { expect, test } from 'vitest';
import { contractMarketTables } from '../../src/app/contractMarketTables.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

test('all codes of a place are asked for, whichever the user has, so that requests tell nothing', async () => {
  const asked: string[] = [];
  const loader = shippedLoader((path) => {
    asked.push(path);
    return undefined;
  });
  const tables = await contractMarketTables(loader, 'AL');
  const { files } = await loader.release();
  const listed = files.filter(({ path }) => /^rates\/[^/]+\/AL\.csv$/.test(path)).map(({ path }) => path);
  expect(listed.length).toBeGreaterThan(3);
  expect(asked.filter((path) => path.startsWith('rates/')).sort()).toEqual(listed.sort());
  expect(new Set(tables.keys())).toEqual(new Set(listed.map((path) => path.split('/')[1])));
  expect(tables.get('97110')?.length).toBeGreaterThan(0);
});
