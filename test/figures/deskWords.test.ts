import { describe, expect, it } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { contractImpact } from '../../src/domain/contractImpact.ts';
import type { LinePosition, Target } from '../../src/domain/contractPosition.ts';
import { impactSensitivity, sensitivityTargets } from '../../src/domain/impactSensitivity.ts';
import { impactSwing } from '../../src/domain/impactSwing.ts';
import { withTarget } from '../../src/domain/targetAmount.ts';
import type { VisitImpact, VisitImpactRow } from '../../src/domain/visitImpact.ts';
import { contractBrief } from '../../src/figures/contractBrief.ts';
import { sensitivityFigure } from '../../src/figures/sensitivityFigure.ts';
import { swingFigure } from '../../src/figures/swingFigure.ts';
import { visitImpactFigure } from '../../src/figures/visitImpactFigure.ts';
import { medianTarget, smallContract } from '../support/contracts.ts';

const small = smallContract();
const facts = {
  method: 'A method.',
  origin: 'a test',
  target: medianTarget,
  release: 'release test',
  locality: 'Texas',
  marketPlace: 'TX',
  pool: 'payer' as const,
  hasLocality: false,
  isClaims: false,
  isWeighted: true,
};
const withUnits = (units: number | null): readonly LinePosition[] =>
  small.map((each) => ({ ...each, line: { ...each.line, units } }));
const withRate = (cents: number): readonly LinePosition[] =>
  small.map((each) => ({ ...each, own: present(cents) }));

describe('other targets, where nothing is a range', () => {
  const summary = (positions: readonly LinePosition[], targets = sensitivityTargets) =>
    sensitivityFigure(impactSensitivity(positions, targets), facts).summary;

  it('no line below any target: no amount from $0.00 to $0.00', () => {
    expect(summary(withRate(90_000))).toBe('No line is below any of these targets that it has.');
    expect(summary(withRate(90_000), [medianTarget])).toBe(
      'No line is below the market’s median, the only one of these targets that any has.',
    );
  });

  it('one target to be had is told once', () => {
    expect(summary(small, [medianTarget])).toMatch(
      /^\$560\.00 at the market’s median, at the volumes of your file\. At your target it is \$560\.00;/,
    );
  });
});

it('a target that cannot be moved by all its points says where it stops', () => {
  const notes = (target: Target, points = 10) => {
    const impact = contractImpact(withTarget(small, target), 'line', ({ line }) => line.id);
    const swing = impactSwing(impact, target, { volume: 0.1, points });
    return swingFigure(swing, ['line', 'lines'], { ...facts, target }).figure.notes.filter((note) =>
      note.startsWith('A target'),
    );
  };
  expect(notes({ kind: 'percentile', p: 0.95 })).toEqual([
    'A target of 10 points more would be above the highest vote, and is that.',
  ]);
  expect(notes({ kind: 'percentile', p: 0.05 })).toEqual([
    'A target of 10 points less would be below the lowest vote, and is that.',
  ]);
  expect(notes({ kind: 'medicare', share: 0.05 })).toEqual([
    'A target of 10 points less would be below 0% of Medicare, and is that.',
  ]);
  // To the ends, and not past them.
  expect(notes({ kind: 'percentile', p: 0.9 })).toEqual([]);
  expect(notes({ kind: 'percentile', p: 0.1 })).toEqual([]);
  expect(notes({ kind: 'medicare', share: 1.2 })).toEqual([]);
  expect(notes({ kind: 'percentile', p: 0.5 }, 60)).toHaveLength(2);
});

describe('a brief', () => {
  const briefOf = (positions: readonly LinePosition[]) => contractBrief(positions, new Set(), 'TX', facts);

  it('says how many lines its dollars are of', () => {
    expect(briefOf(small).tiles[2]?.note).toBe('3 lines with a volume and a target');
    expect(briefOf(small.slice(0, 1)).tiles[2]?.note).toBe('1 line with a volume and a target');
  });

  it('speaks of no dollars at stake where the file has no volume', () => {
    expect(briefOf(small).choice).toContain('with most at stake');
    expect(briefOf(withUnits(null)).choice).toMatch(
      /^No line is picked, so the \d lines furthest from the target are printed, of \d in force\.$/,
    );
  });
});

describe('visits beside the market', () => {
  const row = (name: string, own: number, market: number): VisitImpactRow => ({
    id: name,
    name,
    visits: 10,
    own: present(own),
    market: present(market),
    medicare: present(own),
    ofMedicare: present(1),
    ofMarket: present(own / market),
    toMarket: present(market - own),
    year: present(10 * (market - own)),
  });
  const summary = (impact: VisitImpact) =>
    visitImpactFigure({
      impact,
      where: 'Texas',
      medicareYear: 2026,
      mixSource: '',
      ownRates: 'your file',
      marketRates: 'Market medians',
      origin: 'a test',
    }).summary;
  const rows = [row('A', 10_000, 10_100), row('B', 10_000, 5000), row('C', 10_000, 10_200)];

  it('the widest distance may be one above the market', () => {
    expect(summary({ rows, total: null, leftOut: [] })).toBe(
      'The widest distance to the market is B’s: −$50.00 a visit.',
    );
  });

  it('where no payer has all payments there is no last row to be missing from', () => {
    const notesOf = (total: VisitImpactRow | null) =>
      visitImpactFigure({
        impact: { rows, total, leftOut: ['A', 'B'] },
        where: 'Texas',
        medicareYear: 2026,
        mixSource: 'your file’s units',
        ownRates: 'your file',
        marketRates: 'Market medians',
        origin: 'a test',
      }).notes.at(-1);
    expect(notesOf(null)).toBe(
      'Nothing is added up, because of each payer with visits a payment is missing: A and B.',
    );
    expect(notesOf(row('All', 10_000, 10_000))).toBe(
      'Not in the last row, because a payment is missing: A and B.',
    );
  });

  it('a year that rounds to nothing is neither more nor less', () => {
    const year = (cents: number) =>
      summary({ rows, total: { ...row('All', 10_000, 10_000), year: present(cents) }, leftOut: [] });
    expect(year(-0.2)).toMatch(/the same visits would bring the same\.$/);
    expect(year(-100)).toMatch(/would bring \$1\.00 less a year\.$/);
    expect(year(100)).toMatch(/would bring \$1\.00 more a year\.$/);
    expect(
      summary({
        rows: [{ ...rows[0], toMarket: absent('not-in-input') } as VisitImpactRow],
        total: null,
        leftOut: [],
      }),
    ).toBe('No payer of your file has a payment in the market’s medians for every service.');
  });
});
