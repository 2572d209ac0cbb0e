import { describe, expect, it } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import type { ContractTerm } from '../../src/domain/contractTerm.ts';
import { everywhere } from '../../src/domain/medicareArea.ts';
import { medicareAhead, medicareHistory } from '../../src/domain/medicareYears.ts';
import { cents } from '../../src/domain/money.ts';
import { compareTerms } from '../../src/domain/termComparison.ts';
import { termEven } from '../../src/domain/termEven.ts';
import { workingCsv } from '../../src/export/workingCsv.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { termHistoryFigure, termValueFigure } from '../../src/figures/termFigure.ts';
import { termLines } from '../../src/figures/termLines.ts';
import { termWorking } from '../../src/figures/termWorking.ts';
import { isWorking } from '../../src/figures/working.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const subject = { name: '97755', where: 'National', isList: false, leftOut: [] };
const history = medicareHistory(schedule, '97755', everywhere);
const fixed: ContractTerm = {
  base: { kind: 'dollars', amount: cents(4250) },
  escalator: { kind: 'fixed', rate: 0 },
  lesserOfCharges: false,
};
const moving: ContractTerm = {
  base: { kind: 'medicare', share: 1.1, year: 'service' },
  escalator: { kind: 'fixed', rate: 0 },
  lesserOfCharges: false,
};

function past(a: ContractTerm, b: ContractTerm, charge: Parameters<typeof compareTerms>[0]['charge'] = null) {
  const comparison = compareTerms({ a, b, charge, units: 100 }, history, history);
  const input = { comparison, a, b, charge, subject, origin: 'CMS', isSample: false };
  return { ...input, figure: termHistoryFigure(input) };
}

function ahead(
  a: ContractTerm,
  b: ContractTerm,
  charge: Parameters<typeof compareTerms>[0]['charge'] = null,
) {
  const growth = -0.01;
  const input = { a, b, charge, units: 100 };
  const comparison = compareTerms(input, medicareAhead(history, 3, growth), history);
  const even = termEven((change) => compareTerms(input, medicareAhead(history, 3, change), history), 3);
  const all = { ...input, comparison, subject, origin: 'CMS', isSample: true };
  return { ...all, figure: termValueFigure({ ...all, growth, growthSource: 'as typed', even }) };
}

it('calls two worths the same whose difference is printed as $0.00', () => {
  const signed: ContractTerm = {
    base: { kind: 'medicare', share: 1.1, year: 'signing' },
    escalator: { kind: 'fixed', rate: -0.01 },
    lesserOfCharges: false,
  };
  // Medicare falls by 1% a year, and so does what was signed.
  const { figure, comparison } = ahead(signed, moving);
  expect(
    Math.abs(comparison.totals.difference.kind === 'value' ? comparison.totals.difference.value : 1),
  ).toBeLessThan(0.5);
  expect(figure.summary).toMatch(/: the same\./);
});

it('calls two payments the same whose difference is printed as $0.00, in the table and in words', () => {
  // 0.001 points of Medicare: 0.04 cents of some $40 a year, 0.28 cents over seven years.
  const nearly: ContractTerm = { ...moving, base: { kind: 'medicare', share: 1.10001, year: 'service' } };
  const { figure } = past(nearly, moving);
  expect(figure.rows.map(({ cells }) => cells['better'])).toEqual(history.map(() => present('the same')));
  expect(figure.summary).toBe('Both pay the same.');
});

it('of two terms that are the same it is not said that nothing makes them equal', () => {
  expect(ahead(fixed, fixed).figure.summary).toBe(
    'Over 3 years and 100 units a year A is worth $12,750.00, B $12,750.00: the same. They are worth the same if Medicare changes by anything from −20.00% to +20.00% a year.',
  );
  // $1 a year apart whatever Medicare does.
  const dearer: ContractTerm = { ...fixed, base: { kind: 'dollars', amount: cents(4350) } };
  expect(ahead(dearer, fixed).figure.summary).toMatch(
    /ahead by \$300\.00\. No yearly change of Medicare between −20% and \+20% makes them equal\.$/,
  );
});

it('terms that both reach the charge are the same from some change of Medicare on', () => {
  // $42.00 at most; 110% of $38.85 is above it in 2026 already, so only a fall of Medicare parts them.
  const capped = (share: number): ContractTerm => ({
    base: { kind: 'medicare', share, year: 'service' },
    escalator: { kind: 'fixed', rate: 0 },
    lesserOfCharges: true,
  });
  const { figure } = ahead(capped(1.2), capped(1.1), { amount: cents(4200), year: 2026, growth: 0 });
  // 38.8467 × 1.1 × (1 + g)² = 42.00 → g = −0.86%; 2026 is at the charge for both.
  expect(figure.summary).toMatch(
    / They are worth the same if Medicare changes by anything from −0\.8\d% to \+20\.00% a year\.$/,
  );
  expect(figure.notes[1]).toMatch(
    /^In 2028 they pay the same if Medicare then stands anything from 1\.7\d% below its level of 2026 \(\$38\.18 for one unit\) to 44\.00% above its level of 2026 \(\$55\.94 for one unit\)\.$/,
  );
});

