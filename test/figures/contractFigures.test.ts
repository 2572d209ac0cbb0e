import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/domain/cell.ts';
import { contractImpact } from '../../src/domain/contractImpact.ts';
import { contractIndex } from '../../src/domain/contractIndex.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, type Target } from '../../src/domain/contractPosition.ts';
import { priceVolume } from '../../src/domain/priceVolume.ts';
import { contractGapFigure, contractPositionFigure, lineLabel } from '../../src/figures/contractFigures.ts';
import { contractImpactFigure } from '../../src/figures/contractImpactFigure.ts';
import { contractIndexFigure } from '../../src/figures/contractIndexFigure.ts';
import {
  contractImpactWorking,
  contractIndexWorking,
  isImpactFigure,
} from '../../src/figures/contractSumWorking.ts';
import { contractLineWorking, isContractFigure } from '../../src/figures/contractWorking.ts';
import { priceVolumeFigure } from '../../src/figures/priceVolumeFigure.ts';
import { priceVolumeWorking } from '../../src/figures/priceVolumeWorking.ts';
import { ordinal, targetText } from '../../src/text/contractText.ts';
import { rateTable } from '../support/builders.ts';
import { contractLine, medianTarget, twoYears } from '../support/contracts.ts';
import { expectWorkings } from '../support/expectWorkings.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const desk = { place: 'TX', locality: null };
const tables = new Map(
  ['97110', '97140'].map((code) => [
    code,
    rateTable(
      code,
      [28, 30, 34, 40, 44].map((rate, index) => ({ rate, provider: `Hospital ${index}` })),
    ),
  ]),
);
const lines = [
  contractLine({
    id: 'a',
    code: '97110',
    units: 100,
    charge: 2500,
    terms: { kind: 'dollars', amount: 2900 },
  }),
  contractLine({ id: 'b', code: '97140', units: 50, terms: { kind: 'dollars', amount: 4000 } }),
  contractLine({
    id: 'c',
    code: '97140',
    payer: 'Aetna HMO',
    units: 10,
    terms: { kind: 'medicare-share', share: 1.1 },
  }),
  contractLine({
    id: 'd',
    code: '97112',
    units: 40,
    lines: 3,
    terms: { kind: 'dollars', amount: 10001 / 40, claims: { allowed: 10001, units: 40 } },
  }),
  contractLine({ id: 'e', code: '97110', payer: 'Low', units: 4, terms: { kind: 'dollars', amount: 100 } }),
  contractLine({ id: 'f', code: '97110', payer: 'High', units: 4, terms: { kind: 'dollars', amount: 9000 } }),
];

function positionsFor(target: Target) {
  return contractPositions({
    lines,
    market: contractMarket({ tables, place: 'TX', site: 'all', pool: 'payer', schedule }),
    schedule,
    desk,
    medicareYear: 2026,
    target,
  });
}

const facts = { method: 'Market of a test.', origin: 'a test', target: medianTarget };

