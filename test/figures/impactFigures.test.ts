import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/domain/cell.ts';
import { contractImpact, type ImpactGrouping } from '../../src/domain/contractImpact.ts';
import { impactSensitivity, sensitivityTargets, volumeChanges } from '../../src/domain/impactSensitivity.ts';
import { impactSwing } from '../../src/domain/impactSwing.ts';
import { priceVolume } from '../../src/domain/priceVolume.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { scenarioResult } from '../../src/domain/scenarioResult.ts';
import { contractImpactFigure } from '../../src/figures/contractImpactFigure.ts';
import { cumulativeWorking, sensitivityWorking, swingWorking } from '../../src/figures/impactWorking.ts';
import {
  scenarioFigure,
  scenarioIndexFigure,
  scenarioLetters,
  scenarioParts,
  scenarioPayerFigure,
  scenarioWaterfall,
} from '../../src/figures/scenarioFigure.ts';
import {
  type ScenarioMeasure,
  scenarioIndexWorking,
  scenarioWorking,
} from '../../src/figures/scenarioWorking.ts';
import { sensitivityFigure, volumeColumn } from '../../src/figures/sensitivityFigure.ts';
import { swingFigure } from '../../src/figures/swingFigure.ts';
import { impactWaterfall, priceVolumeWaterfall } from '../../src/figures/waterfall.ts';
import { targetName, volumeName } from '../../src/text/impactText.ts';
import { contractLine, medianTarget, smallContract } from '../support/contracts.ts';
import { expectWorkings } from '../support/expectWorkings.ts';

const facts = { method: 'Market of a test.', origin: 'a test', target: medianTarget };
const words = { title: 'A title', summary: 'A sentence.' };
const small = smallContract();
const impactBy = (grouping: ImpactGrouping) =>
  contractImpact(small, grouping, ({ line }) => (grouping === 'payer' ? line.payer : line.code));
const code = ['code', 'codes'] as const;

/** Whole cents, for sums of binary fractions. */
function roundedCell(cell: Cell<number | string> | undefined): number | undefined {
  return cell?.kind === 'value' ? Math.round(Number(cell.value)) : undefined;
}

describe('waterfall', () => {
  it('of the gain: revenue now, the steps, revenue at the target', () => {
    const model = impactWaterfall(impactBy('line'), ['line', 'lines'], words);
    // 5,520 now, 500 and 60, 6,080.
    expect(model?.bars.map(({ kind, from, to, text }) => [kind, from, to, text])).toEqual([
      ['total', 0, 552_000, '$5,520.00'],
      ['gain', 552_000, 602_000, '+$500.00'],
      ['gain', 602_000, 608_000, '+$60.00'],
      ['total', 0, 608_000, '$6,080.00'],
    ]);
    // 560 beside 5,520 could not be seen from 0: the axis starts late, half of the span below the least.
    expect(model?.domain[0]).toBeGreaterThan(0);
    expect(model?.domain[0]).toBeLessThanOrEqual(552_000 - 28_000);
    expect(
      impactWaterfall(
        contractImpact([], 'line', () => ''),
        code,
        words,
      ),
    ).toBeNull();
  });

  it('folds what is past the tenth step and says how many', () => {
    const [a] = small;
    if (!a) throw new Error('no line');
    const many = Array.from({ length: 14 }, (_, index) => ({
      ...a,
      line: { ...a.line, id: String(index), units: index + 1 },
    }));
    const model = impactWaterfall(
      contractImpact(many, 'line', ({ line }) => line.id),
      code,
      words,
    );
    // 14 lines of 1 to 14 units, $5 each: the four least are 1 + 2 + 3 + 4 units.
    expect(model?.bars).toHaveLength(13);
    expect(model?.bars.at(-2)).toMatchObject({ label: '4 other codes', isRest: true, text: '+$50.00' });
  });

  it('of a change between years, with losses', () => {
    const dollars = (year: number, units: number, amount: number) =>
      contractLine({ year, units, terms: { kind: 'dollars', amount } });
    const change = priceVolume([dollars(2024, 100, 3000), dollars(2025, 80, 3300)], [2024, 2025]);
    if (!change) throw new Error('no years');
    // 3,000 → 2,640: volume −600, mix 0, rates 80 × 3 = 240.
    const { bars } = priceVolumeWaterfall(change.total, change, words);
    expect(bars.map(({ id, kind, text }) => [id, kind, text])).toEqual([
      ['before', 'total', '$3,000.00'],
      ['volume', 'loss', '−$600.00'],
      ['mix', 'gain', '$0.00'],
      ['rate', 'gain', '+$240.00'],
      ['one-year', 'gain', '$0.00'],
      ['after', 'total', '$2,640.00'],
    ]);
    expect(bars.at(-2)?.to).toBeCloseTo(264_000, 6);
  });
});