it('terms that change places twice name both changes of Medicare', () => {
  const capped: ContractTerm = {
    base: { kind: 'medicare', share: 1, year: 'service' },
    escalator: { kind: 'fixed', rate: 0 },
    lesserOfCharges: true,
  };
  const falling: ContractTerm = {
    base: { kind: 'medicare', share: 1.21, year: 'service' },
    escalator: { kind: 'typed', rates: [-0.2, -0.2] },
    lesserOfCharges: false,
  };
  const { figure } = ahead(capped, falling, { amount: cents(3885), year: 2026, growth: 0 });
  // u = 1 + g. Below the charge 1.21 (1 + 0.8 u + 0.64 u²) = 1 + u + u² → u = 0.8965. At it, with 38.85 ÷ 38.84668 =
  // 1.0000855, the same is 1 + 2 × 1.0000855 → u = 1.0189.
  expect(figure.summary).toMatch(/ if Medicare changes by −10\.35% or \+1\.89% a year\.$/);
  // 1.21 × 0.64 × level = 1.0000855 → 1.2914.
  expect(figure.notes[1]).toMatch(
    /^In 2028 .* stands 29\.1\d% above .*; past that the other one is the better\.$/,
  );
});

it('names shares, rises and charges to the last digit typed, because they are counted to it', () => {
  const typed: ContractTerm = {
    base: { kind: 'medicare', share: 1.1225, year: 'service' },
    escalator: { kind: 'typed', rates: [0.0225, -0.0125, 0] },
    lesserOfCharges: true,
  };
  const rising: ContractTerm = { ...fixed, escalator: { kind: 'fixed', rate: 0.0225 } };
  const { figure } = past(rising, typed, { amount: cents(9900), year: 2026, growth: 0.0375 });
  expect(figure.notes.slice(0, 2)).toEqual([
    'A: $42.50, +2.25% a year. B: 112.25% of Medicare of the year of service, +2.25%, −1.25%, 0.0% year by year, no more than the charge.',
    'Charge: $99.00 in 2026, +3.75% a year from there.',
  ]);
});

it('a contract of one year has one year, not all of them', () => {
  const one = medicareAhead(history, 1, 0);
  const comparison = compareTerms({ a: fixed, b: moving, charge: null, units: 1 }, one, history);
  const even = { changes: [], levels: [] };
  const input = { comparison, a: fixed, b: moving, charge: null, subject, origin: 'CMS', isSample: false };
  const value = termValueFigure({ ...input, units: 1, growth: 0, growthSource: 'as typed', even });
  expect(value.rows.at(-1)?.label).toBe('The one year');
  expect(termHistoryFigure(input).summary).toBe(
    'B pays more in every year that differs. For one unit in the one year B would have paid $0.23 more than A in all.',
  );
});

function printed({ columns, rows }: Figure, rowId: string): readonly string[] {
  const row = rows.find(({ id }) => id === rowId);
  return columns.map(({ id, kind }) => formatCell(row?.cells[id] ?? absent('not-in-input'), kind));
}

describe('97755, $42.50 against 110% of Medicare, nationally', () => {
  it('what the words would have paid, and where the better term flips', () => {
    const { figure } = past(fixed, moving);
    expect(figure.title).toBe('What the same words would have paid for 97755, National, 2020 to 2026');
    expect(printed(figure, '2020')).toEqual(['$40.37', '$42.50', '$44.41', '−$1.91', 'B']);
    expect(printed(figure, '2025')).toEqual(['$38.56', '$42.50', '$42.42', '+$0.08', 'A']);
    expect(printed(figure, '2026')).toEqual(['$38.85', '$42.50', '$42.73', '−$0.23', 'B']);
    expect(figure.summary).toMatch(/^B pays more at first; A overtakes in 2025 and B overtakes in 2026\./);
    // 7 × 42.50 = 297.50; 1.1 × (40.3729 + 39.8020 + 39.8671 + 40.1534 + 39.3360 + 38.5612 + 38.8467) = 304.63.
    expect(figure.summary).toMatch(
      /For one unit in each of 7 years B would have paid \$7\.13 more than A in all\.$/,
    );
    expect(figure.notes[0]).toBe('A: $42.50. B: 110.0% of Medicare of the year of service.');
  });
  it('three years ahead at −1% a year: 2026 to 2028, worth, sum so far, and the change that makes them equal', () => {
    const { figure } = ahead(fixed, moving);
    // 38.8467 × 1.1 = 42.7314; × 0.99 = 42.3040; × 0.99 = 41.8810. 100 units each.
    expect(printed(figure, '2026')).toEqual([
      '$38.85',
      '$42.50',
      '$42.73',
      '−$0.23',
      '$4,250.00',
      '$4,273.14',
      '−$23.14',
    ]);
    expect(printed(figure, '2028').slice(2)).toEqual([
      '$41.88',
      '+$0.62',
      '$4,250.00',
      '$4,188.10',
      '+$58.36',
    ]);
    // 3 × 4,250 = 12,750; 4,273.14 + 4,230.40 + 4,188.10 = 12,691.64.
    expect(printed(figure, 'total').slice(4)).toEqual(['$12,750.00', '$12,691.64', '+$58.36']);
    expect(figure.rows[1]?.flags).toEqual(['Medicare assumed']);
    // 42.7314 × (1 + (1 + g) + (1 + g)²) = 127.50 → g² + 3g + 0.01624 = 0 → g = −0.54%.
    expect(figure.summary).toMatch(
      /A is ahead in all from 2028 on\..*if Medicare changes by −0\.54% a year\./,
    );
    expect(figure.notes[0]).toBe(
      'Assumed: Medicare changes by −1.00% a year (as typed). 100 units in every year.',
    );
  });
});

