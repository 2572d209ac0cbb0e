import { expect, test } from 'vitest';
import { createCriticalCss } from '../../tools/criticalCss.ts';

const css = [
  ':root{--ink:#000}',
  ":root[data-theme='dark']{--ink:#fff}",
  '@media (prefers-color-scheme: dark){:root{--ink:#fff}}',
  '.tile{color:var(--ink)}',
  '.tile[data-kind=money]{text-align:end}',
  '.map{fill:red}',
  "[aria-busy='true'] section{opacity:.5}",
  'table td{padding:0}',
].join('');
const page = '<main><section class="tile" data-kind="money">$1</section></main>';

test('keeps what the text uses, the themes and the states it can take, and leaves out the rest', async () => {
  const rules = await createCriticalCss(css)(page);
  for (const kept of [
    '.tile{',
    "data-theme='dark'",
    'prefers-color-scheme',
    'data-kind=money',
    'aria-busy',
  ]) {
    expect(rules).toContain(kept);
  }
  expect(rules).not.toContain('.map');
  expect(rules).not.toContain('table td');
});

test('a page with other classes gets other rules, one with the same the same', async () => {
  const find = createCriticalCss(css);
  expect(await find('<svg class="map"><path d="M0 0"/></svg>')).toContain('.map');
  expect(await find(page)).toBe(await find(page.replace('$1', '$2')));
});

test('no rule ends the style element it stands in', async () => {
  expect(await createCriticalCss('.tile{content:"</style>"}')(page)).not.toContain('</');
});
