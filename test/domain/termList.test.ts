import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import type { ContractTerm } from '../../src/domain/contractTerm.ts';
import { medicareAhead, medicareHistory, yearlyChange } from '../../src/domain/medicareYears.ts';
import { cents } from '../../src/domain/money.ts';
import { compareList, listHistory, type TermListLine } from '../../src/domain/termList.ts';
import { workingCsv } from '../../src/export/workingCsv.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { termHistoryFigure, termValueFigure } from '../../src/figures/termFigure.ts';
import { termListFigure } from '../../src/figures/termListFigure.ts';
import { termListWorking, termYearsWorking } from '../../src/figures/termListWorking.ts';
import { isWorking, type Working } from '../../src/figures/working.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const houston = { place: 'TX', locality: { mac: '04412', locality: '18' } };
const line = (code: string, units: number, listed: number | null): TermListLine => ({
  code,
  units,
  listed,
  charge: null,
  history: medicareHistory(schedule, code, houston),
});
const listed: ContractTerm = {
  base: { kind: 'listed' },
  escalator: { kind: 'fixed', rate: 0 },
  lesserOfCharges: false,
};
const moving: ContractTerm = {
  base: { kind: 'medicare', share: 1.2, year: 'service' },
  escalator: { kind: 'fixed', rate: 0 },
  lesserOfCharges: false,
};
/**
 * Houston 2026: 97110 pays 29.21 (0.87449 × 33.4009); 97140 has RVU 0.43, 0.39, 0.01: (0.43344 + 0.38727 + 0.01376) ×
 * 33.4009 = 27.87. 97010 is bundled by Medicare.
 */
const lines = [line('97110', 100, 3600), line('97140', 50, 3200), line('97010', 10, 500)];

describe('two terms over a list of codes with volumes, Houston', () => {
  const now = compareList({ a: listed, b: moving }, lines, ({ history }) => medicareAhead(history, 1, 0));

  it('one year: A 100 × 36 + 50 × 32 = 5,200; B 1.2 × (100 × 29.21 + 50 × 27.87) = 5,177.40; 97010 in no sum', () => {
    expect(now.rows.map(({ isCounted }) => isCounted)).toEqual([true, true, false]);
    expect(valueOf(now.medicare)).toBe(100 * 2921 + 50 * 2787);
    expect(valueOf(now.whole.totals.a)).toBe(520_000);
    expect(valueOf(now.whole.totals.b)).toBeCloseTo(517_740, 6);
    expect(now.rows[2]?.comparison.totals.a).toEqual(present(5000));
    expect(now.rows[2]?.comparison.totals.b.kind).toBe('absent');
  });
  it('shares of Medicare are ratios of sums: 520,000 ÷ 431,450 = 120.5%, not the mean of 123.2% and 114.8%', () => {
    const figure = termListFigure({
      list: now,
      a: listed,
      b: moving,
      where: 'Houston',
      growth: 0,
      growthSource: 'as typed',
      titles: new Map(),
      origin: 'CMS',
      isSample: false,
    });
    expect(printed(figure, 'total')).toEqual([
      '150',
      '$4,314.50',
      '$5,200.00',
      '$5,177.40',
      '+$22.60',
      '120.5%',
      '120.0%',
    ]);
    expect(printed(figure, '97110').slice(-2)).toEqual(['123.2%', '120.0%']);
    expect(figure.summary).toBe(
      'Over 2 codes A is worth $5,200.00 and B $5,177.40, 120.5% against 120.0% of Medicare: A is ahead by $22.60. A is the better of the two for 1 code, B for 1.',
    );
  });
  it('its years are sums of its codes’ years, and its history is that of what Medicare prices', () => {
    const past = compareList({ a: listed, b: moving }, lines, ({ history }) => history);
    for (const [index, year] of past.whole.years.entries()) {
      const [first, second] = past.rows.map(({ comparison }) => comparison.years[index]);
      expect(valueOf(year.b.amount)).toBeCloseTo(
        100 * (valueOf(first?.b.amount ?? absent('refused')) ?? 0) +
          50 * (valueOf(second?.b.amount ?? absent('refused')) ?? 0),
        6,
      );
    }
    const history = listHistory(lines);
    expect(history.at(-1)?.amount).toEqual(present(431_450));
    // A code that Medicare prices in some years only is in no year of it.
    const [first] = lines;
    if (!first) throw new Error('a list has lines');
    const partly = first.history.map((year, at) =>
      at === 0 ? { ...year, amount: absent('not-priced') } : year,
    );
    expect(listHistory([...lines, { ...first, units: 9999, history: partly }])).toEqual(history);
    expect(listHistory([{ ...first, history: partly }])).toEqual([]);
    expect(yearlyChange(history)).toBeLessThan(0);
  });
  it('a term that points at a rate the list does not state has no amount; an empty list has none either', () => {
    const none = compareList({ a: listed, b: moving }, [line('97110', 1, null)], ({ history }) => history);
    expect(none.rows[0]?.comparison.years[0]?.a.amount).toEqual(
      absent('refused', 'no rate is given for the code'),
    );
    const noCode = absent('not-comparable', 'no code has an amount from both terms');
    expect([none.whole.totals.a, none.whole.totals.b, none.medicare]).toEqual([noCode, noCode, noCode]);
    const empty = compareList({ a: listed, b: moving }, [], ({ history }) => history);
    expect(empty).toMatchObject({ rows: [], whole: { years: [] }, medicare: noCode });
  });
  it('a code that only Medicare cannot price is in the sums, and why Medicare has none names it', () => {
    const flat: ContractTerm = { ...listed, base: { kind: 'dollars', amount: cents(3000) } };
    const list = compareList({ a: listed, b: flat }, lines, ({ history }) => medicareAhead(history, 2, 0));
    // 2 × (100 × 36 + 50 × 32 + 10 × 5) = 10,500.
    expect(list.whole.totals.a).toEqual(present(1_050_000));
    const unpriced = absent('not-comparable', 'Medicare does not price 97010');
    expect([list.medicare, ...list.whole.years.map(({ medicare }) => medicare.amount)]).toEqual([
      unpriced,
      unpriced,
      unpriced,
    ]);
  });
  it('a charge is a limit code by code: flagged, and told from when on', () => {
    const charge = { amount: cents(3700), year: 2026, growth: 0 };
    const a: ContractTerm = { ...listed, escalator: { kind: 'fixed', rate: 0.02 }, lesserOfCharges: true };
    const list = compareList(
      { a, b: moving },
      [
        { ...line('97110', 100, 3600), charge },
        { ...line('97140', 50, 3200), charge },
      ],
      ({ history }) => medicareAhead(history, 3, 0),
    );
    // 36.00, 36.72, 37.45 against 37.00; 32.00, 32.64, 33.29 below it.
    expect(list.whole.years.map(({ a: { isCharge } }) => isCharge)).toEqual([false, false, true]);
    const figure = termValueFigure({
      comparison: list.whole,
      a,
      b: moving,
      charge: null,
      subject: { name: 'the list of 2 codes', where: 'Houston', isList: true, leftOut: [] },
      units: 0,
      growth: 0,
      growthSource: 'as typed',
      even: { changes: [], levels: [] },
      origin: 'CMS',
      isSample: false,
    });
    expect(figure.rows[2]?.flags).toContain('A: the charge is lower for some codes');
    expect(figure.notes).toContain(
      'From 2028 on A pays the charge for some codes, because it is lower than the rate.',
    );
    // 100 × 37.00 + 50 × 33.2928 = 5,364.64.
    expect(printed(figure, '2028')[1]).toBe('$5,364.64');
  });
});