describe('every figure opens a working with the same value, and its sheet computes it', () => {
  const charge = { amount: cents(4400), year: 2026, growth: 0.02 };
  const terms: readonly (readonly [string, ContractTerm, ContractTerm])[] = [
    ['dollars against Medicare', fixed, moving],
    [
      'rises and the lesser of charges against a fixed Medicare year',
      { ...fixed, escalator: { kind: 'fixed', rate: 0.03 }, lesserOfCharges: true },
      { ...moving, base: { kind: 'medicare', share: 1.1, year: 2023 } },
    ],
    [
      'charges against Medicare of signing, rises typed',
      { ...fixed, base: { kind: 'charges', share: 0.95 } },
      {
        base: { kind: 'medicare', share: 1.05, year: 'signing' },
        escalator: { kind: 'typed', rates: [0.031, 0.029] },
        lesserOfCharges: true,
      },
    ],
  ];
  it.each(terms)('%s', (_, a, b) => {
    let asked = 0;
    for (const made of [past(a, b, charge), ahead(a, b, charge)]) {
      const input = {
        ...made,
        units: 100,
        growth: -0.01,
        known: history,
        schedule,
        code: '97755',
        area: everywhere,
        where: 'National',
        listed: null,
        origin: 'release test',
        address: '',
      };
      for (const row of made.figure.rows) {
        for (const { id, kind, label } of made.figure.columns) {
          const cell = row.cells[id];
          if (kind === 'text' || cell?.kind !== 'value') continue;
          const name = `${row.label}, ${label}`;
          const working = termWorking(input, row.id, id);
          if (!working) throw new Error(`no working for ${name}`);
          expect(working.value, name).toBe(cell.value);
          const sheet = openSheet(workingCsv(working));
          expect(Number(sheet.beside('Computed by this sheet')), name).toBeCloseTo(
            Number(cell.value) / 100,
            6,
          );
          for (const { label: what, number, from } of working.operands) {
            const inner = from?.();
            if (inner && isWorking(inner) && 'cents' in number) {
              expect(inner.value, `${name}: ${what}`).toBe(number.cents);
            }
          }
          asked += 1;
        }
      }
    }
    // Seven years of 4 figures; three of 7 and a total of 3.
    expect(asked).toBe(28 + 24);
  });
});

it('says when the charge is what is paid, and when no charge is given', () => {
  const lesser = { ...fixed, lesserOfCharges: true };
  const low = past(lesser, moving, { amount: cents(4000), year: 2026, growth: 0 }).figure;
  expect(low.rows[0]?.flags).toEqual(['A: the charge is lower']);
  expect(low.notes).toContain('Charge: $40.00 in 2026, the same in every year.');
  const none = past(lesser, moving).figure;
  expect(none.notes).toContain('No charge is given, so no amount can be told.');
  expect(printed(none, '2026')[1]).toBe('Not available: no charge is given');
});

it('draws both terms as steps, A and B by name; nothing where neither has an amount', () => {
  const { comparison, figure } = past(fixed, moving);
  const words = { title: figure.title, summary: figure.summary, a: 'a', b: 'b' };
  const lines = termLines(comparison, words);
  expect([lines?.amountLabel, lines?.secondLabel]).toEqual(['A: a', 'B: b']);
  expect(lines?.steps[5]).toMatchObject({
    amount: 4250,
    detail: '2025: A $42.50, B $42.42, A − B +$0.08.',
  });
  const unpriced = medicareHistory(schedule, '97010', everywhere);
  const none = compareTerms({ a: moving, b: moving, charge: null, units: 1 }, unpriced, unpriced);
  expect(termLines(none, words)).toBeNull();
});
