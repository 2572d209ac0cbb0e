import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { hostless, siteBase } from '../../src/app/siteBase.ts';
import { useRoute } from '../../src/app/useRoute.ts';

function pageAt(depth: string): Document {
  const page = document.implementation.createHTMLDocument();
  page.head.innerHTML = `<meta name="depth" content="${depth}" />`;
  return page;
}

test.each([
  ['https://example.org/', './', '/'],
  ['https://example.org/atlas/code/97110/TX/', '../../../', '/atlas/'],
  ['https://example.org//code/97110/TX/', '../../../', '/'],
  ['https://example.org///', './', '/'],
  ['https://example.org//elsewhere.example/code/97110/', '../../', '/elsewhere.example/'],
])('the root of %s never begins as another host’s address does', (href, depth, base) => {
  expect(siteBase(pageAt(depth), href)).toBe(base);
});

test('a path has one slash before it, and keeps those within', () => {
  expect(hostless('///a//b/')).toBe('/a//b/');
});

test('an address with a slash too many is still the page’s, and its links stay on the host', () => {
  // Without its host, jsdom as a browser would take this for an address elsewhere.
  history.replaceState(null, '', `${location.origin}//code/97110/TX/?site=office`);
  const start = { base: siteBase(pageAt('../../../'), location.href), depth: '../../../' };
  const route = renderHook(() => useRoute(start)).result.current;
  expect(route.address).toMatchObject({ page: 'code', code: '97110', place: 'TX' });
  expect(route.hrefFor({ page: 'data' })).toBe('/data/');
});
