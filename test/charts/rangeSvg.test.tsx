import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { lightColours, withColours } from '../../src/charts/lightColours.ts';
import { markupInPage } from '../../src/charts/markupInPage.ts';
import { previewSvg, rangeSvg } from '../../src/charts/rangeSvg.ts';
import { previewPng } from '../../tools/previewImage.ts';
import { humana, model } from './rangeModels.ts';

const tokensCss = readFileSync('src/ui/tokens.css', 'utf8');
const words = {
  title: 'National benchmark for 97110',
  summary: 'Median rates lie between $77.50 & $120.00. '.repeat(5).trim(),
  source: 'Source: release 2026-11-22.',
};
const input = { model, words, width: 900, tokensCss, markup: renderToStaticMarkup };
const preview = {
  model,
  words: {
    title: '97110 Therapeutic exercise',
    facts: [{ label: 'BUCA median', value: '$94.00' }],
    source: 'Rate Atlas, release 2026-11-22',
  },
  tokensCss,
  markup: renderToStaticMarkup,
};

function drawn(svg: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed.documentElement as unknown as SVGSVGElement;
}

/** Width and height of a PNG: two big-endian numbers after its signature and the name of its first part. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('the picture of a range chart', () => {
  const svg = rangeSvg(input);

  it('stands by itself: its words inside, nothing fetched, no colour left to a style sheet', () => {
    const text = drawn(svg).textContent ?? '';
    for (const part of [
      words.title,
      'P25 to P75',
      'Kaiser Permanente',
      words.source,
      model.beyond[0] ?? '',
    ]) {
      expect(text).toContain(part);
    }
    expect(svg).not.toMatch(/var\(|class=|href| style=/);
    expect(svg).toContain('#6f159b'); // Aetna's colour in the light theme
  });

  it('breaks a long summary into lines and grows by them', () => {
    const short = drawn(rangeSvg({ ...input, words: { ...words, summary: 'Short.' } }));
    const heightOf = (root: Element) => Number(root.getAttribute('height'));
    // 214 letters of 13 px at 0.52 are 1,447 px: two lines of 852, the second 19 px lower.
    expect(heightOf(drawn(svg)) - heightOf(short)).toBe(19);
  });

  it('is the same picture made in a page as made at build', () => {
    const inPage = drawn(rangeSvg({ ...input, markup: markupInPage }));
    expect(inPage.isEqualNode(drawn(svg))).toBe(true);
  });
});

describe('the preview of a link', () => {
  it('is 1200 by 630 pixels, as SVG and as PNG', () => {
    const svg = previewSvg(preview);
    const root = drawn(svg);
    expect([root.getAttribute('width'), root.getAttribute('height')]).toEqual(['1200', '630']);
    expect(sizeOf(previewPng(svg))).toEqual([1200, 630]);
  });

  it('draws the payers that have rates and names the others', () => {
    const text = drawn(previewSvg(preview)).textContent ?? '';
    expect(text).toContain('$94.00');
    expect(text).toContain('No rates here: Humana. Rate Atlas, release 2026-11-22');
  });

  it('breaks the words of an absence into lines inside their quarter', () => {
    const value = '97001 is not in the 2026 Medicare tables of this release';
    const facts = ['a', 'b', 'c', 'd'].map((label) => ({ label, value }));
    const svg = drawn(previewSvg({ ...preview, words: { ...preview.words, facts } }));
    const lines = [...svg.querySelectorAll('tspan')].filter((line) => line.getAttribute('y') !== '188');
    const parts = lines
      .map((line) => line.textContent ?? '')
      .filter((line) => value.includes(line) && line.length > 1);
    // A quarter of 1,112 px less 24 is 254: at 18 px and 0.52 a letter, 27 letters.
    expect(Math.max(...parts.map((line) => line.length))).toBeLessThanOrEqual(27);
    expect(parts.slice(0, 3).join(' ')).toBe(value);
  });

  it('says so where no payer has rates', () => {
    const svg = previewSvg({ ...preview, model: { ...model, marks: [humana] } });
    expect(drawn(svg).textContent).toContain('No payer rates in the default scope.');
    expect(svg).not.toContain('data-mark="median"');
  });

  it('keeps every row of the fullest chart above its source line', () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({
      ...model.marks[0],
      id: `${index}`,
      label: `P${index}`,
    }));
    const marks = rows.flatMap((row) => ('n' in row ? [row as (typeof model.marks)[number]] : []));
    const svg = previewSvg({ ...preview, model: { ...model, marks } });
    const ticks = [...drawn(svg).querySelectorAll('[data-mark="tick"]')].map((tick) =>
      Number(tick.getAttribute('y')),
    );
    const rise = [...drawn(svg).querySelectorAll('g[transform]')]
      .map((group) => /^translate\(0 (\d+)\)$/.exec(group.getAttribute('transform') ?? '')?.[1])
      .find((offset) => offset !== undefined);
    // Chart's top 214, drawn 1.5 times as large; a tick label is 12 px high; the source's letters start 18 px over 606.
    expect(214 + 1.5 * (Number(rise) + Math.max(...ticks) + 12)).toBeLessThanOrEqual(606 - 18);
  });
});

describe('colours written out', () => {
  it('are the light theme’s', () => {
    const colours = lightColours(':root { --a: light-dark(#112233, #445566); --b: #fff; --c: 1rem; }');
    expect([...colours]).toEqual([
      ['--a', '#112233'],
      ['--b', '#fff'],
    ]);
    expect(withColours('fill="var(--x, var(--b))" stroke="var(--a)"', colours)).toBe(
      'fill="#fff" stroke="#112233"',
    );
  });

  it('refuse a token that has none', () => {
    expect(() => withColours('fill="var(--x)"', new Map())).toThrow('no colour for var(--x)');
  });
});
