import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProviders } from '../../src/data/readProviders.ts';
import { payers } from '../../src/domain/payer.ts';
import { places } from '../../src/domain/place.ts';
import { providerKey, systemKey } from '../../src/domain/providerKey.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import {
  type Address,
  type BriefAddress,
  type CodeAddress,
  codeAddress,
  feeScheduleAddress,
  formatAddress,
  parseAddress,
  statesAddress,
} from '../../src/share/address.ts';
import { placeCodes } from '../../src/share/placeCodes.ts';
import { bucaIds, rowIds } from '../../src/share/rowIds.ts';
import { anyAddress } from '../support/arbitraries.ts';

function parse(text: string) {
  const [path = '', query = ''] = text.split('?');
  return parseAddress(path, query);
}

const brief: BriefAddress = {
  page: 'brief',
  codes: ['97110'],
  place: null,
  scope: defaultScope,
  medicareYear: null,
  paper: 'letter',
  pin: null,
};

describe('addresses', () => {
  it('know every place and every payer, each of BUCA among them', () => {
    expect(placeCodes).toEqual(places.map((place) => place.code));
    expect(rowIds).toEqual(['buca', ...payers.map((payer) => payer.id)]);
    expect(bucaIds).toEqual(payers.filter((payer) => payer.inBuca).map((payer) => payer.id));
  });
  it('leave defaults out', () => {
    expect(formatAddress(codeAddress('97110'))).toBe('code/97110/');
    expect(formatAddress(codeAddress('97110', 'TX'))).toBe('code/97110/TX/');
    expect(formatAddress({ page: 'home' })).toBe('');
    expect(formatAddress(statesAddress('97110'))).toBe('code/97110/states/');
    expect(formatAddress(feeScheduleAddress())).toBe('medicare/');
    expect(formatAddress(brief)).toBe('brief/?codes=97110');
    expect(formatAddress({ ...brief, codes: [] })).toBe('brief/');
    expect(formatAddress({ page: 'own', view: 'contract' })).toBe('own/');
    expect(formatAddress({ page: 'own', view: 'terms' })).toBe('own/?view=terms');
    expect(formatAddress({ page: 'data' })).toBe('data/');
    expect(formatAddress({ page: 'not-found', path: 'some/where' })).toBe('some/where');
  });
  it('carry every switch, in one order', () => {
    expect(
      formatAddress({
        ...codeAddress('97755'),
        scope: {
          line: 'Exchange / individual',
          site: 'office',
          basis: 'rates',
          vintage: { from: 2022, to: null },
          leftOutRows: 'in',
          methodology: 'fee-schedule',
          modifier: 'GP',
          providerType: 'clinic',
          provider: 'tx-cedar-park-regional-medical-center',
          outliers: 'out',
          definition: 'nearestRank',
        },
        medicareYear: 2024,
        sort: { column: 'median', descending: true },
        open: 'aetna',
      }),
    ).toBe(
      'code/97755/?line=exchange&site=office&basis=rates&files=2022-&rows=all&method=fee-schedule&modifier=GP&type=clinic&provider=tx-cedar-park-regional-medical-center&outliers=out&percentiles=nearestRank&medicare=2024&sort=-median&open=aetna',
    );
  });
  it.each([
    ['code/97110', codeAddress('97110')],
    ['code/97110/tx/', codeAddress('97110', 'TX')],
    ['/code/g0283/index.html', codeAddress('G0283')],
    ['index.html', { page: 'home' }],
    ['own/', { page: 'own', view: 'contract' }],
    ['own/?view=terms', { page: 'own', view: 'terms' }],
    ['code/97110/states/', statesAddress('97110')],
    [
      'medicare/?code=97110&state=tx&year=2024&factor=qp',
      { ...feeScheduleAddress('97110', 'TX'), year: 2024, participation: 'QP' },
    ],
    ['brief/', { ...brief, codes: [] }],
    [
      'brief/?codes=97110,g0283&place=tx&site=office&medicare=2024&paper=a4',
      {
        ...brief,
        codes: ['97110', 'G0283'],
        place: 'TX',
        scope: { ...defaultScope, site: 'office' },
        medicareYear: 2024,
        paper: 'a4',
      },
    ],
  ])('%s is understood', (text, address) => {
    expect(parse(text)).toEqual({ address, unread: [] });
  });
  it.each(['code/', 'code/12/', 'code/97110/ZZ/', 'code/97110/TX/x', 'elsewhere/', 'code/%3Cb%3E/'])(
    '%s is no page',
    (text) => {
      expect(parse(text)).toEqual({ address: { page: 'not-found', path: text }, unread: [] });
    },
  );
  it('name what they cannot read and fall back', () => {
    const { address, unread } = parse(
      'code/97110/?site=moon&files=2026-2020&rows=all&medicare=MMXX&sort=--&x=1',
    );
    expect(address).toEqual({ ...codeAddress('97110'), scope: { ...defaultScope, leftOutRows: 'in' } });
    expect(unread.map(({ part }) => part)).toEqual([
      'site=moon',
      'files=2026-2020',
      'medicare=MMXX',
      'sort=--',
      'x=1',
    ]);
    expect(unread[0]?.reason).toBe('not one of hospital, office, all; hospital is shown');
  });
  it('name a code that is none, one given twice, and those past the sixth of a brief', () => {
    const { address, unread } = parse(
      'brief/?codes=97110,97110,x,97112,97113,97116,97140,97530,97535&place=ZZ',
    );
    expect(address).toEqual({ ...brief, codes: ['97110', '97112', '97113', '97116', '97140', '97530'] });
    expect(unread.map(({ part }) => part)).toEqual(['codes=97110', 'codes=x', 'codes=97535', 'place=ZZ']);
  });
});

