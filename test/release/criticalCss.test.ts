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

test('a rule that asks for a value or an id, whole or in part, is kept where the page has it and nowhere else', async () => {
  const asking = [
    '[data-kind=money]',
    '[data-kind="two words"]',
    '[data-kind^=mon]',
    '[data-kind$=ney]',
    '[data-kind*="one"]',
    '[data-kind=mon]',
    '#figure-range',
  ];
  const find = createCriticalCss(asking.map((selector, at) => `${selector}{top:${at}px}`).join(''));
  const kept = async (attributes: string) =>
    [...(await find(`<p ${attributes}></p>`)).matchAll(/top:(\d)/g)].map(([, at]) => Number(at));
  expect(await kept('data-kind="money" id="figure-range"')).toEqual([0, 2, 3, 4, 6]);
  expect(await kept('data-kind="two words" id="other"')).toEqual([1]);
  expect(await kept('data-kind="mon" id="row_7"')).toEqual([2, 5]);
});

test('an attribute is the same in whatever case the page writes it', async () => {
  const rules = await createCriticalCss('td[colspan]{text-align:center}')('<td colSpan="4"></td>');
  expect(rules).toContain('td[colspan]{text-align:center}');
});

test('no rule ends the style element it stands in', async () => {
  expect(await createCriticalCss('.tile{content:"</style>"}')(page)).not.toContain('</');
});

test('leaves out what no first frame shows: paper, pointers, what lies folded', async () => {
  const rules = await createCriticalCss(
    [
      '.tile{color:red;cursor:pointer}',
      '.tile:hover,.tile:focus-visible,.tile[open]{color:blue}',
      '.tile:not(:focus){color:green}',
      '@media print{.tile{color:black}}',
      '@media (forced-colors:active){.tile{color:canvas}}',
      '@page{margin:14mm}',
      '@media (width<44rem){.tile:hover{color:blue}}',
    ].join(''),
  )(page);
  expect(rules).toBe('.tile{color:red}.tile:not(:focus){color:green}');
});

test('puts what has one value everywhere in the place of its name, and keeps what a theme or a part changes', async () => {
  const rules = await createCriticalCss(
    [
      ':root{--space:1rem;--wide:calc(2*var(--space));--ink:#000;--paper:#fff;--unread:red}',
      ':root[data-theme=dark]{--ink:#fff}',
      '.tile{padding:var(--space) var(--wide);color:var(--ink);--up:0;top:var(--up)}',
      '.map{--paper:#000}',
    ].join(''),
  )('<section class="tile" style="background:var(--paper)"></section>');
  expect(rules).toBe(
    ':root{--ink:#000;--paper:#fff}:root[data-theme=dark]{--ink:#fff}' +
      '.tile{padding:1rem calc(2*1rem);color:var(--ink);--up:0;top:var(--up)}',
  );
});

test('a class of one letter is no element of that name', async () => {
  const rules = await createCriticalCss('a{color:red}.a{color:blue}.p{color:green}')('<a class="p">x</a>');
  expect(rules).toBe('a{color:red}.p{color:green}');
});

test('braces, commas and semicolons in quotes and brackets part nothing', async () => {
  const quoted = '.tile:before{content:"};,{"}.tile:is(section,main):not(.map,.b){background:url("a;b,c}")}';
  expect(await createCriticalCss(quoted)(page)).toBe(quoted);
  expect(() => createCriticalCss('.tile{color:red')).toThrow('no end of the rule');
  expect(() => createCriticalCss('.tile{content:"}')).toThrow('no end of the text');
});