describe('position and gaps', () => {
  const positions = positionsFor(medianTarget);
  const byId = new Map(positions.map((position) => [position.line.id, position]));
  const figure = contractPositionFigure(positions, facts);

  it('says where each rate sits and lists what has no benchmark', () => {
    const [first] = figure.rows;
    // 29 lies halfway from the first (28) to the second (30) of five votes: 0.5 ÷ 4.
    expect(first?.cells['rank']).toEqual({ kind: 'value', value: 0.125 });
    expect(first?.cells['grade']).toEqual({ kind: 'value', value: 'low' });
    expect(first?.flags).toEqual(['above your charge']);
    expect(figure.rows.map(({ flags }) => flags).slice(4)).toEqual([
      ['lowest of the market'],
      ['highest of the market'],
    ]);
    // Five lines, held against two markets of five hospitals each.
    expect(figure.notes[0]).toMatch(/^10 of the 10 votes of this market are hospitals’ own rates\./);
    expect(figure.notes.slice(1)).toEqual([
      '1 line has no market benchmark and is listed all the same: 97112.',
    ]);
    expect(figure.summary).toContain('of 5 ranked lines');
    expect(figure.summary).toContain('Lowest: 97110, Low, at the lowest vote or below of 5 votes.');
    expect(contractPositionFigure([], facts).summary).toContain('None of 0 lines');
  });

  it('names what is held against many companies, and services by their modifiers', () => {
    const [ranked, , unmatched] = [
      positions[0],
      positions[1],
      positions.find(({ median }) => median.kind === 'absent'),
    ];
    if (!ranked?.market || !unmatched) throw new Error('no such lines');
    const heldAgainst = (payer: string, id: 'other' | 'medicare-advantage', name: string) => ({
      ...ranked,
      line: { ...ranked.line, payer },
      market: { ...ranked.market, row: { ...ranked.market?.row, id, name } } as typeof ranked.market,
    });
    const { notes } = contractPositionFigure(
      [
        ranked,
        heldAgainst('Zyxo Health', 'other', 'Other commercial payers'),
        heldAgainst('Zyxo Health', 'other', 'Other commercial payers'),
        heldAgainst('Aetna', 'medicare-advantage', 'Medicare Advantage'),
        { ...unmatched, line: { ...unmatched.line, code: '97112', modifier: 'CQ' } },
      ],
      facts,
    );
    expect(notes.slice(1)).toEqual([
      '3 lines are held against many companies together, not against the payer alone: Zyxo Health (Other commercial payers) and Aetna (Medicare Advantage).',
      '1 line has no market benchmark and is listed all the same: 97112-CQ.',
    ]);
  });

  it.each([
    // Votes 28, 30, 34, 40 and 44; by PERCENTRANK.INC (0.01 ÷ 2) ÷ 4 = 0.1%, (3 + 3.99 ÷ 4) ÷ 4 = 99.9%.
    [2801, 'below the 1st percentile'],
    [3400, 'at the 50th percentile'],
    [4399, 'above the 99th percentile'],
    [4400, 'at the highest vote or above'],
  ])('a lowest rate of %i cents stands %s: nothing has a 0th or a 100th', (amount, words) => {
    const one = contractPositions({
      lines: [contractLine({ id: 'a', code: '97110', terms: { kind: 'dollars', amount } })],
      market: contractMarket({ tables, place: 'TX', site: 'all', pool: 'payer', schedule }),
      schedule,
      desk,
      medicareYear: 2026,
      target: medianTarget,
    });
    expect(contractPositionFigure(one, facts).summary).toContain(`${words} of 5 votes.`);
  });

  it('does not call a rate below a median that it equals, however many votes share it', () => {
    const shared = new Map([
      [
        '97110',
        rateTable(
          '97110',
          [28, 34, 34, 34, 44].map((rate, index) => ({ rate, provider: `Hospital ${index}` })),
        ),
      ],
    ]);
    const [even] = contractPositions({
      lines: [contractLine({ terms: { kind: 'dollars', amount: 3400 } })],
      market: contractMarket({ tables: shared, place: 'TX', site: 'all', pool: 'payer', schedule }),
      schedule,
      desk,
      medicareYear: 2026,
      target: medianTarget,
    });
    if (!even) throw new Error('no line');
    // The first of three equal votes: a quarter lie below it.
    expect(even.rank).toEqual({ kind: 'value', value: 0.25 });
    expect(contractPositionFigure([even], facts).summary).toMatch(/^0 of 1 ranked line/);
  });

  it('works an average of claims out from the claims, whatever volume was put beside it', () => {
    const position = byId.get('d');
    if (!position) throw new Error('no line');
    const joined = { ...position, line: { ...position.line, units: 1000 } };
    const working = contractLineWorking(joined, 'own', { schedule, desk, target: medianTarget, origin: '' });
    expect(working?.operands.map(({ number }) => number)).toEqual([{ cents: 10_001 }, { plain: '40' }]);
  });

  it('says nothing of hospitals where the line is of a facility, or others cast most votes', () => {
    const atHospital = positions.map((each) => ({
      ...each,
      line: { ...each.line, site: 'facility' as const },
    }));
    expect(contractGapFigure(atHospital, facts).notes).toEqual([]);
    const offices = positions.map((each) => ({
      ...each,
      ...(each.market ? { market: { ...each.market, hospitals: 2 } } : {}),
    }));
    expect(contractGapFigure(offices, facts).notes).toEqual([]);
  });

  it('tells gaps in dollars and percent', () => {
    const gaps = contractGapFigure(positions, facts);
    const [first] = gaps.rows;
    // To the median 34: 34 − 29 = 5, 5 ÷ 29.
    expect(first?.cells['median-dollars']).toEqual({ kind: 'value', value: 500 });
    expect(first?.cells['median-ratio']).toEqual({ kind: 'value', value: 500 / 2900 });
    // 28 30 34 40 44: 40 is above, the low one below, and 110% of Medicare (about 31) too.
    expect(gaps.summary).toBe('3 of 5 lines are below the market’s median.');
  });

  it.each([[medianTarget], [{ kind: 'percentile', p: 0.6 }], [{ kind: 'medicare', share: 1.25 }]] as const)(
    'opens a working for every figure, with the target %j',
    (target) => {
      const found = positionsFor(target);
      const workingFacts = { schedule, desk, target, origin: 'a test' };
      const explain = (rowId: string, columnId: string) => {
        const position = found.find(({ line }) => line.id === rowId);
        const working = position && contractLineWorking(position, columnId, workingFacts);
        expect(working !== undefined, `${rowId} ${columnId}`).toBe(
          position !== undefined && isContractFigure(position, columnId, workingFacts),
        );
        return working;
      };
      expect(expectWorkings(contractPositionFigure(found, { ...facts, target }), explain)).toBe(34);
      expect(expectWorkings(contractGapFigure(found, { ...facts, target }), explain)).toBeGreaterThan(40);
    },
  );

  it('names lines with their modifier', () => {
    const position = byId.get('a');
    if (!position) throw new Error('no line');
    const line = { ...position.line, modifier: 'CQ|52' };
    expect(lineLabel({ ...position, line })).toBe('97110-CQ-52, Aetna PPO');
  });
});

