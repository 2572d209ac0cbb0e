import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { barOpacity } from '../../src/charts/rangeLayout.ts';
import { type CssRule, mapCss, readCss } from '../../tools/cssRules.ts';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const colours = coloursOf(css);
/** What a reader who asks for more contrast sees: the usual colours where it names no others. */
const strongColours = new Map([
  ...colours,
  ...coloursOf(readFileSync(new URL('../../src/ui/contrast.css', import.meta.url), 'utf8')),
]);

function coloursOf(text: string) {
  return new Map(
    [...text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  );
}
const themes = ['light', 'dark'] as const;

/** A colour laid over another, as a bar's fill is over its card. */
function laidOver(over: string, share: number, ground: string): string {
  const below = rgb(ground);
  const channels = rgb(over).map((value, at) => Math.round(value * share + (below[at] ?? 0) * (1 - share)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function rgb(hex: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** WCAG 2.2 relative luminance. */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string, theme: (typeof themes)[number], of = colours): string {
  const found = of.get(name);
  if (!found) throw new Error(`no colour ${name} in tokens.css`);
  return found[theme];
}

test('the contrast sum is the standard one: black on white is 21, #767676 on white is 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

const payers = [...colours.keys()].filter((name) => name.startsWith('payer-'));

/** White and Desert; Night sky, Aquatic and Dusk: the grounds on which drawings keep their payers' colours. */
const contrastGrounds = { light: ['#ffffff', '#fffaef'], dark: ['#000000', '#202020', '#2d3236'] } as const;

const textPairs = ['text', 'muted', 'accent', 'danger', 'warning', 'positive', 'negative'].flatMap((ink) =>
  ['surface', 'raised'].map((ground) => [`color-${ink}`, `color-${ground}`] as const),
);

describe.each(themes)('in the %s theme', (theme) => {
  test.each([
    ...textPairs,
    ['color-text', 'color-sunken'],
    ['color-muted', 'color-sunken'],
    ['color-text', 'color-accent-soft'],
    ['color-text', 'color-warning-soft'],
    ['color-text', 'color-danger-soft'],
    ['color-accent', 'color-accent-soft'],
    ['color-accent', 'color-warning-soft'],
    ['color-accent-text', 'color-accent'],
  ] as const)('%s on %s reads: at least 4.5 to 1', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...colours.keys()].filter((name) => name.startsWith('payer-') || name === 'color-control'))(
    '%s shows on both surfaces: at least 3 to 1',
    (name) => {
      for (const ground of ['color-surface', 'color-raised']) {
        expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test.each([
    ...textPairs,
    ...['text', 'muted', 'accent'].map((ink) => [`color-${ink}`, 'color-sunken'] as const),
    ['color-text', 'color-accent-soft'],
    ['color-text', 'color-warning-soft'],
    ['color-text', 'color-danger-soft'],
    ['color-accent', 'color-accent-soft'],
    ['color-warning', 'color-warning-soft'],
    ['color-danger', 'color-danger-soft'],
    ['color-accent-text', 'color-accent'],
  ] as const)('with more contrast %s on %s reads: at least 7 to 1', (ink, ground) => {
    expect(
      contrast(colour(ink, theme, strongColours), colour(ground, theme, strongColours)),
    ).toBeGreaterThanOrEqual(7);
  });

  test.each(['color-border', 'color-control'])('with more contrast %s shows: at least 3 to 1', (name) => {
    for (const ground of ['color-surface', 'color-raised', 'color-sunken']) {
      expect(
        contrast(colour(name, theme, strongColours), colour(ground, theme, strongColours)),
      ).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(payers)('median, mean and counts show on a bar of %s: at least 3 to 1', (payer) => {
    const raised = colour('color-raised', theme);
    const bar = laidOver(colour(payer, theme), barOpacity, raised);
    expect(contrast(colour('color-text', theme), bar)).toBeGreaterThanOrEqual(3);
  });

  test('the Medicare line shows on its edge, which parts it from the bars it crosses: at least 3 to 1', () => {
    expect(contrast(colour('payer-medicare', theme), colour('color-raised', theme))).toBeGreaterThanOrEqual(
      3,
    );
  });

  test.each(['accent', 'warning', 'positive', 'negative', 'muted'])(
    'bars and hatching of waterfall and tornado show on the card: color-%s, at least 3 to 1',
    (name) => {
      expect(contrast(colour(`color-${name}`, theme), colour('color-raised', theme))).toBeGreaterThanOrEqual(
        3,
      );
    },
  );

  test.each(payers)('%s shows on the grounds of Windows’ contrast themes of this kind', (payer) => {
    for (const ground of contrastGrounds[theme]) {
      expect(contrast(colour(payer, theme), ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

/**
 * Simulation of dichromacy in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. Distance in OKLab
 * (Ottosson 2020), where 0.02 is about the least difference seen side by side.
 */
const sights = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seen(hex: string, sight: readonly number[]): readonly number[] {
  const light = rgb(hex).map(linear);
  const mix = (matrix: readonly number[], values: readonly number[]) =>
    [0, 3, 6].map((row) =>
      values.reduce((sum, value, column) => sum + value * (matrix[row + column] ?? 0), 0),
    );
  const simulated = mix(sight, light).map((value) => Math.min(1, Math.max(0, value)));
  const cones = mix(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
      0.2817188376, 0.6299787005,
    ],
    simulated,
  ).map(Math.cbrt);
  return mix(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371,
      0.7827717662, -0.808675766,
    ],
    cones,
  );
}

/** The payers that share the default chart. */
const together = ['buca', 'aetna', 'bcbs', 'cigna', 'uhg', 'humana', 'kaiser', 'other', 'medicare'];

test.each(themes.flatMap((theme) => Object.keys(sights).map((sight) => [theme, sight] as const)))(
  'payers of one chart stay apart: %s theme, %s',
  (theme, sight) => {
    const matrix = sights[sight as keyof typeof sights];
    const inks = together.map((payer) => seen(colour(`payer-${payer}`, theme), matrix));
    for (const [index, ink] of inks.entries()) {
      for (const other of inks.slice(0, index)) {
        const distance = Math.hypot(...ink.map((value, axis) => value - (other[axis] ?? 0)));
        expect(distance).toBeGreaterThan(0.05);
      }
    }
  },
);

const five = ['deviation', 'medicare'].map((scale) => [1, 2, 3, 4, 5].map((step) => `map-${scale}-${step}`));
/** The two scales of maps, and the six classes of a matrix of payers and codes. */
const mapScales = [...five, [...(five[0] ?? []), 'heat-most']];

describe.each(themes)('maps in the %s theme', (theme) => {
  test.each([...new Set([...mapScales.flat(), 'map-gap'])])(
    'outlines and letters read on %s: at least 4.5 to 1',
    (fill) => {
      expect(contrast(colour('map-ink', theme), colour(fill, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('the ring around a place shows on its edge, which parts it from every class: at least 3 to 1', () => {
    expect(contrast(colour('color-accent', theme), colour('color-raised', theme))).toBeGreaterThanOrEqual(3);
  });

  test('hatching shows on its ground, and outlines on the card: at least 3 to 1', () => {
    expect(contrast(colour('map-hatch', theme), colour('map-gap', theme))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('map-ink', theme), colour('color-raised', theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(sights))('the classes of a map stay apart: %s', (sight) => {
    const matrix = sights[sight as keyof typeof sights];
    for (const scale of mapScales) {
      const fills = scale.map((name) => seen(colour(name, theme), matrix));
      for (const [index, fill] of fills.entries()) {
        for (const other of fills.slice(0, index)) {
          const distance = Math.hypot(...fill.map((value, axis) => value - (other[axis] ?? 0)));
          expect(distance).toBeGreaterThan(0.05);
        }
      }
    }
  });
});

test('words on the accent keep their ground in forced colours, which would lay one of the words’ own colour behind them', () => {
  const folder = new URL('../../src/', import.meta.url);
  const onAccent: CssRule[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    // What is selected has its ground from the browser.
    if (!name.endsWith('.module.css')) continue;
    const text = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    mapCss(readCss(text), (rule) => {
      if (/background: var\(--(?:color-accent|tone)\)/.test(rule.declarations ?? '')) onAccent.push(rule);
      return rule;
    });
  }
  expect(onAccent.map(({ prelude }) => prelude)).toContain('.pick');
  for (const { prelude, declarations } of onAccent)
    expect(declarations, prelude).toContain('forced-color-adjust: none');
});

test('letters have two weights in all styles and drawings: a first frame waits for each one it has', () => {
  const folder = new URL('../../src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(css|tsx)$/.test(file),
  );
  const weights = files.flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    return [...text.matchAll(/font-?weight(?:: |=\{)(\d+)/gi)].map(([, weight]) => weight);
  });
  expect(weights.length).toBeGreaterThan(50);
  expect(new Set(weights)).toEqual(new Set(['400', '600']));
});
