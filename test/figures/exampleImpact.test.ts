import { beforeAll, describe, expect, it } from 'vitest';
import { contractExample, contractExampleName } from '../../src/data/contractExample.ts';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { contractImpact } from '../../src/domain/contractImpact.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, type LinePosition } from '../../src/domain/contractPosition.ts';
import { impactSensitivity } from '../../src/domain/impactSensitivity.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { firstScenarios } from '../../src/domain/scenario.ts';
import { scenarioIndex, scenarioResult } from '../../src/domain/scenarioResult.ts';
import { shippedAliases, shippedSchedule } from '../support/releaseData.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

/**
 * The shipped made-up contract in Texas, every sum of it added up again from the file's own text: rates and volumes by
 * splitting its lines, Medicare as the mean over the state's localities.
 */
const rows = contractExample()
  .trim()
  .split('\r\n')
  .slice(1)
  .map((line) => {
    const [code = '', payer = '', rate, units] = line.split(',');
    return { code, payer, rate: Number(rate) * 100, units: Number(units) };
  });
const schedule = shippedSchedule();
const year = schedule.years.at(-1) as number;

function medicareOf(code: string): number | undefined {
  const found = schedule.amounts(code, year, 'TX');
  if (found.kind === 'absent') return undefined;
  return found.value.reduce((sum, { amount }) => sum + amount.nonFacility, 0) / found.value.length;
}

const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
const medicare = new Map(rows.map(({ code }) => [code, medicareOf(code)]));
const priced = (code: string) => medicare.get(code);

describe('the made-up contract', () => {
  let positions: readonly LinePosition[] = [];

  beforeAll(async () => {
    const loader = shippedLoader();
    const codes = [...new Set(rows.map(({ code }) => code))];
    const { files } = await loader.release();
    const tables = new Map<string, RateTable>();
    for (const code of codes) {
      if (files.some(({ path }) => path === `rates/${code}/TX.csv`)) {
        tables.set(code, await loader.rates(code, 'TX'));
      }
    }
    const { contract } = readOwnRates(contractExample(), contractExampleName, new Map(), shippedAliases());
    if (!contract) throw new Error('no contract');
    positions = contractPositions({
      lines: contract.lines,
      market: contractMarket({ tables, place: 'TX', site: 'all', pool: 'payer', schedule }),
      schedule,
      desk: { place: 'TX', locality: null },
      medicareYear: null,
      target: { kind: 'medicare', share: 1.2 },
    });
  });

  it('earns what its lines say, and gains what is missing to 120% of Medicare', () => {
    const now = sum(({ rate, units }) => rate * units);
    expect(now).toBe(124_146_600);
    const counted = contractImpact(positions, 'line', () => '').total;
    expect(counted.now).toBeCloseTo(
      sum(({ code, rate, units }) => (priced(code) === undefined ? 0 : rate * units)),
      4,
    );
    expect(counted.gain).toBeCloseTo(
      sum(({ code, rate, units }) => units * Math.max(0, (priced(code) ?? 0) * 1.2 - rate)),
      4,
    );
    // As the page prints it.
    expect([counted.now, counted.gain].map(Math.round)).toEqual([122_198_100, 29_947_959]);
  });

  it('gains more with every share of Medicare, as added up from the file', () => {
    const shares = [1, 1.1, 1.2, 1.3, 1.4, 1.5];
    const found = impactSensitivity(
      positions,
      shares.map((share) => ({ kind: 'medicare', share })),
    ).map(({ gain }) => gain);
    for (const [index, share] of shares.entries()) {
      expect(found[index]).toBeCloseTo(
        sum(({ code, rate, units }) => units * Math.max(0, (priced(code) ?? 0) * share - rate)),
        4,
      );
    }
  });

  it('earns under the first three scenarios what the rules say, payer by payer', () => {
    const then = [
      ({ rate }: (typeof rows)[number]) => rate * 1.05,
      ({ code, rate }: (typeof rows)[number]) => Math.max(rate, (priced(code) ?? 0) * 1.2),
      ({ code, rate }: (typeof rows)[number]) => {
        const amount = priced(code);
        return amount === undefined ? rate : amount * 1.1;
      },
    ];
    for (const [index, scenario] of firstScenarios.entries()) {
      const rate = then[index];
      if (!rate) throw new Error('no sum for a scenario');
      const { total, payers } = scenarioResult(positions, scenario, () => '');
      expect(total.now).toBe(124_146_600);
      expect(total.after).toBeCloseTo(
        sum((row) => row.units * rate(row)),
        3,
      );
      for (const part of payers) {
        expect(part.after).toBeCloseTo(
          sum((row) => (row.payer === part.label ? row.units * rate(row) : 0)),
          3,
        );
      }
      const bases = sum(({ code, units }) => units * (priced(code) ?? 0));
      const cell = scenarioIndex(total, 'medicare', 'after');
      expect(cell.kind === 'value' ? cell.value : Number.NaN).toBeCloseTo(
        sum((row) => (priced(row.code) === undefined ? 0 : row.units * rate(row))) / bases,
        10,
      );
    }
  });
});
