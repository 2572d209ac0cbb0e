import { describe, expect, it } from 'vitest';
import { codeAddress, formatAddress, parseAddress } from '../../src/share/address.ts';
import { part as queryPart } from '../../src/share/addressParts.ts';
import { parseQuery } from '../../src/share/query.ts';
import { versionedUrl } from '../../src/share/versionedUrl.ts';

/** What of a query was not read: `part: reason`. */
function unread(path: string, query: string): string[] {
  return parseAddress(path, query).unread.map(({ part, reason }) => `${part}: ${reason}`);
}

function code(query: string) {
  const { address } = parseAddress('code/97110/TX/', query);
  if (address.page !== 'code') throw new Error(`${query} is of ${address.page}`);
  return address;
}

const notAYear = 'not a year; the newest fee schedule is shown';
const anyModifier = 'not a modifier; any counts';
const anyProvider = 'not a provider; every provider counts';
const everyYear = 'not a range of years; files of every year are counted';
const usualOrder = 'not a column; rows are in their usual order';
const anyRelease = 'not a data release; the release of this site is shown';
const noShare = 'not a market share of a BUCA payer; not used';
const noWorking = 'not a figure with a working; none is opened';

describe('what a setting does not take is named, with what is shown instead', () => {
  it.each([
    ['code/97110/', 'line=moon', expect.stringMatching(/^not one of commercial, .*; commercial is shown$/)],
    ['code/97110/', 'rows=some', 'not one of default, all; default is shown'],
    ['code/97110/', 'votes=few', 'not one of first, all; first is shown'],
    ['code/97110/', 'whiskers=cat', 'not one of p10-p90, fences; p10-p90 is shown'],
    ['code/97110/', 'outliers=maybe', 'not one of in, out; in is shown'],
    ['code/97110/', 'percentiles=type5', 'not one of type7, type6, nearestRank; type7 is shown'],
    ['code/97110/', 'embed=all', 'not one of chart, table; the whole page is shown'],
    ['code/97110/', 'modifier=G', anyModifier],
    ['code/97110/', 'modifier=GPX', anyModifier],
    ['code/97110/', 'modifier=none2', anyModifier],
    ['code/97110/', 'provider=a-', anyProvider],
    ['code/97110/', 'provider=-a', anyProvider],
    ['code/97110/', 'provider=a_b', anyProvider],
    ['code/97110/', `provider=${'a'.repeat(121)}`, anyProvider],
    ['code/97110/', 'medicare=12020', notAYear],
    ['code/97110/', 'medicare=20200', notAYear],
    ['code/97110/', 'medicare=1999', notAYear],
    ['code/97110/', 'files=1999', everyYear],
    ['code/97110/', 'files=-', everyYear],
    ['code/97110/', 'files=12022', everyYear],
    ['code/97110/', 'files=2022-20233', everyYear],
    ['code/97110/', 'files=2023-2022', everyYear],
    ['code/97110/', 'sort=me_dian', usualOrder],
    ['code/97110/', 'sort=--median', usualOrder],
    ['code/97110/', `sort=${'m'.repeat(32)}`, usualOrder],
    ['code/97110/', 'pin=2026-11-22', anyRelease],
    ['code/97110/', 'pin=2026-11-22.9f0cbe3', anyRelease],
    ['code/97110/', 'pin=x2026-11-22.9f0cbe38', anyRelease],
    ['code/97110/', 'pin=2026-11-22.9f0cbe380', anyRelease],
    ['code/97110/', 'shares=humana-30', noShare],
    ['code/97110/', 'shares=aetna-0', noShare],
    ['code/97110/', 'shares=aetna-1.1234567', noShare],
    ['code/97110/', 'shares=aetna-1234567890', noShare],
    ['code/97110/', 'shares=', noShare],
    ['code/97110/', 'work=aetna', noWorking],
    ['code/97110/', 'work=nobody.median', noWorking],
    ['code/97110/', 'work=aetna.beauty', noWorking],
    ['code/97110/', 'work=xus.aetna.median', noWorking],
    ['code/97110/', 'work=aetna.median!', noWorking],
    ['code/97110/states/', 'board=1', usualOrder],
    ['code/97110/states/', 'measure=mode', 'not one of median, mean; median is shown'],
    ['code/97110/states/', 'against=us', 'not one of national, medicare; national is shown'],
    ['code/97110/states/', 'mapped=most', 'not one of enough, few, none, all; few is shown'],
    ['code/97110/states/', 'listed=most', 'not one of enough, few, none, all; enough is shown'],
    ['code/97110/states/', 'embed=all', 'not one of chart, table; the whole page is shown'],
    ['medicare/', 'code=123', 'not a billing code'],
    ['medicare/', 'code=123456', 'not a billing code'],
    ['medicare/', 'code=', 'not a billing code'],
    ['medicare/', 'state=ZZ', 'not one of the 53 places; the nation is shown'],
    ['medicare/', 'factor=np', 'not one of nonqp, qp; nonqp is shown'],
    ['medicare/', 'year=20', notAYear],
    ['medicare/', 'place=TX', 'this page has no such setting'],
    ['brief/', 'codes=9711', undefined],
    ['brief/', 'codes=971', 'not another of at most six billing codes'],
    ['brief/', 'paper=a5', 'not one of letter, a4; letter is shown'],
    ['own/', 'view=money', expect.stringMatching(/^not one of contract, .*, brief; contract is shown$/)],
  ])('%s?%s: %s', (path, query, reason) => {
    const told = parseAddress(path, query).unread;
    expect(told).toEqual(reason === undefined ? [] : [{ part: query, reason }]);
  });

  it('which says what else there is, where it has no usual word', () => {
    expect(unread('code/97110/', 'open=nobody')[0]).toMatch(
      /^open=nobody: not one of buca, aetna, .*; no row is opened$/,
    );
    expect(unread('code/97110/', 'method=luck')[0]).toMatch(/; any counts$/);
    expect(unread('code/97110/', 'type=ship')[0]).toMatch(/; any counts$/);
  });

  it('but not on pages without any setting, which do not mind what others add', () => {
    expect(unread('', 'utm_source=mail')).toEqual([]);
    expect(unread('data/', 'utm_source=mail')).toEqual([]);
  });
});

