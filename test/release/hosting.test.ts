import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

/** The recipes hosts copy must do what they are there for, so they are run as they stand in the document. */
const recipes = readFileSync('docs/hosting.md', 'utf8');

const functions = [...recipes.matchAll(/```js\n([^]*?)```/g)].map(([, text = '']) => text);

/** Addresses as a host sees them, after it has found the page's file too, and whether others may frame them. */
const addresses: readonly (readonly [path: string, query: string, who: '*' | "'none'"])[] = [
  ['/code/97110/TX/', 'embed=chart', '*'],
  ['/code/97110/TX/index.html', 'embed=chart', '*'],
  ['/atlas/code/97110/', 'site=office&embed=table&pin=2026-11-22.9f0cbe38', '*'],
  ['/code/97110/states/', 'embed=chart', '*'],
  ['/code/97110/MI/', '~lX_sall_echart_i202611229f0cbe38', '*'],
  ['/code/97110/MI/', '~echart', '*'],
  ['/code/97110/states/', '~lZ_sO_zall_etable', '*'],
  ['/code/97110/states/', '~&l=W&m=F&e=table', '*'],
  ['/', '', "'none'"],
  ['/', 'embed=chart', "'none'"],
  ['/own/', '', "'none'"],
  ['/own/', 'embed=chart', "'none'"],
  ['/own/index.html', 'embed=chart', "'none'"],
  ['/own/', '~echart', "'none'"],
  ['/own/', 'view=codes&x=/code/97110/TX/&embed=chart', "'none'"],
  ['/code/atlas/own/', 'embed=chart', "'none'"],
  ['/brief/', 'codes=97110&embed=chart', "'none'"],
  ['/404.html', 'embed=chart', "'none'"],
  ['/code/97110/TX/', '', "'none'"],
  ['/code/97110/TX/', 'EMBED=chart', "'none'"],
  ['/code/97110/TX/', 'embed=Chart', "'none'"],
  ['/code/97110/TX/', 'embed=charts', "'none'"],
  ['/code/97110/TX/', 'noembed=chart', "'none'"],
  ['/code/97110/TX/', 'e=chart', "'none'"],
  ['/code/97110/TX/', '~lX_echarts', "'none'"],
  ['/code/97110/TX/', '~lX_sall', "'none'"],
  ['/code/97110/TX/', 'pin=a_echart', "'none'"],
];

describe('the document’s recipes say who may frame', () => {
  test.each(addresses)('nginx: %s?%s %s', (path, query, who) => {
    expect(valueOf(mapOf('$who_may_frame'), `${valueOf(mapOf('$embeds'), query)} ${path}`)).toBe(who);
  });

  test.each(addresses)('CloudFront: %s?%s %s', (path, query, who) => {
    const { headers } = respond(path, query);
    expect(headers['content-security-policy']?.value).toBe(`frame-ancestors ${who}`);
  });
});

/** Plain texts and tables have no place for their own charset: a browser takes them for Windows-1252 without one. */
test.each(['csv', 'md', 'txt'])('nginx sends a .%s as UTF-8, packed', (ending) => {
  const types = /    types \{\n([^]*?)\n    \}/.exec(recipes)?.[1] ?? '';
  // Of nginx's own list, which the recipe includes.
  const known = `text/plain txt;\n${types}`;
  const type =
    new RegExp(String.raw`(\S+) +(?:\S+ )*${ending};`).exec(known)?.[1] ?? 'application/octet-stream';
  expect(recipes).toContain('    charset utf-8;');
  for (const list of ['charset_types', 'gzip_types']) {
    expect(new RegExp(`${list} ([^;]*);`).exec(recipes)?.[1]?.split(/\s+/), list).toContain(type);
  }
});

test('the CloudFront function sends the other headers too', () => {
  const { headers } = respond('/own/', '');
  expect(headers['x-content-type-options']?.value).toBe('nosniff');
  expect(headers['referrer-policy']?.value).toBe('no-referrer');
});

/** A page of another site behind two slashes is no place to be sent to. */
test.each([
  ['/code/97110', 'site=office', '/code/97110/?site=office'],
  ['/atlas', '', '/atlas/'],
  ['//example.com/x', '', '/example.com/x/'],
  ['/\\\\example.com/x', '', '/example.com/x/'],
])('the CloudFront function sends %s?%s to %s', (uri, query, to) => {
  const code = functions.find((text) => text.includes('statusCode: 301'));
  const event = { request: { uri, querystring: querystringOf(query) } };
  const sent = runInNewContext(`${code}\nhandler(event)`, { event }) as { readonly headers: Headers };
  expect(sent.headers['location']?.value).toBe(to);
});

type Headers = Record<string, { readonly value: string } | undefined>;

function respond(uri: string, query: string): { readonly headers: Headers } {
  const code = functions.find((text) => text.includes('frame-ancestors'));
  const event = { request: { uri, querystring: querystringOf(query) }, response: { headers: {} } };
  return runInNewContext(`${code}\nhandler(event)`, { event }) as { readonly headers: Headers };
}

function querystringOf(query: string) {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, { value: value.join('=') }];
    }),
  );
}

/** The lines of the nginx map that sets a variable, as pairs of what is looked for and what it gives. */
function mapOf(variable: string): readonly (readonly [from: string, to: string])[] {
  const lines = recipes.split('\n');
  const start = lines.findIndex((line) => line.startsWith('map ') && line.endsWith(` ${variable} {`));
  const end = lines.indexOf('}', start);
  return lines.slice(start + 1, end).map((line) => {
    const [, from = '', to = ''] = /^ +("[^"]+"|\S+) +("[^"]+"|\S+);/.exec(line) ?? [];
    return [unquoted(from), unquoted(to)] as const;
  });
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

/** As nginx reads a map: the first expression that fits, with its capitals, else the default. */
function valueOf(map: readonly (readonly [from: string, to: string])[], text: string): string | undefined {
  const found = map.find(([from]) => from.startsWith('~') && new RegExp(from.slice(1)).test(text));
  return (found ?? map.find(([from]) => from === 'default'))?.[1];
}
