import type { ReleaseLoader } from '../data/loadRelease.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';

/**
 * The published rates of every code in a place (null = all places), whichever codes the user's file has: asking for
 * those alone would tell the host which they are.
 */
export async function contractMarketTables(
  loader: ReleaseLoader,
  place: PlaceCode | null,
): Promise<ReadonlyMap<string, RateTable>> {
  const { files } = await loader.release();
  const ending = `/${place ?? 'national'}.csv`;
  const codes = files.flatMap(({ path }) =>
    path.startsWith('rates/') && path.endsWith(ending) ? [path.slice('rates/'.length, -ending.length)] : [],
  );
  const tables = await Promise.all(codes.map((code) => loader.rates(code, place)));
  return new Map(tables.map((table) => [table.code, table]));
}