function printed({ columns, rows }: Figure, rowId: string): readonly string[] {
  const row = rows.find(({ id }) => id === rowId);
  return columns.map(({ id, kind }) => formatCell(row?.cells[id] ?? absent('not-in-input'), kind));
}

describe('every number of a list opens a working with the same value, and its sheet computes it', () => {
  const two = lines.slice(0, 2);
  const ahead = compareList({ a: listed, b: moving }, two, ({ history }) => medicareAhead(history, 3, -0.01));
  const past = compareList({ a: listed, b: moving }, two, ({ history }) => history);
  const shared = {
    a: listed,
    b: moving,
    growth: -0.01,
    schedule,
    area: houston,
    where: 'Houston',
    origin: 'release test',
    address: '',
  };
  const figureInput = {
    a: listed,
    b: moving,
    charge: null,
    subject: { name: 'the list of 2 codes', where: 'Houston', isList: true, leftOut: [] },
    origin: 'release test',
    isSample: false,
  };
  const even = { changes: [], levels: [] };

  function check(figure: Figure, explain: (row: string, column: string) => Working | undefined): number {
    let asked = 0;
    for (const row of figure.rows) {
      for (const { id, kind, label } of figure.columns) {
        const cell = row.cells[id];
        if (kind === 'text' || kind === 'count' || cell?.kind !== 'value') continue;
        const name = `${figure.id}: ${row.label}, ${label}`;
        const working = explain(row.id, id);
        if (!working) throw new Error(`no working for ${name}`);
        expect(Number(working.value), name).toBeCloseTo(Number(cell.value), 6);
        const inUnit = kind === 'ratio' ? Number(cell.value) : Number(cell.value) / 100;
        const sheet = openSheet(workingCsv(working));
        expect(Number(sheet.beside('Computed by this sheet')), name).toBeCloseTo(inUnit, 6);
        for (const { label: what, number, from } of working.operands) {
          const made = from?.();
          if (made && isWorking(made) && 'cents' in number) {
            expect(Number(made.value), `${name}: ${what}`).toBeCloseTo(number.cents, 6);
          }
        }
        asked += 1;
      }
    }
    return asked;
  }

  it('code by code, the years behind and the years ahead', () => {
    const byCode = termListFigure({
      ...shared,
      list: ahead,
      growthSource: 'as typed',
      titles: new Map(),
      isSample: false,
    });
    expect(check(byCode, (row, column) => termListWorking({ ...shared, list: ahead }, row, column))).toBe(
      3 * 6,
    );
    const history = termHistoryFigure({ ...figureInput, comparison: past.whole });
    expect(check(history, (row, column) => termYearsWorking({ ...shared, list: past }, row, column))).toBe(
      7 * 4,
    );
    const value = termValueFigure({
      ...figureInput,
      comparison: ahead.whole,
      units: 0,
      growth: -0.01,
      growthSource: 'as typed',
      even,
    });
    expect(check(value, (row, column) => termYearsWorking({ ...shared, list: ahead }, row, column))).toBe(
      4 * 5,
    );
  });
});
