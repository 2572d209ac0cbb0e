import { describe, expect, test } from 'vitest';
import type { BenchmarkRow } from '../../src/domain/benchmarkRow.ts';
import { present, valueOf } from '../../src/domain/cell.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import type { LinePosition } from '../../src/domain/contractPosition.ts';
import type { GradeReason } from '../../src/domain/grade.ts';
import type { TalkingPoint, TalkingRule } from '../../src/domain/talkingPoints.ts';
import { type WeakSpotFacts, weakSpots } from '../../src/domain/weakSpots.ts';
import { weakSpotText } from '../../src/text/talkingText.ts';
import { rateTable } from '../support/builders.ts';
import { contractLine } from '../support/contracts.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

const median = { kind: 'percentile', p: 0.5 } as const;
const facts: WeakSpotFacts = {
  target: median,
  marketPlace: 'TX',
  pool: 'payer',
  hasLocality: true,
  isClaims: false,
};

interface PositionSpec {
  /** Votes in the market of the line, and how many of them are hospitals'; no market when not said. */
  readonly votes?: number;
  readonly hospitals?: number;
  readonly reasons?: readonly GradeReason[];
  readonly units?: number | null;
  readonly site?: 'facility';
  readonly year?: number;
  readonly medicareYear?: number;
  /** Whose rates the market holds; Aetna's when not said. */
  readonly row?: Pick<BenchmarkRow, 'id' | 'name'>;
}

function position(spec: PositionSpec): LinePosition {
  const { votes, hospitals = 0, reasons = [], units = 1, site = '', year = 2026, medicareYear = 2026 } = spec;
  const rates = Array.from({ length: votes ?? 0 }, (_, index) => ({ rate: 30, provider: `Clinic ${index}` }));
  const found = contractMarket({
    tables: new Map([['97110', rateTable('97110', rates)]]),
    place: 'TX',
    site: 'all',
    pool: 'payer',
    schedule: plainSchedule({ dollars: { TX: [28] } }),
  })({ code: '97110', market: 'aetna', planLine: 'Commercial' });
  const market = valueOf(found);
  const amount = present(3000);
  return {
    line: contractLine({ units, site, year }),
    own: amount,
    medicareYear,
    medicare: amount,
    ofMedicare: present(1),
    market: market && {
      ...market,
      hospitals,
      row: { ...market.row, ...spec.row, grade: { level: 'low', reasons } },
    },
    rank: amount,
    p25: amount,
    median: amount,
    p75: amount,
    target: amount,
  };
}

function point(rule: TalkingRule['rule'], ...specs: readonly PositionSpec[]): TalkingPoint {
  const positions = specs.map(position);
  return {
    id: rule,
    side: 'ask',
    payer: '',
    // The weak spots depend on the rule alone and on the lines.
    said: { rule, lines: 1, of: 1 } as TalkingRule,
    positions,
    amounts: [],
    stake: present(0),
  };
}

const strong = { votes: 30 };

describe('which points rest on what', () => {
  test.each(['below-p25', 'line-below-median', 'most-of-the-gain', 'above-p75'] as const)(
    '%s rests on the market',
    (rule) => {
      expect(weakSpots(point(rule, strong), facts)).toEqual([]);
      expect(weakSpots(point(rule, strong), { ...facts, marketPlace: null, pool: 'buca' })).toEqual([
        { kind: 'pooled-states' },
        { kind: 'pooled-payers' },
      ]);
    },
  );

  test.each(['above-charge', 'no-benchmark', 'below-own-others', 'below-medicare'] as const)(
    '%s does not',
    (rule) => {
      const kinds = weakSpots(point(rule, { votes: 5, hospitals: 5 }), {
        ...facts,
        marketPlace: null,
        pool: 'buca',
      }).map(({ kind }) => kind);
      expect(kinds).toEqual(rule === 'below-own-others' ? ['own-contracts'] : []);
    },
  );

  test('claims weaken every point but that there is no benchmark', () => {
    const claims = { ...facts, isClaims: true };
    expect(weakSpots(point('above-charge', strong), claims)).toEqual([{ kind: 'claims' }]);
    expect(weakSpots(point('no-benchmark', strong), claims)).toEqual([]);
  });

  test('lines without a volume are counted for every point', () => {
    const silent = { ...strong, units: null };
    expect(weakSpots(point('above-charge', silent, strong, silent), facts)).toEqual([
      { kind: 'no-volume', lines: 2 },
    ]);
  });
});

