import { describe, expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { movedFigures, rateChanges, sourceKey } from '../../src/domain/releaseDifference.ts';
import { type DigestFigures, digestKey, type ReleaseDigest } from '../../src/domain/releaseDigest.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';

const few = absent('too-few', 'fewer than 5 providers (3)');

function figures(mean: number, change: Partial<DigestFigures> = {}): DigestFigures {
  return { n: 3, mean: present(mean), p25: few, median: few, p75: few, ...change };
}

/** A digest with the figures given by `97110 TX` and then by row. */
function digest(all: Readonly<Record<string, Readonly<Record<string, DigestFigures>>>>): ReleaseDigest {
  return {
    id: '',
    date: '2026-01-01',
    counts: { codes: 0, rates: 0, providers: 0, sources: 0 },
    scope: '',
    medicareYear: 2026,
    figures: new Map(Object.entries(all).map(([key, rows]) => [key, new Map(Object.entries(rows))])),
    medicare: new Map(),
  };
}

describe('figures that moved', () => {
  const was = digest({
    [digestKey('97110', null)]: { buca: figures(3000), aetna: figures(3100) },
    [digestKey('97110', 'TX')]: { buca: figures(4000) },
    [digestKey('97140', 'TX')]: { buca: figures(5000) },
  });

  test('none between a release and itself', () => {
    expect(movedFigures(was, was)).toEqual([]);
  });

  test('code, place and row of each, those of the older release first and then new ones', () => {
    const now = digest({
      [digestKey('97530', 'AK')]: { cigna: figures(6000) },
      [digestKey('97110', null)]: { cigna: figures(3200), buca: figures(3001), aetna: figures(3100) },
      [digestKey('97110', 'TX')]: { buca: figures(4000) },
    });
    expect(movedFigures(was, now)).toEqual([
      { code: '97110', place: null, row: 'buca', was: figures(3000), now: figures(3001) },
      { code: '97110', place: null, row: 'cigna', was: undefined, now: figures(3200) },
      { code: '97140', place: 'TX', row: 'buca', was: figures(5000), now: undefined },
      { code: '97530', place: 'AK', row: 'cigna', was: undefined, now: figures(6000) },
    ]);
  });

  test.each<[what: string, now: DigestFigures]>([
    ['n alone', figures(3000, { n: 4 })],
    ['the mean', figures(2999)],
    ['a P25 there was none of', figures(3000, { p25: present(2000) })],
    ['a median there was none of', figures(3000, { median: present(2000) })],
    ['a P75 there was none of', figures(3000, { p75: present(2000) })],
    ['a mean that is no more', figures(3000, { mean: few })],
  ])('by %s', (_what, now) => {
    const moved = movedFigures(
      digest({ '97110 TX': { buca: figures(3000) } }),
      digest({ '97110 TX': { buca: now } }),
    );
    expect(moved.map((each) => each.now)).toEqual([now]);
  });

  test('not by the words of an absence', () => {
    const other = figures(3000, { p25: absent('too-few', 'fewer than 5 providers (2)') });
    expect(
      movedFigures(digest({ '97110 TX': { buca: figures(3000) } }), digest({ '97110 TX': { buca: other } })),
    ).toEqual([]);
  });
});

describe('the rates behind a figure', () => {
  // One file of 2024 in both, one that goes and one that comes.
  const shared = { date: '2024-01-01' };
  const gone = { date: '2023-01-01' };
  const come = { date: '2025-01-01' };
  const changes = (
    was: readonly RateSpec[],
    now: readonly RateSpec[],
    row = 'buca',
    place: 'TX' | null = null,
  ) => rateChanges(rateTable('97110', was), rateTable('97110', now), place, row);

  test('2 came and 1 went with files, 1 came and 3 went within one that both have', () => {
    const was = [
      { rate: 10, ...shared },
      ...[11, 12, 13].map((rate) => ({ rate, ...shared })),
      { rate: 20, ...gone },
    ];
    const now = [
      { rate: 10, ...shared },
      { rate: 14, ...shared },
      { rate: 30, ...come },
      { rate: 31, ...come },
    ];
    expect(changes(was, now)).toEqual({ cameWithFiles: 2, wentWithFiles: 1, cameWithin: 1, wentWithin: 3 });
    // The other way round what came went.
    expect(changes(now, was)).toEqual({ cameWithFiles: 1, wentWithFiles: 2, cameWithin: 3, wentWithin: 1 });
  });

  test('none between a table and itself, in whatever order its dictionaries stand', () => {
    const rates: readonly RateSpec[] = [
      { rate: 10, provider: 'A', plan: 'P' },
      { rate: 10, provider: 'B', plan: 'Q', modifier: 'GP', methodology: 'per diem' },
      { rate: 11, provider: 'B', payer: 'cigna', kind: 'payer', date: '2025-01' },
    ];
    expect(changes(rates, rates.toReversed())).toEqual({
      cameWithFiles: 0,
      wentWithFiles: 0,
      cameWithin: 0,
      wentWithin: 0,
    });
  });

  test.each<[what: string, other: Partial<RateSpec>]>([
    ['provider', { provider: 'Another' }],
    ['place', { place: 'AK' }],
    ['payer', { payer: 'cigna' }],
    ['plan', { plan: 'PPO' }],
    ['line', { line: 'Medicare Advantage' }],
    ['type of code', { codeType: 'APC' }],
    ['setting', { setting: 'inpatient' }],
    ['billing class', { billingClass: 'professional' }],
    ['modifier', { modifier: 'GP' }],
    ['methodology', { methodology: 'per diem' }],
    ['mark', { flags: ['very_low'] }],
    ['amount', { rate: 10.01 }],
  ])('a rate of another %s is another rate of the same file', (_what, other) => {
    expect(changes([{ rate: 10 }], [{ rate: 10, ...other }])).toEqual({
      cameWithFiles: 0,
      wentWithFiles: 0,
      cameWithin: 1,
      wentWithin: 1,
    });
  });

  test('the same rate twice is two, and a class of 40 providers is 40', () => {
    expect(changes([{ rate: 10 }, { rate: 10 }], [{ rate: 10 }]).wentWithin).toBe(1);
    expect(changes([{ rate: 10 }], [{ rate: 10, count: 40 }])).toMatchObject({
      cameWithin: 39,
      wentWithin: 0,
    });
  });

  test('of the place asked for, or of all', () => {
    const now: readonly RateSpec[] = [
      { rate: 10, place: 'TX' },
      { rate: 11, place: 'AK' },
      { rate: 12, place: 'TX' },
    ];
    expect(changes([], now, 'buca', 'TX').cameWithFiles).toBe(2);
    expect(changes([], now, 'buca', null).cameWithFiles).toBe(3);
  });

  test('of the payer asked for; BUCA is its four members', () => {
    const now: readonly RateSpec[] = (['aetna', 'bcbs', 'cigna', 'uhg', 'humana', 'kaiser'] as const).map(
      (payer) => ({ rate: 10, payer }),
    );
    expect(changes([], now, 'buca').cameWithFiles).toBe(4);
    expect(changes([], now, 'humana').cameWithFiles).toBe(1);
    expect(changes([], now, 'medicaid').cameWithFiles).toBe(0);
  });

  test('a file is the same by its name and date, not by the id a release gives it', () => {
    const [source] = rateTable('97110', [{ rate: 10 }]).sources;
    if (!source) throw new Error('one file');
    const other = { ...source, id: 's77', sha256: 'ff' };
    expect(sourceKey(other)).toBe(sourceKey(source));
    expect(sourceKey({ ...source, date: '2026-02-01' })).not.toBe(sourceKey(source));
    expect(sourceKey({ ...source, name: 'Another' })).not.toBe(sourceKey(source));
    // Neither may run over into the other.
    expect(sourceKey({ ...source, name: 'a1', date: '2' })).not.toBe(
      sourceKey({ ...source, name: 'a', date: '12' }),
    );
  });
});