describe('sums', () => {
  const positions = positionsFor(medianTarget);

  it('index: in total, with both sums as its working', () => {
    const index = contractIndex('total', 'All lines', positions, true);
    const figure = contractIndexFigure([index], true, { ...facts, cautions: ['Careful.'] });
    const value = valueOf(index.ofMedian);
    if (value === undefined) throw new Error('no index');
    expect(figure.summary).toMatch(
      /^In total, weighted by your volumes: \d+\.\d% of Medicare \(6 lines\) and/,
    );
    const asked = expectWorkings(figure, (_, columnId) =>
      columnId === 'of-median'
        ? contractIndexWorking('All lines', positions, 'median', true, value, 'a test')
        : undefined,
    );
    expect(asked).toBe(1);
    expect(figure.notes[0]).toBe('Careful.');
    const empty = contractIndexFigure([contractIndex('total', 'All lines', [], false)], false, {
      ...facts,
      cautions: [],
    });
    expect(empty.summary).toBe('No line has an amount to be held against.');
    // Lines have both amounts, and the file a volume of 0 for each.
    const idle = positions.map((each) => ({ ...each, line: { ...each.line, units: 0 } }));
    const none = contractIndexFigure([contractIndex('total', 'All lines', idle, true)], true, {
      ...facts,
      cautions: [],
    });
    expect(none.summary).toBe('No line has a volume above 0 and an amount to be held against.');
  });

  it('impact: ranked, with the whole last and what carries most of it', () => {
    const impact = contractImpact(positions, 'line', lineLabel);
    const figure = contractImpactFigure(impact, 'line', facts);
    // a: 100 × 5 = 500; e: 4 × 33 = 132; c: 10 × (34 − 1.1 × Medicare).
    expect(figure.rows[0]?.label).toBe('97110, Aetna PPO');
    expect(figure.rows[0]?.cells['gain']).toEqual({ kind: 'value', value: 50_000 });
    expect(figure.rows.at(-1)?.label).toBe('Total');
    expect(figure.summary).toMatch(/2 lines carry 9\d\.\d% of the gain\.$/);
    expect(figure.notes[2]).toBe('1 line is not counted: no target.');
    const asked = expectWorkings(figure, (rowId, columnId) => {
      const row = rowId === 'total' ? impact.total : impact.rows.find(({ id }) => id === rowId);
      return row && isImpactFigure(columnId) ? contractImpactWorking(row, columnId, 'a test') : undefined;
    });
    expect(asked).toBe(6 * 3);
  });

  it('change: four parts with their formulas', () => {
    const change = priceVolume(twoYears, [2024, 2025]);
    if (!change) throw new Error('no years');
    const figure = priceVolumeFigure(change, 'a test');
    // As in the domain's example: 1,000 by volume, −300 by mix, 270 by rates, −100 by a code of 2024 only.
    expect(figure.summary).toBe(
      'Revenue went from $5,100.00 to $5,970.00: +$1,000.00 by volume, −$300.00 by mix, +$270.00 by rates and −$100.00 by codes of one year only.',
    );
    const asked = expectWorkings(figure, (_, columnId) =>
      priceVolumeWorking(change, change.total, columnId, 'a test'),
    );
    expect(asked).toBe(7);
  });
});

it('words of targets', () => {
  expect([1, 2, 3, 11, 12, 13, 22, 101, 0].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '11th',
    '12th',
    '13th',
    '22nd',
    '101st',
    '0th',
  ]);
  expect(targetText({ kind: 'percentile', p: 0.6 })).toBe('the market’s 60th percentile');
  expect(targetText({ kind: 'medicare', share: 1.25 })).toBe('125.0% of Medicare');
});
