import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Address,
  codeAddress,
  feeScheduleAddress,
  formatAddress,
  parseAddress,
  statesAddress,
} from '../../src/share/address.ts';

/** The default view of the same page, code and place apart: what a link need not say. */
function plain(address: Address): Address {
  switch (address.page) {
    case 'code':
      return codeAddress('', null);
    case 'states':
      return statesAddress('');
    case 'fee-schedule':
      return feeScheduleAddress();
    case 'brief':
      return { ...codeAddress(''), page: 'brief', codes: [], paper: 'letter' };
    case 'own':
      return { page: 'own', view: 'contract' };
    default:
      return address;
  }
}

/** `scope.site` → `office`, every field down to plain values. */
function fields(value: object, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, part] of Object.entries(value)) {
    const isGroup = typeof part === 'object' && part !== null && !Array.isArray(part);
    if (isGroup) for (const [name, text] of fields(part as object, `${prefix}${key}.`)) all.set(name, text);
    else all.set(`${prefix}${key}`, Array.isArray(part) ? part.join(',') : String(part));
  }
  return all;
}

/** What a link means: its page, and each field that is not as in the page's default view. */
function meaning(address: Address): string {
  const ordinary = fields(plain(address));
  const said = [...fields(address)].filter(([key, text]) => key !== 'page' && ordinary.get(key) !== text);
  return [address.page, ...said.map(([key, text]) => `${key}=${text}`)].join(' ');
}

const lines = readFileSync('test/fixtures/old-links.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' :: '));

function parse(text: string) {
  const [path = '', query = ''] = text.split('?');
  return parseAddress(path === '/' ? '' : path, query);
}

describe('links that were sent', () => {
  it('mean the same by what they leave out', () => {
    const left = [...fields(codeAddress('97110').scope)].map(([key, text]) => `${key}=${text}`);
    expect(left.join(' ')).toBe(
      'line=Commercial site=hospital basis=providers vintage.from=null vintage.to=null leftOutRows=out methodology=null modifier=null providerType=null provider=null outliers=in definition=type7',
    );
  });
  it.each(lines)('%s still means %s', (link = '', means, unread) => {
    const { address, unread: lost } = parse(link);
    expect(meaning(address)).toBe(means);
    expect(lost.map(({ part }) => part).join(' ')).toBe(unread ?? '');
    // Written anew it may look different, never mean something else.
    expect(meaning(parse(formatAddress(address)).address)).toBe(means);
  });
});
