import { expect, test } from 'vitest';
import { readSiteUrl } from '../../tools/siteUrl.ts';

test.each([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/atlas', 'https://example.org/atlas/'],
  ['http://localhost:4187/atlas//', 'http://localhost:4187/atlas/'],
])('%s has one slash at its end', (given, read) => {
  expect(readSiteUrl(given)).toBe(read);
});

test.each([undefined, '', '  '])('%j is no address given', (given) => {
  expect(readSiteUrl(given)).toBeUndefined();
});

test.each(['/', 'example.org/atlas/', 'ftp://example.org/', 'https://', 'https://example.org/?a=b'])(
  '%s is refused by name',
  (given) => {
    expect(() => readSiteUrl(given)).toThrow(`SITE_URL is "${given}"`);
  },
);
