import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import { medicareTrend } from '../../src/domain/medicareTrend.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { calculation, workingCsv, workingValueText } from '../../src/export/workingCsv.ts';
import { deviationWorking } from '../../src/figures/deviationWorking.ts';
import { medicareTrendFigure } from '../../src/figures/medicareTrendFigure.ts';
import {
  amountInputs,
  limitingChargeWorking,
  localityAmountWorking,
} from '../../src/figures/medicareWorking.ts';
import { localityMeasures, placeAmountWorking } from '../../src/figures/placeAmountWorking.ts';
import { isTrendFigure, trendWorking } from '../../src/figures/trendWorking.ts';
import { isWorking, type Working } from '../../src/figures/working.ts';
import { quantileDefinitions } from '../../src/stats/quantileDefinition.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const at = { origin: 'release test', address: 'code/97755/AK/' } as const;

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing was made');
  return value;
}

/** What a spreadsheet says of the file, in the page's unit and as the page would print it. */
function computed(working: Working): { value: number; printed: string } {
  const sheet = Number(openSheet(workingCsv(working)).beside('Computed by this sheet'));
  // A sheet shows fifteen digits and rounds those: a tie of halves stays a tie.
  const value = Number((working.column.includes('money') ? sheet * 100 : sheet).toPrecision(12));
  return { value, printed: formatCell({ kind: 'value', value }, working.column) };
}

function agrees(working: Working) {
  const { value, printed } = computed(working);
  expect(value, working.title).toBeCloseTo(Number(working.value), 7);
  expect(printed, working.title).toBe(workingValueText(working));
}

describe('a Medicare amount', () => {
  const alaska2025 = given(
    localityAmountWorking({
      ...at,
      ...given(amountInputs(schedule, '97755', 2025)),
      locality: given(schedule.localities(2025, 'AK')[0]),
      key: 'nonFacility',
    }),
  );

  it('is what the fee schedule of Alaska says for 97755 in 2025', () => {
    // (0.62 × 1.500 + 0.52 × 1.081 + 0.02 × 0.592) × 32.3465 = 1.50396 × 32.3465 = 48.648; CMS publishes 48.65.
    expect(workingValueText(alaska2025)).toBe('$48.65');
    expect(computed(alaska2025).printed).toBe('$48.65');
  });

  it('names every number with its table and year, and writes the calculation out', () => {
    const rows = openSheet(workingCsv(alaska2025)).rows;
    const row = (label: string) => rows.find(([first]) => first === label);
    expect(row('Work GPCI')?.slice(1)).toEqual([
      '1.500',
      'index',
      expect.stringMatching(/^CMS RVU25\w, Alaska \(contractor 02102, locality 01\) for 2025/),
    ]);
    expect(row('Conversion factor (CF)')?.[1]).toBe('32.3465');
    expect(calculation(alaska2025, given(alaska2025.steps[0]).template)).toMatch(/^0\.\d\d × 1\.500$/);
    for (const step of alaska2025.steps) {
      expect(openSheet(workingCsv(alaska2025)).beside(step.label)).toBeCloseTo(step.value, 9);
    }
  });

  it('comes out of the sheet to the cent for every code and locality of 2024 and 2026', () => {
    let amounts = 0;
    for (const year of [2024, 2026]) {
      for (const code of schedule.codes) {
        const inputs = amountInputs(schedule, code, year);
        if (!inputs) continue;
        for (const locality of schedule.localities(year, null).filter((_, index) => index % 7 === 0)) {
          for (const key of ['nonFacility', 'facility', 'therapyReduced'] as const) {
            const working = localityAmountWorking({ ...at, ...inputs, locality, key });
            if (!working) continue;
            expect(computed(working).value).toBeCloseTo(Number(working.value), 7);
            amounts += 1;
          }
        }
      }
    }
    expect(amounts).toBeGreaterThan(1000);
  });

  it('has a national payment amount with all indices 1, and a limiting charge made of it', () => {
    const inputs = given(amountInputs(schedule, '97110', 2026));
    const national = given(localityAmountWorking({ ...at, ...inputs, locality: null, key: 'nonFacility' }));
    agrees(national);
    const locality = given(schedule.localities(2026, 'TX')[0]);
    const charge = given(limitingChargeWorking({ ...at, ...inputs, locality }));
    agrees(charge);
    const from = charge.operands[0]?.from?.();
    expect(from && isWorking(from) ? from.title : '').toMatch(/^Non-facility amount of 97110/);
  });

  it('is summed up over the localities of Texas and of the nation as the benchmark has it', () => {
    const inputs = given(amountInputs(schedule, '97110', 2026));
    for (const place of ['TX', null] as const) {
      const localities = schedule.localities(2026, place);
      for (const definition of quantileDefinitions) {
        const summary = medicareBenchmark(schedule, '97110', place, 2026, 'office', { definition });
        for (const measure of localityMeasures) {
          const working = given(
            placeAmountWorking({
              ...at,
              ...inputs,
              place,
              localities,
              key: 'nonFacility',
              measure,
              definition,
            }),
          );
          agrees(working);
          if (measure !== 'minimum' && measure !== 'maximum') {
            expect({ kind: 'value', value: working.value }).toEqual(summary[measure]);
          }
        }
      }
    }
  });
});

