import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stateCentres, stateOutlines } from '../../src/charts/usStates.ts';
import { places } from '../../src/domain/place.ts';
import { usStatesFile } from '../../tools/buildMap.mjs';

const onTheMap = places.map(({ code }) => code).filter((code) => code !== 'PR' && code !== 'VI');

/** Corners of an outline, walked from its relative steps. */
function corners(outline: string): [number, number][] {
  let at: [number, number] = [0, 0];
  let start = at;
  return [...outline.matchAll(/([ml])(-?\d+) ?(-?\d+)|z/g)].flatMap(([step, letter, dx, dy]) => {
    if (step === 'z') {
      at = start;
      return [];
    }
    at = [at[0] + Number(dx), at[1] + Number(dy)];
    if (letter === 'm') start = at;
    return [at];
  });
}

test('the file is what `npm run map` writes, byte for byte', () => {
  const shipped = readFileSync(new URL('../../src/charts/usStates.ts', import.meta.url), 'utf8');
  expect(usStatesFile()).toBe(shipped);
});

test('holds the 50 states and DC, and no other shape', () => {
  expect(Object.keys(stateOutlines)).toEqual(onTheMap);
  expect(Object.keys(stateCentres)).toEqual(onTheMap);
  expect(onTheMap).toHaveLength(51);
});

test.each(onTheMap)('%s is drawn inside the field, with its centre inside its box', (code) => {
  const points = corners(stateOutlines[code] ?? '');
  expect(points.length).toBeGreaterThanOrEqual(4);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
  // The Aleutian Islands reach past the left edge of the atlas' own field.
  expect(box.left).toBeGreaterThanOrEqual(-58);
  expect(box.right).toBeLessThanOrEqual(975);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.bottom).toBeLessThanOrEqual(610);
  const [x, y] = stateCentres[code] ?? [0, 0];
  expect(x).toBeGreaterThanOrEqual(box.left);
  expect(x).toBeLessThanOrEqual(box.right);
  expect(y).toBeGreaterThanOrEqual(box.top);
  expect(y).toBeLessThanOrEqual(box.bottom);
});

test('neighbours keep the same points on their common border: no gap opens between them', () => {
  const of = (code: string) => new Set(corners(stateOutlines[code] ?? '').map(String));
  const shared = (one: string, other: string) => [...of(one)].filter((point) => of(other).has(point)).length;
  expect(shared('OK', 'TX')).toBeGreaterThan(20);
  expect(shared('TN', 'AL')).toBeGreaterThan(3);
  expect(shared('TX', 'CA')).toBe(0);
});
