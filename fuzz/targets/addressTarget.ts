import { readFileSync } from 'node:fs';
import { readProviders } from '../../src/data/readProviders.ts';
import { providerKey, systemKey } from '../../src/domain/providerKey.ts';
import { formatAddress, parseAddress } from '../../src/share/address.ts';
import { parseQuery } from '../../src/share/query.ts';
import { inPlainWords, shortQuery } from '../../src/share/shortQuery.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';

/** The longest link below the site's root that is promised to any mail. */
const mostCharacters = 239;

const providers = new Set(
  readProviders(readFileSync('public/data/providers.csv', 'utf8'), 'providers.csv').rows.flatMap((each) => [
    providerKey(each),
    systemKey(each),
  ]),
);

/** Any text as an address, and back; in plain and in short words. */
export const addressTarget: FuzzTarget = {
  name: 'address',
  words: [
    'code/97110/TX/',
    'states/',
    'site=office',
    'pin=2026-11-22.1a2b3c4d',
    'embed=chart',
    'shares=aetna-20_cigna-30',
    'sort=-median',
    'percentiles=nearestRank',
    '~&o=out&p=A',
    '~o_pA_aI20Q30_f20-26_place:TX',
    'provider=ca-sutter-maternity-and-surgery-center-of-santa-cruz',
    'index.html',
    'codes=97110_97140',
    'year=2026',
    'modifier=GP',
    'open=aetna',
  ],
  seeds: () =>
    readFileSync('test/fixtures/old-links.txt', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => new TextEncoder().encode(line.split(' :: ')[0])),
  check(input) {
    const text = new TextDecoder().decode(input);
    const at = text.indexOf('?');
    const [path, query] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
    const { address, unread } = parseAddress(path, query);
    promise(
      unread.every(({ part, reason }) => part !== '' && /\S/.test(reason)),
      'a part is unread without a name or a reason',
    );
    if (address.page === 'not-found') return;
    const link = formatAddress(address);
    const provider = 'scope' in address ? address.scope.provider : null;
    // Made-up names may be of any length.
    if (provider === null || providers.has(provider))
      promise(link.length <= mostCharacters, `the link of an address has ${link.length} characters`);
    const mark = link.indexOf('?');
    const [again, words] = mark < 0 ? [link, ''] : [link.slice(0, mark), link.slice(mark + 1)];
    const back = parseAddress(again, words);
    promise(back.unread.length === 0, `a link of our own has an unread part: "${link}"`);
    promise(
      JSON.stringify(back.address) === JSON.stringify(address),
      `a link means something else: "${link}"`,
    );
    const plain = parseQuery(words);
    if (words === '' || words.startsWith('~')) return;
    const short = inPlainWords(parseQuery(shortQuery(words.split('&'))));
    promise(
      JSON.stringify([...short]) === JSON.stringify([...plain]),
      `short words mean something else: "${words}"`,
    );
  },
};