test('many companies in one market are told, each market once', () => {
  const other = { ...strong, row: { id: 'other', name: 'Other commercial payers' } } as const;
  const advantage = { ...strong, row: { id: 'medicare-advantage', name: 'Medicare Advantage' } } as const;
  const spots = weakSpots(point('below-p25', strong, other, other, advantage), facts);
  expect(spots).toEqual([
    { kind: 'many-payers', markets: ['Other commercial payers', 'Medicare Advantage'] },
  ]);
  expect(spots.map(weakSpotText)).toEqual([
    'The market is Other commercial payers and Medicare Advantage, of many companies; it is not this payer’s own.',
  ]);
});

describe('the market', () => {
  const spots = (...specs: readonly PositionSpec[]) => weakSpots(point('below-p25', ...specs), facts);

  test('is hospitals’ where they cast more than half of the votes of all lines together', () => {
    expect(spots({ votes: 30, hospitals: 15 }, { votes: 40, hospitals: 20 })).toEqual([]);
    expect(spots({ votes: 30, hospitals: 30 }, { votes: 40, hospitals: 6 })).toEqual([
      { kind: 'hospitals', hospitals: 36, votes: 70 },
    ]);
  });

  test('may be hospitals’ where the service is given in one', () => {
    expect(spots({ votes: 30, hospitals: 30, site: 'facility' })).toEqual([]);
    expect(spots({ votes: 30, hospitals: 30, site: 'facility' }, { votes: 30, hospitals: 16 })).toEqual([
      { kind: 'hospitals', hospitals: 16, votes: 30 },
    ]);
  });

  test('is thin below 30 votes: the line with the fewest is named', () => {
    expect(spots({ votes: 30 })).toEqual([]);
    const found = spots({ votes: 29 }, { votes: 7, units: 77 }, { votes: 8 });
    expect(found).toMatchObject([{ kind: 'few-votes', n: 7, position: { line: { units: 77 } } }]);
  });

  test('is not asked for lines that have none', () => {
    expect(spots({})).toEqual([]);
    expect(spots({}, { votes: 7 }).map(({ kind }) => kind)).toEqual(['few-votes']);
  });

  test('the worst of each reason for a grade, and how many lines have it', () => {
    const first: readonly GradeReason[] = [
      { rule: 'few-votes', n: 30 },
      { rule: 'large-provider', share: 0.3 },
      { rule: 'soft-methodology', firmShare: 0.2 },
      { rule: 'vintage-spread', years: 5 },
    ];
    const second: readonly GradeReason[] = [
      { rule: 'vintage-spread', years: 6 },
      { rule: 'soft-methodology', firmShare: 0.4 },
      { rule: 'large-provider', share: 0.5 },
    ];
    const third: readonly GradeReason[] = [{ rule: 'vintage-spread', years: 5 }];
    expect(
      spots({ votes: 30, reasons: first }, { votes: 30, reasons: second }, { votes: 30, reasons: third }),
    ).toEqual([
      { kind: 'grade', lines: 3, reason: { rule: 'vintage-spread', years: 6 } },
      { kind: 'grade', lines: 2, reason: { rule: 'soft-methodology', firmShare: 0.2 } },
      { kind: 'grade', lines: 2, reason: { rule: 'large-provider', share: 0.5 } },
    ]);
  });
});

describe('Medicare', () => {
  const spots = (hasLocality: boolean, ...specs: readonly PositionSpec[]) =>
    weakSpots(point('below-medicare', ...specs), { ...facts, hasLocality });

  test('is a mean where the locality is not known', () => {
    expect(spots(true, {})).toEqual([]);
    expect(spots(false, {})).toEqual([{ kind: 'locality-mean' }]);
  });

  test('is of another year where a line states another or none', () => {
    expect(spots(true, {}, { year: 2010 }, { year: 0, medicareYear: 2025 })).toEqual([
      { kind: 'medicare-year', lines: 2, year: 2026 },
    ]);
  });
});

test('the gravest kind stands first', () => {
  const kinds = weakSpots(
    point('below-p25', {
      votes: 5,
      hospitals: 5,
      units: null,
      reasons: [{ rule: 'vintage-spread', years: 5 }],
    }),
    { target: median, marketPlace: null, pool: 'buca', hasLocality: false, isClaims: true },
  ).map(({ kind }) => kind);
  expect(kinds).toEqual([
    'hospitals',
    'few-votes',
    'grade',
    'pooled-states',
    'pooled-payers',
    'claims',
    'no-volume',
  ]);
});
