import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeGeometry } from '../../src/charts/rangeGeometry.ts';
import { rangeHeight } from '../../src/charts/rangeLayout.ts';
import type { RangeMark, RangeModel } from '../../src/figures/rangeModel.ts';
import { aetna, cigna, kaiser, model } from './rangeModels.ts';

const wide = rangeGeometry(model, 1000);
const { plot } = wide.layout;

function xOf(amount: number): number {
  return plot.left + (amount / 18000) * (plot.right - plot.left);
}

function rowOf(id: string, geometry = wide) {
  const row = geometry.rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

describe('a row with percentiles', () => {
  it('has its bar from P25 to P75 and its median and mean where their amounts are', () => {
    const row = rowOf('aetna');
    expect(row.bar?.x).toBe(tenths(xOf(6722)));
    expect(tenths((row.bar?.x ?? 0) + (row.bar?.width ?? 0))).toBe(tenths(xOf(15070)));
    expect(row.median).toBe(tenths(xOf(9400)));
    expect(row.mean).toBe(tenths(xOf(10472)));
    expect(row.dots).toEqual([]);
    expect([row.medianText, row.countText]).toEqual(['$94.00', '31']);
  });

  it('does not draw single votes beside its bar', () => {
    const both = rangeGeometry({ ...model, marks: [{ ...aetna, votes: [100, 200] }] }, 1000);
    expect(rowOf('aetna', both).dots).toEqual([]);
  });
});

describe('a mean far outside its quartiles', () => {
  const row = rowOf('cigna');

  it('is an arrow at the axis end with its amount, not a diamond at a false place', () => {
    expect(row.mean).toBeNull();
    expect(row.beyond).toHaveLength(1);
    expect(row.beyond[0]).toMatchObject({ side: 'above', text: 'mean $245.38', x: plot.right });
  });

  it('stands clear of the bar, and under it where there is no room beside', () => {
    expect(row.beyond[0]?.textY).toBeCloseTo(row.middle + 4, 9);
    const tight = rangeGeometry({ ...model, domain: [0, 13500], ticks: [0, 13500] }, 1000);
    const tightRow = rowOf('cigna', tight);
    expect(tightRow.beyond[0]?.textY).toBeGreaterThan(tightRow.middle + 8);
  });

  it('gathers everything past one end into one arrow', () => {
    const short = rangeGeometry({ ...model, marks: [cigna], domain: [0, 12500], ticks: [0, 12500] }, 1000);
    expect(rowOf('cigna', short).beyond.map((mark) => mark.text)).toEqual(['P75 $130.09, mean $245.38']);
    expect(rowOf('cigna', short).bar?.width).toBeGreaterThan(0);
  });

  it('draws no bar when the whole range lies past an end', () => {
    const past = rangeGeometry({ ...model, marks: [cigna], domain: [0, 4000], ticks: [0, 4000] }, 1000);
    expect(rowOf('cigna', past).bar).toBeNull();
    expect(rowOf('cigna', past).beyond[0]?.text).toBe(
      'P25 $51.78, median $120.00, P75 $130.09, mean $245.38',
    );
  });

  it('points left for what lies below the axis', () => {
    const high = rangeGeometry({ ...model, marks: [aetna], domain: [7000, 20000], ticks: [7000] }, 1000);
    expect(rowOf('aetna', high).beyond).toMatchObject([
      { side: 'below', text: 'P25 $67.22', anchor: 'start' },
    ]);
  });
});

describe('a row with too few votes for percentiles', () => {
  it('has one dot per vote and says so', () => {
    const row = rowOf('kaiser');
    expect(row.bar).toBeNull();
    expect(row.dots.map((dot) => dot.x)).toEqual([8800, 9000, 9600].map((vote) => tenths(xOf(vote))));
    expect([row.medianText, row.countText]).toEqual(['too few', '3']);
  });

  it('shows four equal votes as four separate dots', () => {
    const equal = rangeGeometry({ ...model, marks: [{ ...kaiser, votes: [9000, 9000, 9000, 9000] }] }, 1000);
    const places = rowOf('kaiser', equal).dots.map((dot) => `${dot.x} ${dot.y}`);
    expect(new Set(places).size).toBe(4);
  });
});

describe('a row with nothing to draw', () => {
  it('has its words instead, clear of the Medicare line', () => {
    const row = rowOf('humana');
    expect(row.absence?.text).toBe('Data not available in the input');
    expect(row.absence?.x).toBeGreaterThan(wide.medicare?.x ?? Number.POSITIVE_INFINITY);
    expect([row.bar, row.median, row.mean]).toEqual([null, null, null]);
    expect([row.medianText, row.countText]).toEqual(['', '']);
  });
});

describe('the axis and the Medicare line', () => {
  it('labels whole dollars without cents, and all with cents otherwise', () => {
    expect(wide.ticks.map((tick) => tick.label)).toEqual(['$0', '$30', '$60', '$90', '$120', '$150', '$180']);
    const odd = rangeGeometry({ ...model, domain: [0, 500], ticks: [0, 250, 500] }, 1000);
    expect(odd.ticks.map((tick) => tick.label)).toEqual(['$0.00', '$2.50', '$5.00']);
  });

  it('keeps every grid line but labels them in even steps where they would touch', () => {
    const ticks = Array.from({ length: 19 }, (_, index) => index * 1000);
    const labels = rangeGeometry({ ...model, ticks }, 358).ticks.map((tick) => tick.label);
    expect(labels).toHaveLength(19);
    const labelled = labels.flatMap((label, index) => (label === '' ? [] : [index]));
    const steps = labelled.slice(1).map((index, position) => index - (labelled[position] ?? 0));
    expect(new Set(steps).size).toBe(1);
    expect(labelled.length).toBeLessThan(10);
  });

  it('puts the line at its amount and its label over it', () => {
    expect(wide.medicare?.x).toBe(tenths(xOf(2931)));
    expect(wide.medicare).toMatchObject({ side: 'inside', text: 'Medicare $29.31' });
    expect(wide.medicare?.textX).toBe(tenths(xOf(2931)));
  });

  it('has no line where Medicare does not price the service', () => {
    expect(rangeGeometry({ ...model, medicare: null }, 1000).medicare).toBeNull();
  });
});

describe('the layout', () => {
  it('keeps its height at every width, so nothing below it moves', () => {
    expect([320, 390, 720, 1920].map((width) => rangeGeometry(model, width).layout.height)).toEqual(
      Array(4).fill(rangeHeight(5)),
    );
  });

  it('puts labels above the bars on a phone and beside them on a desk', () => {
    expect(rangeGeometry(model, 358).layout.labels).toBe('above');
    expect(wide.layout.labels).toBe('beside');
  });
});

const amount = fc.integer({ min: 0, max: 60000 });
const markOf = (id: string) =>
  fc
    .record({ amounts: fc.array(amount, { minLength: 3, maxLength: 3 }), mean: amount, few: fc.boolean() })
    .map(({ amounts, mean, few }): RangeMark => {
      const [p25 = 0, median = 0, p75 = 0] = amounts.toSorted((a, b) => a - b);
      const shared = { id, label: id, colour: 'other', absence: '', detail: '', mean, n: 3 };
      return few ? { ...shared, votes: amounts } : { ...shared, votes: [], p25, median, p75 };
    });

describe('whatever the amounts and the width', () => {
  it('keeps every mark inside the plot, in the order of the amounts', () => {
    fc.assert(
      fc.property(
        fc.tuple(markOf('a'), markOf('b'), markOf('c')),
        fc.integer({ min: 280, max: 2400 }),
        fc.tuple(fc.integer({ min: 0, max: 20000 }), fc.integer({ min: 1, max: 40000 })),
        (marks, width, [low, span]) => {
          const any: RangeModel = { ...model, marks, domain: [low, low + span], ticks: [low, low + span] };
          const geometry = rangeGeometry(any, width);
          const box = geometry.layout.plot;
          for (const row of geometry.rows) {
            const ends = row.bar ? [row.bar.x, row.bar.x + row.bar.width] : [];
            const dots = row.dots.map((dot) => dot.x);
            const xs = [...ends, ...dots, row.median, row.mean, ...row.beyond.map((mark) => mark.x)];
            for (const x of xs) {
              if (x === null) continue;
              expect(x).toBeGreaterThanOrEqual(box.left);
              expect(x).toBeLessThanOrEqual(box.right + 1e-9);
            }
            if (row.bar && row.median !== null) {
              expect(row.median).toBeGreaterThanOrEqual(row.bar.x - 1e-9);
              expect(row.median).toBeLessThanOrEqual(row.bar.x + row.bar.width + 1e-9);
            }
            expect(dots).toEqual(dots.toSorted((a, b) => a - b));
            expect(row.middle).toBeGreaterThan(row.top);
            expect(row.middle).toBeLessThan(row.top + geometry.layout.rowHeight);
          }
        },
      ),
    );
  });

  it('shows every amount: as a mark inside, or named at the end it lies past', () => {
    fc.assert(
      fc.property(markOf('a'), fc.integer({ min: 280, max: 2400 }), (mark, width) => {
        const geometry = rangeGeometry({ ...model, marks: [mark] }, width);
        const [row] = geometry.rows;
        const words = row?.beyond.map((one) => one.text).join(', ') ?? '';
        expect(row?.mean !== null).toBe(!words.includes('mean'));
        const votesNamed = words.split('vote').length - 1;
        expect((row?.dots.length ?? 0) + votesNamed).toBe(mark.votes.length);
        if (mark.median !== undefined) expect(row?.median !== null).toBe(!words.includes('median'));
      }),
    );
  });
});

/** Positions are settled to a tenth of a pixel. */
function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