describe('the longest and shortest that a setting takes', () => {
  it.each([
    ['provider', 'a'.repeat(120), () => code(`provider=${'a'.repeat(120)}`).scope.provider],
    ['provider', 'a1-b', () => code('provider=a1-b').scope.provider],
    ['column', 'm'.repeat(31), () => code(`sort=${'m'.repeat(31)}`).sort?.column],
    ['share', 123456789, () => code('shares=aetna-123456789').shares?.aetna],
    ['share', 0.5, () => code('shares=aetna-.5').shares?.aetna],
    ['share', 1.123456, () => code('shares=aetna-1.123456').shares?.aetna],
  ])('%s %s', (_setting, value, found) => {
    expect(found()).toBe(value);
  });

  it.each([
    ['2022', { from: 2022, to: 2022 }, 'files=2022'],
    ['2022-2022', { from: 2022, to: 2022 }, 'files=2022'],
    ['2022-2023', { from: 2022, to: 2023 }, 'files=2022-2023'],
    ['2022-', { from: 2022, to: null }, 'files=2022-'],
    ['-2023', { from: null, to: 2023 }, 'files=-2023'],
  ])('years %s', (text, vintage, written) => {
    const address = code(`files=${text}`);
    expect(address.scope.vintage).toEqual(vintage);
    expect(formatAddress(address)).toBe(`code/97110/TX/?${written}`);
  });

  it('market shares, in payer order; those that are none are named and the others stay', () => {
    const { address, unread: lost } = parseAddress('code/97110/', 'shares=uhg-20.aetna-12.5.moon-3');
    expect(address).toMatchObject({ shares: { aetna: 12.5, uhg: 20 } });
    expect(lost.map(({ part }) => part)).toEqual(['shares=moon-3']);
    expect(address.page === 'code' && Object.keys(address.shares ?? {})).toEqual(['aetna', 'uhg']);
    expect(formatAddress(address)).toBe('code/97110/?shares=aetna-12.5.uhg-20');
  });

  it('a working of the nation is one only on the page of a place', () => {
    const work = { row: 'aetna', measure: 'median' };
    expect(code('work=us.aetna.median').work).toEqual({ ...work, ofNation: true });
    expect(code('work=aetna.median').work).toEqual({ ...work, ofNation: false });
    expect(parseAddress('code/97110/', 'work=us.aetna.median').address).toMatchObject({
      work: { ...work, ofNation: false },
    });
    expect(
      formatAddress({ ...codeAddress('97110'), work: { row: 'aetna', measure: 'median', ofNation: true } }),
    ).toBe('code/97110/?work=aetna.median');
  });

  it('239 characters stay in plain words, 240 are written short', () => {
    const withProvider = (length: number) => {
      const address = codeAddress('97110', 'TX');
      const open = { ...address, open: 'medicare-advantage' as const, whiskers: 'fences' as const };
      return formatAddress({ ...open, scope: { ...address.scope, provider: 'x'.repeat(length) } });
    };
    const spare = 239 - withProvider(0).length - 'provider=&'.length;
    expect(withProvider(spare)).toHaveLength(239);
    expect(withProvider(spare)).toContain('&open=medicare-advantage&');
    expect(withProvider(spare + 1)).toContain('?~px');
  });
});

