import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProviders } from '../../src/data/readProviders.ts';
import { methodologyGroups } from '../../src/domain/methodology.ts';
import { payers, planLines } from '../../src/domain/payer.ts';
import { places } from '../../src/domain/place.ts';
import { providerKey, systemKey } from '../../src/domain/providerKey.ts';
import { recomputeMeasures } from '../../src/domain/recomputeMeasure.ts';
import { bases, defaultScope, providerTypes, type Scope, sites } from '../../src/domain/scope.ts';
import { boardColumns } from '../../src/figures/boardCells.ts';
import type { Column } from '../../src/figures/figure.ts';
import {
  type Address,
  type BriefAddress,
  type CodeAddress,
  codeAddress,
  feeScheduleAddress,
  formatAddress,
  parseAddress,
  type Sort,
  statesAddress,
} from '../../src/share/address.ts';
import { placeCodes } from '../../src/share/placeCodes.ts';
import { bucaIds, rowIds } from '../../src/share/rowIds.ts';
import { shortQuery } from '../../src/share/shortQuery.ts';
import { quantileDefinitions } from '../../src/stats/quantileDefinition.ts';
import { anyAddress } from '../support/arbitraries.ts';
import { texasFigure } from '../support/exportSamples.ts';

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

/** With 60 characters for the site before it, a link stays under 300. */
const mostCharacters = 239;

const providers = readProviders(readFileSync('public/data/providers.csv', 'utf8'), 'providers.csv').rows;
const providerKeys = [
  ...new Set(providers.flatMap((each) => [providerKey(each), systemKey(each) ?? 'none'])),
];

function sortsBy(columns: readonly string[]): Sort[] {
  return columns.flatMap((column) => [false, true].map((descending) => ({ column, descending })));
}
const idsOf = (columns: readonly Column[]) => columns.map(({ id }) => id);
const benchmarkSorts = sortsBy(idsOf([texasFigure.labelColumn, ...texasFigure.columns]));
const boardSorts = sortsBy(['place', 'payer', ...idsOf(boardColumns({ scope: defaultScope }, 'median', ''))]);
const modifiers = ['none', 'GP', '25'];

/** What the controls can make: of text that any link may hold, only what this release offers. */
const fromControls = fc
  .tuple(
    anyAddress,
    fc.constantFrom(...providerKeys),
    fc.constantFrom(...benchmarkSorts),
    fc.constantFrom(...boardSorts),
    fc.constantFrom(...boardSorts),
    fc.constantFrom(...modifiers),
  )
  .map(([address, provider, sort, mapSort, board, modifier]): Address => {
    if (address.page !== 'code' && address.page !== 'states' && address.page !== 'brief') return address;
    const scope = { ...address.scope, provider, modifier };
    if (address.page === 'brief') return { ...address, scope };
    return address.page === 'states'
      ? { ...address, scope, sort: mapSort, board }
      : { ...address, scope, sort };
  });

type Choices<View> = { readonly [Key in keyof View]?: readonly View[Key][] };

/** The view whose address has the most characters in short words: there no setting changes how another is written. */
function longest<View extends Address>(start: View, choices: Choices<View>): View {
  return Object.entries(choices).reduce<View>((view, [key, values]) => {
    const views = (values as unknown[]).map((value) => ({ ...view, [key]: value }));
    return views.reduce((one, other) => (inShort(other).length > inShort(one).length ? other : one), view);
  }, start);
}

/** In short words even where plain ones would fit. */
function inShort(address: Address): string {
  const text = formatAddress(address);
  const [path, query] = text.split('?');
  return query === undefined || query.startsWith('~') ? text : `${path}?${shortQuery(query.split('&'))}`;
}

const years = [2026];
const vintages = [
  { from: null, to: null },
  { from: 2026, to: 2026 },
  { from: 2020, to: null },
  { from: 2020, to: 2026 },
];
const scopeChoices: { readonly [Key in keyof Scope]: readonly Scope[Key][] } = {
  line: planLines,
  site: sites,
  basis: bases,
  vintage: vintages,
  leftOutRows: ['in', 'out'],
  methodology: methodologyGroups,
  modifier: modifiers,
  providerType: providerTypes,
  provider: providerKeys,
  outliers: ['in', 'out'],
  definition: quantileDefinitions,
};
/** Of scopes that differ in one setting only, the longest of each. */
const longestScope = Object.entries(scopeChoices).reduce<Scope>((scope, [key, values]) => {
  const scopes = (values as unknown[]).map((value) => ({ ...scope, [key]: value }));
  return longest(codeAddress('97110'), { scope: [scope, ...scopes] }).scope;
}, defaultScope);

const pins = ['2026-11-22.9f0cbe38'];
const lists = ['enough', 'few', 'none', 'all'] as const;
const works = rowIds.flatMap((row) =>
  recomputeMeasures.flatMap((measure) => [true, false].map((ofNation) => ({ row, measure, ofNation }))),
);
/** Four of the longest that can be typed. */
const share = 123456.78;

const longestCode = longest(codeAddress('97110', 'MI'), {
  scope: [longestScope],
  medicareYear: years,
  sort: benchmarkSorts,
  open: rowIds,
  whiskers: ['p10-p90', 'fences'],
  votes: ['first', 'all'],
  shares: [{ aetna: share, bcbs: share, cigna: share, uhg: share }],
  work: works,
  embed: [null, 'chart', 'table'],
  pin: pins,
});
const longestStates = longest(statesAddress('97110'), {
  scope: [longestScope],
  payer: rowIds,
  measure: ['median', 'mean'],
  comparison: ['national', 'medicare'],
  sort: boardSorts,
  mapped: lists,
  board: boardSorts,
  listed: lists,
  embed: [null, 'chart', 'table'],
  pin: pins,
});
const longestBrief = longest(brief, {
  codes: [['97110', '97112', '97113', '97116', '97140', '97530']],
  place: ['MI'],
  scope: [longestScope],
  medicareYear: years,
  paper: ['letter', 'a4'],
  pin: pins,
});