/** A link as long as the controls can make one: every control away from its default, its longest word picked. */
const everything: CodeAddress = {
  ...codeAddress('97110', 'MI'),
  scope: {
    line: 'Medicare supplement',
    site: 'office',
    basis: 'rates',
    vintage: { from: 2020, to: 2026 },
    leftOutRows: 'in',
    methodology: 'percent-of-charges',
    modifier: 'none',
    providerType: 'hospital',
    provider: 'mi-dmc-harper-university-hospital-vhs-harper-hutzel-hospital-inc',
    outliers: 'out',
    definition: 'nearestRank',
  },
  medicareYear: 2020,
  sort: { column: 'percent-of-medicare', descending: true },
  open: 'medicare-advantage',
  whiskers: 'fences',
  votes: 'all',
  shares: { aetna: 123456.78, bcbs: 123456.78, cigna: 123456.78, uhg: 123456.78 },
  work: { row: 'medicare-advantage', measure: 'percent-of-medicare', ofNation: true },
  pin: '2026-11-22.9f0cbe38',
};

/** With 60 characters for the site before it, a link stays under 300. */
const mostCharacters = 239;

const providers = readProviders(readFileSync('public/data/providers.csv', 'utf8'), 'providers.csv').rows;
const providerKeys = [
  ...new Set(providers.flatMap((each) => [providerKey(each), systemKey(each) ?? 'none'])),
];
/** The columns of the benchmark table and of the lists of states. */
const columns = [
  'providers',
  'rates',
  'mean',
  'spread',
  'percent-of-medicare',
  'grade',
  'national',
  'deviation',
];

/** What the controls can make: of text that any link may hold, only what this release offers. */
const fromControls = fc
  .tuple(
    anyAddress,
    fc.constantFrom(...providerKeys),
    fc.constantFrom(...columns),
    fc.constantFrom(...columns),
    fc.constantFrom('none', 'GP', '25'),
  )
  .map(([address, provider, column, boardColumn, modifier]): Address => {
    const sort = { column, descending: true };
    const board = { column: boardColumn, descending: true };
    if (address.page !== 'code' && address.page !== 'states' && address.page !== 'brief') return address;
    const scope = { ...address.scope, provider, modifier };
    if (address.page === 'brief') return { ...address, scope };
    if (address.page === 'states') return { ...address, scope, sort, board };
    // A frame shows one figure: what is opened below it is no part of it.
    if (address.embed === null) return { ...address, scope, sort };
    return { ...address, scope, sort, open: null, work: null, shares: null };
  });

describe('length', () => {
  it('every control at its longest fits, in short words', () => {
    const text = formatAddress(everything);
    expect(text).toBe(
      'code/97110/MI/?~&l=S&s=O&b=rates&f=2020-2026&r=all&m=C&d=none&t=H&p=mi-dmc-harper-U-H-vhs-harper-hutzel-H-inc&o=out&q=N&y=2020&c=-P&n=A&w=fences&v=all&a=I-123456.78.L-123456.78.Q-123456.78.V-123456.78&k=us.A.P&i=2026-11-22.9f0cbe38',
    );
    expect(text.length).toBeLessThanOrEqual(mostCharacters);
    expect(parse(text)).toEqual({ address: everything, unread: [] });
  });
  it('plain words stay while they fit', () => {
    expect(formatAddress({ ...everything, scope: defaultScope, shares: null, pin: null })).toBe(
      'code/97110/MI/?medicare=2020&sort=-percent-of-medicare&open=medicare-advantage&whiskers=fences&votes=all&work=us.medicare-advantage.percent-of-medicare',
    );
  });
  it('a short word is a word only where the query says so', () => {
    expect(parse('code/97110/?l=A').unread.map(({ part }) => part)).toEqual(['l=A']);
    expect(parse('code/97110/?~&l=A&x=1').address).toMatchObject({ scope: { line: 'Medicare Advantage' } });
  });
  it('holds for every view that the controls can make', () => {
    fc.assert(
      fc.property(fromControls, (address) => {
        const text = formatAddress(address);
        expect(text.length, text).toBeLessThanOrEqual(mostCharacters);
        expect(parse(text)).toEqual({ address, unread: [] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('properties', () => {
  it('every address reads back as itself, with nothing unread', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parse(formatAddress(address))).toEqual({ address, unread: [] });
      }),
    );
  });
  it('any text gives a page, and its form settles after one turn', () => {
    const part = fc.oneof(fc.string(), fc.webPath(), fc.constantFrom('code/97110/TX/', 'code/97110/'));
    const query = fc.oneof(fc.string(), fc.webQueryParameters());
    fc.assert(
      fc.property(part, query, (path, search) => {
        const { address } = parseAddress(path, search);
        fc.pre(address.page !== 'not-found');
        const text = formatAddress(address);
        expect(formatAddress(parse(text).address)).toBe(text);
        expect(parse(text).unread).toEqual([]);
      }),
    );
  });
});
