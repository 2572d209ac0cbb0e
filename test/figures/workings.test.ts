import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCharges } from '../../src/data/readCharges.ts';
import { benchmark } from '../../src/domain/benchmark.ts';
import { board } from '../../src/domain/board.ts';
import { benchmarkEffects, documentGroups } from '../../src/domain/effectGroups.ts';
import { outlierEffect } from '../../src/domain/outlierEffect.ts';
import type { PlaceCode } from '../../src/domain/place.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { recomputeCsv } from '../../src/export/recomputeCsv.ts';
import { workingCsv } from '../../src/export/workingCsv.ts';
import { workingFigures } from '../../src/export/workingFigures.ts';
import { boardWorking, isBoardFigure } from '../../src/figures/boardWorking.ts';
import { bucaFigure } from '../../src/figures/bucaFigure.ts';
import { bucaWorking } from '../../src/figures/bucaWorking.ts';
import { chargesFigure } from '../../src/figures/chargesFigure.ts';
import { chargesWorking } from '../../src/figures/chargesWorking.ts';
import { deviationAsk } from '../../src/figures/deviationAsk.ts';
import { deviationBoard } from '../../src/figures/deviationBoard.ts';
import { deviationFigure } from '../../src/figures/deviationFigure.ts';
import { effectWorking, flaggedVoteWorking } from '../../src/figures/effectWorking.ts';
import { explainDeviation } from '../../src/figures/explainDeviation.ts';
import { feeScheduleList } from '../../src/figures/feeScheduleList.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { localityCellWorking } from '../../src/figures/localityCellWorking.ts';
import { localityTable } from '../../src/figures/localityTable.ts';
import { medicareTableWorking } from '../../src/figures/medicareBenchmarkWorking.ts';
import { medicareFigure } from '../../src/figures/medicareFigure.ts';
import { flaggedVotesFigure, outlierEffectFigure } from '../../src/figures/outlierEffectFigure.ts';
import { publishedCellWorking } from '../../src/figures/publishedCellWorking.ts';
import { figuresHere, publishedFigure } from '../../src/figures/publishedFigure.ts';
import { type Explained, isWorking } from '../../src/figures/working.ts';
import { rateTable } from '../support/builders.ts';
import { shippedPublished } from '../support/publishedFigures.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const at = { origin: 'release test', address: 'code/97110/' } as const;
const printed = new Set(['money', 'signed-money', 'ratio', 'signed-ratio']);

/**
 * Every figure of the table opens a working with the very same value, and the working's sheet computes it.
 *
 * @returns how many were asked
 */
function everyFigure(
  figure: Figure,
  explain: (rowId: string, columnId: string) => Explained | undefined,
  except: (rowId: string, columnId: string) => boolean = () => false,
): number {
  let asked = 0;
  for (const row of figure.rows) {
    for (const column of figure.columns.filter(({ kind }) => printed.has(kind))) {
      const cell = row.cells[column.id];
      if (cell?.kind !== 'value' || except(row.id, column.id)) continue;
      const name = `${figure.title}: ${row.label}, ${column.label}`;
      const explained = explain(row.id, column.id);
      if (!explained) throw new Error(`no working for ${name}`);
      const value = isWorking(explained) ? explained.value : explained.value;
      expect(typeof value === 'object' ? value : { kind: 'value', value }, name).toEqual(cell);
      asked += 1;
      if (isWorking(explained) && explained.kind === 'as-published') {
        expect(workingCsv(explained)).toContain('none: shown as published');
        continue;
      }
      const sheet = openSheet(isWorking(explained) ? workingCsv(explained) : recomputeCsv(explained));
      const inUnit = column.kind.includes('money') ? Number(cell.value) / 100 : Number(cell.value);
      expect(Number(sheet.beside('Computed by this sheet')), name).toBeCloseTo(inUnit, 8);
      if (isWorking(explained)) {
        const parts = workingFigures(explained);
        expect(parts.operands ?? parts.rows, name).not.toBeNull();
        expect(blankCells(Object.values(parts)), name).toEqual([]);
        for (const operand of explained.operands) {
          const from = operand.from?.();
          if (from && isWorking(from) && 'cents' in operand.number) {
            expect(from.value, `${name}, ${operand.label}`).toBe(operand.number.cents);
          }
        }
      }
    }
  }
  return asked;
}

/** What a reader would take for a fault: a cell that says neither a value nor that there is none. */
function blankCells(tables: readonly (Figure | null)[]): string[] {
  return tables.flatMap((table) =>
    (table?.rows ?? []).flatMap(({ label, cells }) =>
      Object.entries(cells)
        .filter(([, cell]) => cell.kind === 'value' && cell.value === '')
        .map(([column]) => `${table?.title}: ${label}, ${column}`),
    ),
  );
}

