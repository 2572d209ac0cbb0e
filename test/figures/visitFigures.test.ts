import { describe, expect, it } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { cents } from '../../src/domain/money.ts';
import { sampleVisits } from '../../src/domain/sampleVisits.ts';
import { visitBoard } from '../../src/domain/visitBoard.ts';
import { visitImpact } from '../../src/domain/visitImpact.ts';
import { marketRates } from '../../src/domain/visitRates.ts';
import { workingCsv } from '../../src/export/workingCsv.ts';
import { visitBars } from '../../src/figures/visitBars.ts';
import { visitFigure } from '../../src/figures/visitFigure.ts';
import { visitImpactFigure } from '../../src/figures/visitImpactFigure.ts';
import { visitRatesFigure } from '../../src/figures/visitRatesFigure.ts';
import { visitWorking } from '../../src/figures/visitWorking.ts';
import { isWorking } from '../../src/figures/working.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { visitUnitsSentence } from '../../src/text/visitText.ts';
import { shippedDigest, shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const rates = 'Market medians of the release under test';
const terms = { rule: 'eight-minute', reduction: 'none', assistantShare: 1, cap: null } as const;
/** Every way of paying, one payer each, at the market's medians of Texas. */
const ways = {
  buca: { ...terms, rule: 'midpoint', assistantShare: 0.85 },
  bcbs: { ...terms, reduction: 'practice-expense', assistantShare: 0.85 },
  cigna: { ...terms, reduction: 'later-codes' },
  uhg: { ...terms, cap: cents(15_000), assistantShare: 0.85 },
} as const;
const board = visitBoard({
  visits: sampleVisits,
  payers: marketRates(shippedDigest(), ['97110', '97140', '97530', '97161'], 'TX').map((payer) => ({
    ...payer,
    terms: payer.id in ways ? ways[payer.id as keyof typeof ways] : terms,
  })),
  schedule,
  area: { place: 'TX', locality: null },
  medicareYear: 2026,
});
const figure = visitFigure({ board, where: 'Texas', rates, origin: 'release test', isSample: true });

function printed(rowId: string): readonly string[] {
  const row = figure.rows.find(({ id }) => id === rowId);
  return figure.columns.map(({ id, kind }) =>
    formatCell(row?.cells[id] ?? { kind: 'value', value: '' }, kind),
  );
}

describe('visits in Texas, Medicare 2026, market medians', () => {
  it('Cigna: half of the rate on later codes', () => {
    // First visit: 97161 157.32 in full, 97110 at 60.00. Follow-up: 97110 2 × 120.00, 97140 at 67.92. Activities: two
    // units of 97530 at 120.00 have the higher allowance, 97110 at 60.00.
    expect(printed('cigna').slice(0, 3)).toEqual(['$217.32', '$307.92', '$300.00']);
    // (250 × 217.32 + 1200 × 307.92 + 300 × 300) ÷ 1750 = 513,834 ÷ 1750 = 293.62.
    expect(printed('cigna')[3]).toBe('$293.62');
    expect(printed('cigna')[6]).toBe('$513,834.00');
  });
  it('UnitedHealth Group: a cap of 150.00 on every visit, as a note too', () => {
    expect(printed('uhg').slice(0, 4)).toEqual(['$150.00', '$150.00', '$150.00', '$150.00']);
    expect(figure.notes).toContain(
      'UnitedHealth Group: the cap of $150.00 cuts 3 kinds of visit (First visit, Follow-up, Activities, by an assistant).',
    );
  });
  it('BUCA by the midpoint rule has one unit of 97110 and one of 97530, at 85%: (89.17 + 95.27) × 0.85', () => {
    expect(printed('buca')[2]).toBe('$156.77');
  });
  it('says where the rules differ, that the example is made up, and what arrives of Medicare', () => {
    expect(figure.notes[0]).toMatch(/made up/);
    expect(figure.notes.some((note) => note.includes('a part of the distance comes from that'))).toBe(true);
    expect(figure.notes).toContain(
      'Activities, by an assistant: 18 minutes of 97110 and 20 minutes of 97530, by an assistant; 97110 ×1, 97530 ×2 by the 8-minute rule, 97110 ×1, 97530 ×1 by the midpoint rule.',
    );
    expect(figure.notes.some((note) => note.includes('arrives after sequestration'))).toBe(true);
    expect(figure.summary).toMatch(
      /^Medicare 2026 allows \$\d+\.\d\d for the average of 1,750 visits a year in Texas\./,
    );
  });
  it('every figure opens a working with the same value, and its sheet computes it', () => {
    const input = { board, where: 'Texas', schedule, rates, origin: 'release test', address: '' };
    let asked = 0;
    for (const row of figure.rows) {
      for (const column of figure.columns.filter(({ kind }) => kind !== 'text')) {
        const cell = row.cells[column.id];
        if (cell?.kind !== 'value') continue;
        const name = `${row.label}, ${column.label}`;
        const working = visitWorking(input, row.id, column.id);
        if (!working) throw new Error(`no working for ${name}`);
        expect(working.value, name).toBe(cell.value);
        const inUnit = column.kind === 'ratio' ? Number(cell.value) : Number(cell.value) / 100;
        const sheet = openSheet(workingCsv(working));
        expect(Number(sheet.beside('Computed by this sheet')), name).toBeCloseTo(inUnit, 7);
        for (const { label, number, from } of working.operands) {
          const made = from?.();
          if (made && isWorking(made) && 'cents' in number) {
            expect(made.value, `${name}: ${label}`).toBe(number.cents);
          }
        }
        asked += 1;
      }
    }
    // Medicare twice, BUCA and the payers of Texas: 3 visits and 4 figures each, Medicare without a difference from itself.
    expect(asked).toBe(figure.rows.length * 7 - 1);
  });
  it('Medicare after sequestration: 1 − 0.8 × 0.02 of every amount', () => {
    const [allowed, left] = ['medicare-fee-schedule', 'medicare-received'].map((id) =>
      figure.rows.find((row) => row.id === id),
    );
    const average = (row: typeof allowed) =>
      Number(row?.cells['average']?.kind === 'value' && row.cells['average'].value);
    expect(average(left)).toBeCloseTo(0.984 * average(allowed), 6);
    expect(printed('medicare-received')[4]).toBe('98.4%');
  });
  it('the rates behind, with n', () => {
    const table = visitRatesFigure(board, 'Texas', rates, 'release test');
    const cigna = table.rows.find(({ id }) => id === 'cigna');
    expect(cigna?.cells['rate-97161']).toEqual({ kind: 'value', value: 15732 });
    expect(cigna?.cells['n-97161']).toEqual({ kind: 'value', value: 11 });
    expect(table.notes[1]).toMatch(/^A median of fewer than 5 votes is not shown/);
  });
  it('the rates behind, of a contract: a line is enough, and no vote is spoken of', () => {
    const table = visitRatesFigure(board, 'Texas', 'Your file x.csv: their median', 'release test', true);
    expect(table.notes).toEqual(['Your file x.csv: their median.']);
    expect(table.method).not.toMatch(/vote/);
  });
});

describe('words where payers pay alike, or nothing comes', () => {
  const payer = (id: string, rate: number) => ({
    id,
    name: id,
    terms,
    rates: new Map([['97110', { rate: present(rate), n: 1 }]]),
  });
  const made = (perYear: number, ...ratesOf: readonly number[]) =>
    visitBoard({
      visits: [{ id: 'v', name: 'V', services: [{ code: '97110', minutes: 15 }], assistant: false, perYear }],
      payers: ratesOf.map((rate, index) => payer(`P${index}`, rate)),
      schedule,
      area: { place: 'AK', locality: null },
      medicareYear: 2025,
    });
  const said = (of: typeof board) =>
    visitFigure({ board: of, where: 'Alaska', rates, origin: 'release test', isSample: false }).summary;

  it('two payers that pay the same to the cent are not the most and the least', () => {
    // 97110 in Alaska, 2025: 37.06; 4,000.2 and 4,000 cents both print $40.00, 40 ÷ 37.06 = 107.9%.
    const alike = made(1, 4000.2, 4000);
    expect(said(alike)).toMatch(/ Each of 2 payers pays \$40\.00 \(107\.9% of Medicare\)\.$/);
    expect(visitBars(alike, 'Alaska', null)?.summary).toBe(
      'Average visit: Each of 2 payers pays $40.00. 2 of 2 payers pay more than Medicare’s $37.06.',
    );
  });
  it('what prints as Medicare’s amount is not more than it', () => {
    const even = made(1, 3706.2, 4000);
    expect(visitBars(even, 'Alaska', null)?.summary).toMatch(/ 1 of 2 payers pays more than/);
  });
  it('a year without visits has no average, which is not for want of a rate', () => {
    const none = made(0, 4000);
    const words = 'No visit comes in the year, so there is no average one.';
    expect(said(none)).toBe(words);
    const impact = visitImpactFigure({
      impact: visitImpact(none, none, null),
      where: 'Alaska',
      medicareYear: 2025,
      mixSource: '',
      ownRates: 'Mine',
      marketRates: 'Market',
      origin: 'release test',
    });
    expect(impact.summary).toBe(words);
  });
  it('a visit of which no count can be read says so', () => {
    const empty = { id: 'v', name: 'V', services: [], assistant: false, perYear: 1 };
    expect(visitUnitsSentence(empty, [], [])).toBe(
      'V: no minutes or units that can be read; nothing is billed.',
    );
  });
  it('a code that Medicare does not pay for is named with Medicare’s reason', () => {
    const bundled = visitBoard({
      visits: [{ id: 'v', name: 'V', services: [{ code: '97010', units: 1 }], assistant: false, perYear: 1 }],
      payers: [],
      schedule,
      area: { place: 'AK', locality: null },
      medicareYear: 2025,
    });
    expect(bundled.rows[0].average).toEqual(
      absent('not-priced', '97010: Medicare bundles it into other services and pays nothing apart'),
    );
  });
});