it('the cumulative share of every row can be worked out again', () => {
  const impact = impactBy('line');
  const figure = contractImpactFigure(impact, 'line', facts);
  const asked = expectWorkings(figure, (rowId, columnId) =>
    columnId === 'cumulative' ? cumulativeWorking(impact, rowId, 'a test') : undefined,
  );
  expect(asked).toBe(3);
  expect(cumulativeWorking(impact, 'none', 'a test')).toBeUndefined();
});

describe('sensitivity', () => {
  const rows = impactSensitivity(small, sensitivityTargets);
  const figure = sensitivityFigure(rows, facts);

  it('is a grid of targets and volumes with every cell worked out', () => {
    const median = figure.rows.find(({ flags }) => flags.includes('your target'));
    expect(median?.label).toBe('P50 of the market');
    expect(volumeChanges.map((change) => roundedCell(median?.cells[volumeColumn(change)]))).toEqual([
      44_800, 50_400, 56_000, 61_600, 67_200,
    ]);
    expect(figure.summary).toBe(
      'From $0.00 at 100.0% of Medicare to $1,688.00 at the market’s 90th percentile, at the volumes of your file. At your target it is $560.00; with a fifth less or more volume $448.00 to $672.00.',
    );
    const asked = expectWorkings(figure, (rowId, columnId) => {
      const row = rows.find(({ target }) => targetName(target) === rowId);
      const change = volumeChanges.find((each) => volumeColumn(each) === columnId);
      if (!row || columnId === 'lines') return undefined;
      return sensitivityWorking(row, change ?? null, 'a test');
    });
    expect(asked).toBe(11 * 6);
  });

  it('counts the votes of a market once, however many targets a line stands under', () => {
    // Lines of two codes, held against five hospitals each.
    expect(figure.notes[0]).toMatch(/^10 of the 10 votes of this market/);
  });

  it('has words where there is nothing to count', () => {
    expect(sensitivityFigure(impactSensitivity([], sensitivityTargets), facts).summary).toMatch(/^No line/);
    expect(volumeChanges.map(volumeName)).toEqual([
      '−20% volume',
      '−10% volume',
      'Volume as now',
      '+10% volume',
      '+20% volume',
    ]);
    expect(targetName({ kind: 'medicare', share: 1.125 })).toBe('112.5% of Medicare');
    expect(
      sensitivityFigure(rows, { ...facts, target: { kind: 'percentile', p: 0.55 } }).summary,
    ).not.toContain('your target');
  });
});

describe('swing', () => {
  const swing = impactSwing(impactBy('code'), medianTarget, { volume: 0.1, points: 10 });
  const { figure, tornado, rows } = swingFigure(swing, code, facts);

  it('names what the gain hangs on, and draws what moves it', () => {
    expect(figure.summary).toBe(
      'The gain at the market’s median is $560.00. It hangs most on 97110: $368.00 to $848.00 when its target is 10 points lower or higher, $504.00 to $616.00 when its volume is 10% less or more.',
    );
    expect(tornado?.rows.map(({ label, targetText, volumeText }) => [label, targetText, volumeText])).toEqual(
      [['97110', '$368.00 to $848.00', '$504.00 to $616.00']],
    );
    expect(figure.rows).toHaveLength(2);
    const asked = expectWorkings(figure, (rowId, columnId) => {
      const row = rows.find(({ id }) => id === rowId);
      return row && swingWorking(swing, row, columnId, 'a test');
    });
    expect(asked).toBe(2 * 5);
  });

  it('has words where nothing moves', () => {
    const still = impactSwing(
      contractImpact([], 'code', () => ''),
      medianTarget,
      { volume: 0.1, points: 10 },
    );
    const nothing = swingFigure(still, code, facts);
    expect([nothing.figure.summary, nothing.tornado]).toEqual(['Nothing here moves the gain.', null]);
  });
});