describe('every figure opens its working:', () => {
  it('Medicare by locality, summed up, and for all codes', () => {
    for (const place of ['AK', 'TX', null] as const) {
      for (const code of ['97755', '97110', '99213']) {
        const cell = { ...at, schedule, code, place, year: 2025, participation: 'nonQP' } as const;
        expect(
          everyFigure(medicareFigure(schedule, code, place, 2025), (row, column) =>
            medicareTableWorking(cell, row, column),
          ),
        ).toBeGreaterThan(1);
        expect(
          everyFigure(localityTable(schedule, code, place, 2025), (row, column) =>
            localityCellWorking(cell, row, column),
          ),
        ).toBeGreaterThan(2);
      }
    }
    const list = feeScheduleList(schedule, [], 'TX', 2026, { participation: 'QP' });
    const listed = everyFigure(list, (row, column) =>
      medicareTableWorking(
        { ...at, schedule, code: row, place: 'TX', year: 2026, participation: 'QP' },
        'mean',
        column,
      ),
    );
    expect(listed).toBeGreaterThan(100);
  });

  it('hospital charges, as the source gives them', () => {
    const path = 'charges/97110.csv';
    const charges = readCharges(readFileSync(`public/data/${path}`, 'utf8'), path).rows;
    for (const place of [null, 'AK'] as const) {
      const figure = chargesFigure('97110', place, charges, at.origin);
      expect(
        everyFigure(figure, (row, column) => chargesWorking('97110', place, charges, row, column, at)),
      ).toBe(8);
    }
  });

  it('what others print, and what stands beside it', () => {
    for (const [code, place] of [
      ['97755', null],
      ['97755', 'AK'],
      ['97760', null],
      ['97750', null],
      ['97110', null],
      ['97110', 'MN'],
    ] as const) {
      const table = shippedRates(code);
      const benchmarkOf = (where: PlaceCode | null) => benchmark(table, defaultScope, where, schedule);
      const all = shippedPublished(code);
      const { articles, markets } = figuresHere(all, place);
      for (const figures of [articles, markets].filter((each) => each.length > 0)) {
        const rates = { table, ratesFile: `rates/${code}/national.csv` };
        const input = { ...at, code, place, figures, benchmarkOf, schedule, rates };
        const medicare = new Set(
          figures.filter(({ payerClass }) => payerClass === 'medicare').map(({ id }) => id),
        );
        const asked = everyFigure(
          publishedFigure(input),
          (row, column) => publishedCellWorking(input, row, column)?.(),
          // Medicare is 100% of itself.
          (row, column) => column === 'percent' && medicare.has(row),
        );
        expect(asked).toBeGreaterThan(1);
      }
    }
  });

  it('what flagged votes do, in a benchmark and in document D', () => {
    const table = shippedRates('97110');
    const texas = benchmark(table, defaultScope, 'TX', schedule);
    const articles = documentGroups(figuresHere(shippedPublished('97760'), null).articles);
    for (const effects of [benchmarkEffects(texas, table), articles.map((each) => outlierEffect(each))]) {
      const input = { effects, subject: '97110, Texas', origin: at.origin };
      const working = { ...input, ...at };
      expect(
        everyFigure(outlierEffectFigure(input), (rowId, columnId) =>
          effectWorking({ ...working, rowId, columnId }),
        ),
      ).toBeGreaterThan(5);
      const flagged = flaggedVotesFigure(input);
      if (!flagged) throw new Error('nothing is flagged');
      everyFigure(
        flagged.figure,
        (rowId, columnId) => flaggedVoteWorking({ ...working, rowId, columnId }),
        // The vote itself is listed with its source rows.
        (_, column) => column === 'amount',
      );
    }
  });

  it('what flagged votes of classes of providers do', () => {
    const lines = [30, 31.5, 32, 33, 34, 400, 12].map((rate, index) => ({
      rate,
      provider: `H${index}`,
      count: 1 + index,
    }));
    const table = rateTable('97110', [
      ...lines,
      { rate: 70, provider: 'H6', payer: 'bcbs', date: '2021-05' },
    ]);
    const input = {
      effects: benchmarkEffects(benchmark(table, defaultScope, 'TX', schedule), table),
      subject: '97110, Texas',
      origin: at.origin,
    };
    const working = { ...input, ...at };
    everyFigure(outlierEffectFigure(input), (rowId, columnId) =>
      effectWorking({ ...working, rowId, columnId }),
    );
    const flagged = flaggedVotesFigure(input);
    if (!flagged) throw new Error('nothing is flagged');
    expect(flagged.figure.rows.map(({ label }) => label)).toContain('H5, TX: one of 6 alike');
    everyFigure(
      flagged.figure,
      (rowId, columnId) => flaggedVoteWorking({ ...working, rowId, columnId }),
      (_, column) => column === 'amount',
    );
  });

  it('document D: 114.1% of Medicare with the odd row, 70.9% without', () => {
    const effects = documentGroups(figuresHere(shippedPublished('97760'), null).articles).map((group) =>
      outlierEffect(group),
    );
    const working = { ...at, effects, subject: '97760', rowId: 'document-D' };
    const share = (columnId: string) => {
      const made = effectWorking({ ...working, columnId });
      if (!made) throw new Error(`no ${columnId}`);
      return Number(openSheet(workingCsv(made)).beside('Computed by this sheet'));
    };
    // Mean 47.54 and 29.54 over the mean of Medicare's 45.22, 41.81 and 37.91; 27.45 ÷ 41.81.
    expect(share('percent')).toBeCloseTo(1.141, 3);
    expect(share('percent-without')).toBeCloseTo(0.709, 3);
    expect(share('median-percent')).toBeCloseTo(0.657, 3);
  });

  it('BUCA three ways', () => {
    const table = shippedRates('97110');
    const texas = benchmark(table, defaultScope, 'TX', schedule);
    const shares = { bcbs: 30, cigna: 12.5, aetna: 7 };
    const figure = bucaFigure({ benchmark: texas, shares, reported: [], origin: at.origin });
    const ratesFile = 'rates/97110/TX.csv';
    expect(
      everyFigure(figure, (rowId, columnId) =>
        bucaWorking({ ...at, benchmark: texas, table, ratesFile, shares, rowId, columnId }),
      ),
    ).toBeGreaterThan(8);
  });

  it('a place against the nation, and the board of all places', () => {
    const table = shippedRates('97110');
    const all = board(table, defaultScope, schedule);
    const texas = benchmark(table, defaultScope, 'TX', schedule);
    const here = { benchmark: texas, table, ratesFile: 'rates/97110/TX.csv' };
    const nation = { benchmark: all.nation, table, ratesFile: 'rates/97110/national.csv' };
    expect(
      everyFigure(deviationFigure(texas, all.nation, at.origin), (row, column) => {
        const ask = deviationAsk(column, row);
        return ask && explainDeviation(here, nation, ask, at);
      }),
    ).toBeGreaterThan(30);
    const input = {
      ...at,
      board: all,
      table,
      ratesFile: nation.ratesFile,
      schedule,
      measure: 'median' as const,
    };
    const figure = deviationBoard(all, 'median', at.origin);
    const some = { ...figure, rows: figure.rows.slice(0, 40) };
    expect(figure.columns.filter(({ id }) => isBoardFigure(id))).toHaveLength(4);
    expect(
      everyFigure(some, (row, column) => boardWorking(input, row.slice(0, 2), row.slice(3), column)),
    ).toBeGreaterThan(80);
  });
});