/** Every control away from its default, with words that have a short one. */
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

describe('length', () => {
  it('every control away from its default fits, in short words', () => {
    const text = formatAddress(everything);
    expect(text).toBe(
      'code/97110/MI/?~lS_sO_b_f20-26_r_mC_dnone_tH_pmi-dmc-harper-U-H-vhs-harper-hutzel-H-inc_o_qN_y20_c-P_nA_w_v_aI123456.78L123456.78Q123456.78V123456.78_kus.A.P_i202611229f0cbe38',
    );
    expect(text.length).toBeLessThanOrEqual(mostCharacters);
    expect(parse(text)).toEqual({ address: everything, unread: [] });
  });
  it.each([
    [
      longestCode,
      'code/97110/MI/?~lX_sall_b_f20-26_r_mper-diem_dnone_tclinic_pca-sutter-maternity-and-surgery-center-of-santa-cruz_o_qtype6_y26_c-providers_nhumana_w_v_aI123456.78L123456.78Q123456.78V123456.78_kus.humana.median_echart_i202611229f0cbe38',
    ],
    [
      longestStates,
      'code/97110/states/?~lX_sall_b_f20-26_r_mper-diem_dnone_tclinic_pca-sutter-maternity-and-surgery-center-of-santa-cruz_o_qtype6_uhumana_h_g_c-difference_jenough_x-difference_znone_echart_i202611229f0cbe38',
    ],
    [
      longestBrief,
      'brief/?~codes:97110,97112,97113,97116,97140,97530_place:MI_lX_sall_b_f20-26_r_mper-diem_dnone_tclinic_pca-sutter-maternity-and-surgery-center-of-santa-cruz_o_qtype6_y26_paper:a4_i202611229f0cbe38',
    ],
  ])('with the longest text of every setting at once a link fits: $page', (address, written) => {
    const text = formatAddress(address);
    expect(text).toBe(written);
    expect(text.length).toBeLessThanOrEqual(mostCharacters);
    expect(parse(text)).toEqual({ address, unread: [] });
  });
  it('plain words stay while they fit', () => {
    expect(formatAddress({ ...everything, scope: defaultScope, shares: null, pin: null })).toBe(
      'code/97110/MI/?medicare=2020&sort=-percent-of-medicare&open=medicare-advantage&whiskers=fences&votes=all&work=us.medicare-advantage.percent-of-medicare',
    );
  });
  it('a short word is a word only where the query says so', () => {
    expect(parse('code/97110/?l=A').unread.map(({ part }) => part)).toEqual(['l=A']);
    expect(parse('code/97110/?~lA&x=1').address).toMatchObject({ scope: { line: 'Medicare Advantage' } });
    expect(parse('code/97110/?~&l=A&x=1').address).toMatchObject({ scope: { line: 'Medicare Advantage' } });
  });
  it('short words and plain ones may stand side by side', () => {
    expect(parse('code/97110/TX/?~oin_mnegotiated_y2024_open:kaiser&sort=mean')).toEqual({
      address: {
        ...codeAddress('97110', 'TX'),
        scope: { ...defaultScope, methodology: 'negotiated' },
        medicareYear: 2024,
        open: 'kaiser',
        sort: { column: 'mean', descending: false },
      },
      unread: [],
    });
    expect(parse('code/97110/TX/?~&l=J&sort=mean').address).toMatchObject({ sort: { column: 'mean' } });
  });
  it('what cannot be read in short words is named in plain ones', () => {
    const query = '~lA_sQ_y2_aI30V0_k_~x_ix_zmoon_utm:mail_lK_hX=2&site=office';
    const { address, unread } = parse(`code/97110/?${query}`);
    expect(address).toEqual({
      ...codeAddress('97110'),
      scope: { ...defaultScope, line: 'Medicare Advantage' },
      shares: { aetna: 30 },
    });
    expect(unread.map(({ part }) => part).sort()).toEqual(
      [
        'site=cigna',
        'medicare=2',
        'shares=uhg-0',
        'work=',
        '~=x',
        'pin=x',
        'listed=moon',
        'utm=mail',
        'measure=exchange=2',
      ].sort(),
    );
  });
  it('holds for every view that the controls can make', () => {
    fc.assert(
      fc.property(fromControls, (address) => {
        const text = formatAddress(address);
        expect(text.length, text).toBeLessThanOrEqual(mostCharacters);
        expect(parse(text)).toEqual({ address, unread: [] });
        expect(parse(inShort(address))).toEqual({ address, unread: [] });
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
  it('a link with the text around it at its end, `&amp;` for `&`, or in capitals, reads as it was', () => {
    const left = fc.string({
      unit: fc.constantFrom('.', ',', ';', ':', ')', '>', ']', "'", '"', '%20', '+'),
      maxLength: 3,
    });
    fc.assert(
      fc.property(anyAddress, left, (address, after) => {
        const text = formatAddress(address);
        fc.pre(text.includes('?'));
        expect(parse(text + after)).toEqual({ address, unread: [] });
        const marked = `${text.replaceAll('&', '&amp;')}&amp;utm_source=mail`;
        expect(parse(marked)).toEqual({ address, unread: [] });
        const [path, query = ''] = text.split('?');
        const capitals = query.replace(/=[^&]*/g, (value) => value.toUpperCase());
        // In short words a capital is a word.
        if (!query.startsWith('~')) expect(parse(`${path}?${capitals}`)).toEqual({ address, unread: [] });
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
