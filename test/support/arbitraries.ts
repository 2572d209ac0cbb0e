import fc from 'fast-check';
import { methodologyGroups } from '../../src/domain/methodology.ts';
import { payers, planLines } from '../../src/domain/payer.ts';
import { places } from '../../src/domain/place.ts';
import { bases, providerTypes, type Scope, sites } from '../../src/domain/scope.ts';
import { type Address, mostBriefCodes } from '../../src/share/address.ts';
import { quantileDefinitions } from '../../src/stats/quantile.ts';

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

export const anyAddress: fc.Arbitrary<Address> = fc.oneof(
  fc.constantFrom<Address>({ page: 'home' }, { page: 'own' }, { page: 'methodology' }, { page: 'data' }),
  fc.record({
    page: fc.constant('code' as const),
    code: anyCode,
    place: anyPlace,
    scope: anyScope,
    medicareYear: fc.option(year),
    sort: anySort,
    open: fc.option(fc.constantFrom('buca' as const, 'aetna' as const, 'kaiser' as const)),
  }),
  fc.record({
    page: fc.constant('states' as const),
    code: anyCode,
    scope: anyScope,
    payer: fc.constantFrom('buca' as const, ...payers.map((payer) => payer.id)),
    measure: fc.constantFrom('median', 'mean'),
    comparison: fc.constantFrom('national', 'medicare'),
    sort: anySort,
  }),
  fc.record({
    page: fc.constant('fee-schedule' as const),
    code: fc.option(anyCode),
    place: anyPlace,
    year: fc.option(year),
    participation: fc.constantFrom('nonQP', 'QP'),
  }),
  fc.record({
    page: fc.constant('brief' as const),
    codes: fc.uniqueArray(anyCode, { maxLength: mostBriefCodes }),
    place: anyPlace,
    scope: anyScope,
    medicareYear: fc.option(year),
    paper: fc.constantFrom('letter', 'a4'),
  }),
);