describe('a query', () => {
  it.each([
    ['?a=1&b=2', { a: '1', b: '2' }],
    ['a=1?', { a: '1?' }],
    ['a=1&a=2', { a: '1' }],
    ['a&b=', { a: '', b: '' }],
    ['&&a=1&', { a: '1' }],
    ['a=b=c', { a: 'b=c' }],
    ['a+b=c+d', { 'a b': 'c d' }],
    ['%C3%A4=%26', { ä: '&' }],
    ['a=100%&b=1', { a: '100%', b: '1' }],
    ['=1', { '': '1' }],
    ['a=1.', { a: '1' }],
    ['a=1&b=2),', { a: '1', b: '2' }],
    ['a=%201%20&b="2".', { a: '1', b: '2' }],
    ['~lA_sO>', { '~lA_sO': '' }],
    ['a=1&amp;b=2&amp%3Bc=3', { a: '1', b: '2', c: '3' }],
    ['a=2022-&b=-2', { a: '2022-', b: '-2' }],
    [`a=${'.'.repeat(12)}`, { a: '...' }],
    ['', {}],
  ])('%s', (query, values) => {
    expect(Object.fromEntries(parseQuery(query))).toEqual(values);
  });
});

describe('a link damaged by a mail or a chat says what it said', () => {
  it.each([
    ['code/97110/', 'site=office.'],
    ['code/97110/', 'site=office),'],
    ['code/97110/', 'site=office>'],
    ['code/97110/', 'site=OFFICE'],
    ['code/97110/', 'site=office%20'],
    ['code/97110/', "site='office'"],
  ])('%s?%s', (path, query) => {
    expect(formatAddress(parseAddress(path, query).address)).toBe(`${path}?site=office`);
    expect(unread(path, query)).toEqual([]);
  });
  it.each([
    ['code/97110/', 'site=office&amp;basis=rates', 'site=office&basis=rates'],
    ['code/97110/', 'modifier=gp', 'modifier=GP'],
    ['code/97110/', 'modifier=None', 'modifier=none'],
    ['code/97110/', 'percentiles=nearestrank', 'percentiles=nearestRank'],
    ['code/97110/', 'provider=System-Sutter-Health', 'provider=system-sutter-health'],
    ['code/97110/TX/', 'sort=-Median&work=US.Aetna.Mean', 'sort=-median&work=us.aetna.mean'],
    ['code/97110/', 'shares=Aetna-30.BCBS-12.5', 'shares=aetna-30.bcbs-12.5'],
    ['brief/', 'codes=97110.', 'codes=97110'],
    ['brief/', 'codes=97110,%2097112', 'codes=97110,97112'],
    ['medicare/', 'code=97110&amp;state=TX;', 'code=97110&state=TX'],
  ])('%s?%s', (path, query, meant) => {
    expect(formatAddress(parseAddress(path, query).address)).toBe(`${path}?${meant}`);
    expect(unread(path, query)).toEqual([]);
  });
  it.each(['utm_source=mail&utm_id=1', 'fbclid=x', 'gclid=x', 'mc_cid=x&mc_eid=y', 'msclkid=x'])(
    'what trackers add has no notice: %s',
    (tracker) => {
      expect(unread('code/97110/', `site=office&${tracker}`)).toEqual([]);
    },
  );
  it('another setting that no page has is named as before', () => {
    expect(unread('code/97110/', 'utm=1&clid=2&xfbclid=3')).toHaveLength(3);
  });
});

it('the address of a file of a release ends with the first 16 digits of its hash', () => {
  expect(versionedUrl('data/codes.csv', '0123456789abcdef0123')).toBe('data/codes.csv?v=0123456789abcdef');
});

it('a part of a query is left out where it has no value, and where that is the usual one', () => {
  expect([queryPart('year', null), queryPart('year', 2024)]).toEqual(['', 'year=2024']);
  expect([
    queryPart('paper', 'a4', 'letter'),
    queryPart('paper', 'letter', 'letter'),
    queryPart('paper', null, 'letter'),
  ]).toEqual(['paper=a4', '', '']);
});

it.each([
  'data/index.html5',
  'index.htmldata/',
  'code/97110/TX/more/',
  'code/97110/states/more/',
  'data/more/',
  'methodology/more',
  'code//',
])('%s is no page', (path) => {
  expect(parseAddress(path, '').address).toEqual({ page: 'not-found', path });
});