describe('a deviation', () => {
  const table = shippedRates('97110');
  const nation = benchmark(table, defaultScope, null, schedule);

  it('of every payer of Texas leads on to both medians', () => {
    const here = benchmark(table, defaultScope, 'TX', schedule);
    let figures = 0;
    for (const row of here.rows) {
      const national = given(nation.rows.find(({ id }) => id === row.id));
      for (const measure of ['median', 'mean'] as const) {
        for (const as of ['difference', 'ratio'] as const) {
          const side = { table, ratesFile: 'rates/97110/national.csv' };
          const working = deviationWorking({
            ...at,
            here: { ...side, benchmark: here, row },
            nation: { ...side, benchmark: nation, row: national },
            measure,
            as,
          });
          if (!working) continue;
          agrees(working);
          const [a, b] = working.operands.map(({ from }) => from?.());
          expect([a, b].map((each) => each && !isWorking(each) && each.value)).toEqual([
            row[measure],
            national[measure],
          ]);
          figures += 1;
        }
      }
    }
    expect(figures).toBeGreaterThan(15);
  });

  it('is absent where both sides are the same votes', () => {
    const [national] = nation.rows;
    const side = { table, ratesFile: 'x', benchmark: nation, row: given(national) };
    expect(
      deviationWorking({ ...at, here: side, nation: side, measure: 'mean', as: 'difference' }),
    ).toBeUndefined();
  });

  it('is absent where a side is', () => {
    const here = benchmark(table, defaultScope, 'AK', schedule);
    const [row] = here.rows;
    const [national] = nation.rows;
    const side = { table, ratesFile: 'x' };
    expect(
      deviationWorking({
        ...at,
        here: { ...side, benchmark: here, row: given(row) },
        nation: { ...side, benchmark: nation, row: given(national) },
        measure: 'median',
        as: 'difference',
      }),
    ).toBeUndefined();
  });
});

describe('the trend', () => {
  it('gives every change and every cause again, in six places of three codes', () => {
    let figures = 0;
    for (const code of ['97110', '97755', '97750']) {
      for (const place of [null, 'TX', 'AK', 'CA', 'NC', 'DC'] as const) {
        const trend = medicareTrend(schedule, code, place);
        const figure = medicareTrendFigure(trend);
        for (const row of figure.rows) {
          for (const column of figure.columns.filter(({ id }) => isTrendFigure(id))) {
            const cell = row.cells[column.id];
            const working = trendWorking(trend, row.id, column.id, at);
            if (cell?.kind === 'absent') {
              expect(working).toBeUndefined();
              continue;
            }
            expect(working?.value, `${row.id} ${column.id}`).toBe(cell?.value);
            agrees(given(working));
            figures += 1;
          }
        }
      }
    }
    expect(figures).toBeGreaterThan(500);
  });
});
