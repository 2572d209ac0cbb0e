import fc from 'fast-check';
import type { BucaShares } from '../../src/domain/buca.ts';
import { methodologyGroups } from '../../src/domain/methodology.ts';
import { payers, planLines } from '../../src/domain/payer.ts';
import { places } from '../../src/domain/place.ts';
import { recomputeMeasures } from '../../src/domain/recomputeMeasure.ts';
import { bases, providerTypes, type Scope, sites } from '../../src/domain/scope.ts';
import { type Address, deskViews, mostBriefCodes } from '../../src/share/address.ts';
import { quantileDefinitions } from '../../src/stats/quantileDefinition.ts';

const year = fc.integer({ min: 2000, max: 2099 });

const vintage = fc.oneof(
  fc.constant({ from: null, to: null }),
  year.map((only) => ({ from: only, to: only })),
  year.map((from) => ({ from, to: null })),
  year.map((to) => ({ from: null, to })),
  fc.tuple(year, year).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
);

export const anyScope: fc.Arbitrary<Scope> = fc.record({
  site: fc.constantFrom(...sites),
  basis: fc.constantFrom(...bases),
  vintage,
  leftOutRows: fc.constantFrom('out', 'in'),
  line: fc.constantFrom(...planLines),
  methodology: fc.option(fc.constantFrom(...methodologyGroups)),
  modifier: fc.option(fc.constantFrom('none', 'GP', '25', 'CQ')),
  providerType: fc.option(fc.constantFrom(...providerTypes)),
  provider: fc.option(fc.constantFrom('tx-baptist-medical-center', 'system-sutter-health')),
  outliers: fc.constantFrom('in', 'out'),
  definition: fc.constantFrom(...quantileDefinitions),
});

const anySort = fc.option(
  fc.record({ column: fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/), descending: fc.boolean() }),
);
const anyCode = fc.stringMatching(/^[0-9A-Z]{4,5}$/);
const anyPlace = fc.option(fc.constantFrom(...places.map((place) => place.code)));
const anyRow = fc.constantFrom('buca' as const, ...payers.map((payer) => payer.id));
const anyEmbed = fc.option(fc.constantFrom('chart' as const, 'table' as const));
const anyPin = fc.option(fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d\.[0-9a-f]{8}$/));
const anyListed = fc.constantFrom('enough' as const, 'few' as const, 'none' as const, 'all' as const);

/** Shares as the fields take them: up to nine characters each. */
const anyShare = fc.oneof(
  fc.integer({ min: 1, max: 999_999_999 }),
  fc.integer({ min: 1, max: 99_999_999 }).map((hundredths) => hundredths / 100),
);
const anyShares = fc
  .record(Object.fromEntries(payers.filter((payer) => payer.inBuca).map((payer) => [payer.id, anyShare])), {
    requiredKeys: [],
    noNullPrototype: true,
  })
  .map((shares): BucaShares | null => (Object.keys(shares).length === 0 ? null : shares));

const anyWork = fc.option(
  fc.record({ row: anyRow, measure: fc.constantFrom(...recomputeMeasures), ofNation: fc.boolean() }),
);

const anyCodeAddress: fc.Arbitrary<Address> = fc
  .record({
    page: fc.constant('code' as const),
    code: anyCode,
    place: anyPlace,
    scope: anyScope,
    medicareYear: fc.option(year),
    sort: anySort,
    open: fc.option(anyRow),
    whiskers: fc.constantFrom('p10-p90', 'fences'),
    votes: fc.constantFrom('first', 'all'),
    shares: anyShares,
    work: anyWork,
    embed: anyEmbed,
    pin: anyPin,
  })
  // The national page has no other nation beside it.
  .map((address) =>
    address.place === null && address.work !== null
      ? { ...address, work: { ...address.work, ofNation: false } }
      : address,
  );

export const anyAddress: fc.Arbitrary<Address> = fc.oneof(
  fc.constantFrom<Address>({ page: 'home' }, { page: 'methodology' }, { page: 'data' }),
  fc.record({ page: fc.constant('own' as const), view: fc.constantFrom(...deskViews) }),
  anyCodeAddress,
  fc.record({
    page: fc.constant('states' as const),
    code: anyCode,
    scope: anyScope,
    payer: anyRow,
    measure: fc.constantFrom('median', 'mean'),
    comparison: fc.constantFrom('national', 'medicare'),
    sort: anySort,
    mapped: anyListed,
    board: anySort,
    listed: anyListed,
    embed: anyEmbed,
    pin: anyPin,
  }),
  fc.record({
    page: fc.constant('fee-schedule' as const),
    code: fc.option(anyCode),
    place: anyPlace,
    year: fc.option(year),
    participation: fc.constantFrom('nonQP', 'QP'),
    pin: anyPin,
  }),
  fc.record({
    page: fc.constant('brief' as const),
    codes: fc.uniqueArray(anyCode, { maxLength: mostBriefCodes }),
    place: anyPlace,
    scope: anyScope,
    medicareYear: fc.option(year),
    paper: fc.constantFrom('letter', 'a4'),
    pin: anyPin,
  }),
);
