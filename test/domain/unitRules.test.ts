import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  eightMinuteRule,
  midpointRule,
  midpointUnits,
  type TimedService,
} from '../../src/domain/unitRules.ts';

/** `10+10` → one code per number. */
function visit(...minutes: readonly number[]): readonly TimedService[] {
  return minutes.map((each, index) => ({ code: `9711${index}`, minutes: each }));
}

function shares(services: readonly TimedService[]): readonly number[] {
  return eightMinuteRule(services).services.map(({ units }) => units);
}

describe('the midpoint rule', () => {
  test.each([
    [0, 0],
    [7, 0],
    [8, 1],
    [22, 1],
    [23, 2],
    [30, 2],
    [37, 2],
    [38, 3],
  ])('%i minutes of a 15-minute code are %i units', (minutes, units) => {
    expect(midpointUnits(minutes, 15)).toBe(units);
  });

  test('an hour counts from 31 minutes, not from 30', () => {
    expect([30, 31, 60, 90, 91].map((minutes) => midpointUnits(minutes, 60))).toEqual([0, 1, 1, 1, 2]);
  });

  test('refuses minutes and units that are no whole number', () => {
    expect(() => midpointUnits(7.5, 15)).toThrow('minutes are whole and at least 0, not 7.5');
    expect(() => midpointUnits(-1, 15)).toThrow(RangeError);
    expect(() => midpointUnits(15, 0)).toThrow('a unit is a whole number of minutes, not 0');
  });
});

describe('the 8-minute rule', () => {
  test.each([
    [7, 0],
    [8, 1],
    [22, 1],
    [23, 2],
    [30, 2],
    [37, 2],
    [38, 3],
    [52, 3],
    [53, 4],
    [67, 4],
    [68, 5],
  ])('%i minutes of one code are %i units', (minutes, units) => {
    expect(eightMinuteRule(visit(minutes)).total).toBe(units);
  });

  // CMS, Claims Processing Manual, chapter 5, 20.2: its examples of how the units are shared out.
  test.each([
    { minutes: [24, 23], units: [2, 1], why: '47 minutes are 3; 24 leaves 9, 23 leaves 8' },
    { minutes: [20, 20], units: [2, 1], why: '40 are 3; both leave 5, so either, here the first' },
    { minutes: [33, 7], units: [2, 1], why: '40 are 3; 33 leaves 3, 7 is more' },
    { minutes: [18, 13, 10, 8], units: [1, 1, 1, 0], why: '49 are 3; 18 leaves 3, then 13, then 10' },
    { minutes: [7, 7, 7], units: [1, 0, 0], why: '21 are 1' },
  ])('shares $minutes as $units: $why', ({ minutes, units }) => {
    expect(shares(visit(...minutes))).toEqual(units);
  });
});

// Field guide of the project, 3.7.
test.each([
  { minutes: [10, 10], pooled: 1, each: 2 },
  { minutes: [5, 5, 5], pooled: 1, each: 0 },
  { minutes: [7, 7, 7], pooled: 1, each: 0 },
  { minutes: [33, 7], pooled: 3, each: 2 },
  { minutes: [20, 18], pooled: 3, each: 2 },
])('the rules part at $minutes: $pooled against $each', ({ minutes, pooled, each }) => {
  expect(eightMinuteRule(visit(...minutes)).total).toBe(pooled);
  expect(midpointRule(visit(...minutes)).total).toBe(each);
});

test('minutes of a code given twice are added before either rule counts', () => {
  const twice = [
    { code: '97110', minutes: 5 },
    { code: '97110', minutes: 5 },
  ];
  expect(midpointRule(twice)).toEqual({ total: 1, services: [{ code: '97110', minutes: 10, units: 1 }] });
  expect(eightMinuteRule(twice)).toEqual(midpointRule(twice));
});

test('no service is no unit', () => {
  expect(eightMinuteRule([])).toEqual({ total: 0, services: [] });
  expect(midpointRule([])).toEqual({ total: 0, services: [] });
});

const anyVisit = fc.array(
  fc.record({
    code: fc.constantFrom('97110', '97112', '97116', '97140', '97530'),
    minutes: fc.integer({ min: 0, max: 120 }),
  }),
  { maxLength: 6 },
);

describe('for any visit', () => {
  test('the shares add up to the total and no code gets more than its minutes rounded up', () => {
    fc.assert(
      fc.property(anyVisit, (services) => {
        const { total, services: counted } = eightMinuteRule(services);
        expect(counted.reduce((sum, { units }) => sum + units, 0)).toBe(total);
        for (const { minutes, units } of counted) {
          expect(units).toBeGreaterThanOrEqual(Math.floor(minutes / 15));
          expect(units).toBeLessThanOrEqual(Math.ceil(minutes / 15));
        }
      }),
    );
  });

  test('the order of services does not change either total', () => {
    fc.assert(
      fc.property(anyVisit, (services) => {
        const turned = services.toReversed();
        expect(eightMinuteRule(turned).total).toBe(eightMinuteRule(services).total);
        expect(midpointRule(turned).total).toBe(midpointRule(services).total);
      }),
    );
  });

  test('where the rules agree on the total they agree on every share', () => {
    fc.assert(
      fc.property(anyVisit, (services) => {
        const [pooled, each] = [eightMinuteRule(services), midpointRule(services)];
        expect(pooled.total === each.total ? each : pooled).toEqual(pooled);
      }),
    );
  });

  test('one code alone counts the same by both rules', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (minutes) => {
        expect(eightMinuteRule(visit(minutes))).toEqual(midpointRule(visit(minutes)));
      }),
    );
  });
});