it('of a user’s own file is against all of the file, which is no nation', () => {
  const table = rateTable('97110', [
    ...[40, 50, 60, 70, 80].map((rate, index) => ({ rate, provider: `A${index}`, place: 'TX' })),
    ...[90, 95, 99, 99, 99].map((rate, index) => ({ rate, provider: `B${index}`, place: 'OH' })),
  ]);
  const made = [
    table,
    benchmark(table, defaultScope, 'TX', schedule),
    benchmark(table, defaultScope, null, schedule),
  ] as const;
  const [, here, nation] = made;
  const side = (each: typeof here) => ({ benchmark: each, table, ratesFile: 'mine.csv' });
  const own = { origin: 'your file', address: '' };
  const ask = (what: 'difference' | 'ratio' | 'nation') =>
    explainDeviation(side(here), side(nation), { rowId: 'aetna', measure: 'median', what }, own);
  const [share, whole] = [ask('ratio'), ask('nation')];
  expect(share?.title).toBe('% deviation of the median of Aetna for 97110, Texas against all of your file');
  // (60 − 85) ÷ 85: the median of ten is between 80 and 90.
  expect(share?.value).toBeCloseTo(-25 / 85, 12);
  expect(share && isWorking(share) ? [share.words, ...share.operands.map(({ label }) => label)] : []).toEqual(
    [
      'Take the median of all of your file from the median of Texas, and divide by that of the file. Both are unrounded; the result is rounded once, where it is printed.',
      'A: Median of Aetna, Texas',
      'B: Median of Aetna, your file',
    ],
  );
  expect(whole?.title).toBe('Median of Aetna for 97110, your file');
});
