import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultScope } from '../../src/domain/scope.ts';
import {
  type BriefAddress,
  codeAddress,
  formatAddress,
  parseAddress,
  statesAddress,
} from '../../src/share/address.ts';
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
};

describe('addresses', () => {
  it('leave defaults out', () => {
    expect(formatAddress(codeAddress('97110'))).toBe('code/97110/');
    expect(formatAddress(codeAddress('97110', 'TX'))).toBe('code/97110/TX/');
    expect(formatAddress({ page: 'home' })).toBe('');
  });
  it('carry every switch, in one order', () => {
    expect(
      formatAddress({
        page: 'code',
        code: '97755',
        place: null,
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
    ['own/', { page: 'own' }],
    ['code/97110/states/', statesAddress('97110')],
    [
      'medicare/?code=97110&state=tx&year=2024&factor=qp',
      { page: 'fee-schedule', code: '97110', place: 'TX', year: 2024, participation: 'QP' },
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