describe('scenarios', () => {
  const given: readonly Scenario[] = [
    { name: 'Five more', rule: { kind: 'percent', change: 0.05 }, overrides: [], lowers: false },
    { name: 'Medicare 120', rule: { kind: 'medicare', share: 1.2 }, overrides: [], lowers: true },
    {
      name: ' ',
      rule: { kind: 'percentile', p: 0.5 },
      overrides: [{ payer: 'Aetna HMO', family: '', rule: { kind: 'dollars', change: -100 } }],
      lowers: false,
    },
  ];
  const results = given.map((each) => scenarioResult(small, each, () => 'Therapy'));

  it('stand side by side, each with its working', () => {
    const figure = scenarioFigure(results, facts);
    // A 5,770 × 1.05; B 5,592 + 250; C 100 × 34 + 50 × 40 + 20 × 30 + 250.
    expect(figure.summary).toBe(
      'Revenue is $5,770.00 now; $6,058.50 (+$288.50) in A: Five more, $5,842.00 (+$72.00) in B: Medicare 120 and $6,250.00 (+$480.00) in C.',
    );
    expect(figure.notes.slice(0, 3)).toEqual([
      'A, every line: +5.0% on each rate.',
      'B, every line: 120.0% of Medicare, rates above a target go down to it.',
      'C, every line: the market’s median; Aetna HMO: −$1.00 a unit.',
    ]);
    expect(figure.notes).toContain('1 line is not counted: no volume.');
    const measures: Readonly<Record<string, ScenarioMeasure>> = {
      revenue: 'after',
      change: 'change',
      ratio: 'ratio',
    };
    const asked = expectWorkings(figure, (rowId, columnId) => {
      const result = results[scenarioLetters.findIndex((letter) => letter === rowId)] ?? results[0];
      if (!result || (rowId === 'now' && (columnId === 'change' || columnId === 'ratio'))) return undefined;
      if (columnId === 'medicare' || columnId === 'median')
        return scenarioIndexWorking(
          result.total,
          columnId,
          rowId === 'now' ? 'now' : 'after',
          rowId,
          'a test',
        );
      const measure = rowId === 'now' ? 'now' : measures[columnId];
      if (!measure || !(columnId in measures)) return undefined;
      return scenarioWorking(result.total, measure, rowId, 'a test');
    });
    expect(asked).toBe(3 + 3 * 5);
  });

  it('by payer in dollars and as one number, with the whole last', () => {
    const money = scenarioPayerFigure(results, facts);
    expect(money.rows.map(({ label }) => label)).toEqual(['Aetna PPO', 'Aetna HMO', 'Cigna', 'All payers']);
    // HMO: 620 now; 651; 672; 600.
    expect(
      ['now', 'A after', 'A change', 'B after', 'C after', 'C change'].map((id) =>
        roundedCell(money.rows[1]?.cells[id]),
      ),
    ).toEqual([62_000, 65_100, 3_100, 67_200, 60_000, -2_000]);
    expect(money.summary).toBe(
      'A: Five more brings most from Aetna PPO (+$245.00), B: Medicare 120 brings most from Aetna HMO (+$52.00) and C brings most from Aetna PPO (+$500.00).',
    );
    const indices = scenarioIndexFigure(results, facts);
    expect(indices.rows[3]?.cells['B medicare']).toMatchObject({ kind: 'value' });
    expect(indices.rows[2]?.cells['now medicare']).toMatchObject({ kind: 'absent' });
    // 5,520 ÷ 4,660; × 1.05; 1.2; 6,000 ÷ 4,660.
    expect(indices.summary).toBe(
      'The contract is at 118.5% of Medicare now: 124.4% in A, 120.0% in B and 128.8% in C.',
    );
    expect(scenarioParts(results, 'payer Cigna')).toHaveLength(3);
  });

  it('are drawn as changes from revenue now', () => {
    const model = scenarioWaterfall(results, words);
    expect(model?.bars.map(({ label, from, text }) => [label, from, text])).toEqual([
      ['Revenue now', 0, '$5,770.00'],
      ['A: Five more', 577_000, '+$288.50'],
      ['B: Medicare 120', 577_000, '+$72.00'],
      ['C', 577_000, '+$480.00'],
    ]);
    const still = scenarioResult(
      small,
      { name: '', rule: { kind: 'keep' }, overrides: [], lowers: false },
      () => '',
    );
    expect(scenarioWaterfall([still], words)).toBeNull();
    expect(scenarioFigure([], facts).summary).toBe('No line has both a volume and a rate.');
  });
});
