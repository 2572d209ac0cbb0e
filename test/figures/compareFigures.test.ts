import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, type LinePosition } from '../../src/domain/contractPosition.ts';
import { familyIndex } from '../../src/domain/familyIndex.ts';
import { compareMeasures } from '../../src/domain/heatClass.ts';
import { contractMatrix, publishedMatrix } from '../../src/domain/rateMatrix.ts';
import { stateComparison } from '../../src/domain/stateComparison.ts';
import { type StateMarket, stateMarket } from '../../src/domain/stateMarket.ts';
import { talkingPoints } from '../../src/domain/talkingPoints.ts';
import { workingCsv } from '../../src/export/workingCsv.ts';
import { bringFigure } from '../../src/figures/bringFigure.ts';
import { contractBrief, mostBriefLines } from '../../src/figures/contractBrief.ts';
import { familyIndexFigure, familyIndexWorking } from '../../src/figures/familyIndexFigure.ts';
import { heatFigure } from '../../src/figures/heatFigure.ts';
import { publishedCellWorking } from '../../src/figures/publishedMatrixWorking.ts';
import { statesSideFigure, statesSideRange } from '../../src/figures/statesSideFigure.ts';
import { spokenPoint, talkingFigure } from '../../src/figures/talkingFigure.ts';
import { talkingWorking } from '../../src/figures/talkingWorking.ts';
import { isWorking, type Working } from '../../src/figures/working.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { contractLine, medianTarget } from '../support/contracts.ts';
import { shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const dollars = (amount: number): ContractLine['terms'] => ({ kind: 'dollars', amount });
const spread = [40, 44, 48, 52, 56];
const votes = (payer: NonNullable<RateSpec['payer']>, place: string, rates: readonly number[]) =>
  rates.map((rate, index) => ({ rate, payer, place, provider: `${payer} ${index}` }));
const carolina = new Map([
  [
    '97760',
    rateTable('97760', [...votes('aetna', 'NC', spread), ...votes('bcbs', 'NC', [60, 60, 60, 60, 60])]),
  ],
  ['97110', rateTable('97110', votes('aetna', 'NC', [30]))],
]);
const texas = new Map([['97760', rateTable('97760', votes('aetna', 'TX', [30, 30, 36, 40, 44]))]]);
const markets = [
  stateMarket(carolina, 'NC', 'hospital', schedule),
  stateMarket(texas, 'TX', 'hospital', schedule),
];

function positionsIn(specs: readonly Partial<ContractLine>[]): readonly LinePosition[] {
  return contractPositions({
    lines: specs.map((spec, index) => contractLine({ id: `l${index}`, code: '97760', year: 2024, ...spec })),
    market: contractMarket({ tables: carolina, place: 'NC', site: 'all', pool: 'payer', schedule }),
    schedule,
    desk: { place: 'NC', locality: null },
    medicareYear: null,
    target: medianTarget,
  });
}

const positions = positionsIn([
  { payer: 'Aetna PPO', units: 100, terms: dollars(4200) },
  { payer: 'BCBS', market: 'bcbs', units: 10, terms: dollars(6100) },
  { payer: 'Aetna PPO', code: '97110', units: 20, terms: dollars(2000) },
]);
const facts = {
  target: medianTarget,
  method: 'A test’s market.',
  origin: 'a test',
  release: 'release test',
  locality: 'a locality',
  marketPlace: 'NC',
  pool: 'payer' as const,
  hasLocality: true,
  isClaims: false,
  isWeighted: true,
};
const codeLabel = (code: string) => `${code} title`;

/** The sheet of a working computes the value the page shows, in dollars or as a fraction. */
function expectSheet(working: Working | undefined): void {
  if (!working) throw new Error('no working');
  const shown = working.column.includes('money') ? Number(working.value) / 100 : Number(working.value);
  const sheet = openSheet(workingCsv(working));
  expect(Number(sheet.beside('Computed by this sheet')), working.title).toBeCloseTo(shown, 8);
}

describe('heat map', () => {
  const matrix = contractMatrix(positions, 'NC', true);
  const own = {
    id: 'compare-own',
    subject: 'Your rates',
    whose: 'own',
    codeLabel,
    method: '',
    origin: '',
    notes: [],
  } as const;

  it('says classes, extremes and absences of a contract', () => {
    const model = heatFigure(matrix, { ...own, measure: 'medicare' });
    // 97760: 42 ÷ 45.22 = 92.9%, 61 ÷ 45.22 = 134.9%; 97110 at Aetna 20 ÷ Medicare 2024 in North Carolina.
    const medicare = valueOf(positions[2]?.medicare ?? present(0)) as number;
    const low = `${(Math.round((2000 / medicare) * 1000) / 10).toFixed(1)}%`;
    expect(model.figure.title).toBe('Your rates: payers and codes, % of Medicare');
    expect(model.figure.summary).toBe(
      `Of 4 cells, 1 (below 80% of Medicare), 1 (80% to below 100%) and 1 (120% to below 150%); 1 without a class. Lowest: 97110, Aetna PPO (${low}); highest: 97760, BCBS (134.9%).`,
    );
    expect(model.legend.map(({ cells }) => cells)).toEqual([1, 1, 0, 1, 0, 0]);
    expect(model.without).toBe(1);
    expect(model.classOf('97760', 'payer-0')).toEqual({ kind: 'step', step: 2 });
    // Medicare beside a rate has no votes, so there is no column of counts.
    expect(model.figure.columns.map(({ id }) => id)).toEqual(['payer-0', 'payer-1']);
  });

  it('colours dollars and ranks by the market, with its n', () => {
    const model = heatFigure(matrix, { ...own, measure: 'dollars' });
    const [row] = model.figure.rows;
    expect(row?.cells).toMatchObject({
      'payer-0': { value: 4200 },
      'n-0': { value: 5 },
      'payer-1': { value: 6100 },
      'n-1': { value: 5 },
    });
    // Quartiles of Aetna 44, 48, 52; BCBS all 60.
    expect([model.classOf('97760', 'payer-0'), model.classOf('97760', 'payer-1')]).toEqual([
      { kind: 'step', step: 1 },
      { kind: 'step', step: 4 },
    ]);
    // One vote for 97110: an amount without a class, and a count that is there all the same.
    expect(model.classOf('97110', 'payer-0')).toEqual({ kind: 'absent', reason: 'too-few' });
    expect(model.figure.rows[1]?.cells['n-0']).toEqual(present(1));
    const ranks = heatFigure(matrix, { ...own, measure: 'rank' });
    expect(ranks.figure.rows[0]?.cells['payer-0']).toEqual(present(0.125));
    expect(heatFigure(contractMatrix([], 'NC', true), { ...own, measure: 'rank' }).figure.summary).toBe(
      'None of 0 cells has a figure.',
    );
  });

  it.each(compareMeasures)('of published rates opens the working of every figure: %s', (measure) => {
    const published = publishedMatrix(['97760', '97110'], markets[0] as StateMarket);
    const model = heatFigure(published, { ...own, whose: 'published', measure });
    let asked = 0;
    for (const row of model.figure.rows) {
      for (const { id, payerId } of model.columns) {
        const cell = row.cells[id];
        if (cell?.kind !== 'value' || !markets[0]) continue;
        const at = { origin: 'a test', address: 'code/97760/NC/' };
        const explained = publishedCellWorking(markets[0], row.id, payerId, measure, schedule, at);
        if (!explained) throw new Error(`no working of ${row.id} ${payerId}`);
        asked += 1;
        expect(isWorking(explained) ? explained.value : valueOf(explained.value)).toBe(cell.value);
        if (isWorking(explained)) expectSheet(explained);
      }
    }
    // BUCA, Aetna and BCBS for 97760; BUCA has no rank among itself.
    expect(asked).toBe(measure === 'rank' ? 2 : 3);
  });

  it('of classes of providers, opens the same workings', () => {
    const counted = new Map([
      [
        '97760',
        rateTable('97760', [
          ...[40, 44, 48, 52, 56].map((rate, index) => ({
            rate,
            provider: `H${index}`,
            place: 'NC',
            count: 2 + index,
          })),
          ...[45, 46, 50].map((rate, index) => ({
            rate,
            payer: 'bcbs' as const,
            provider: `H${index}`,
            place: 'NC',
          })),
        ]),
      ],
    ]);
    const market = stateMarket(counted, 'NC', 'hospital', schedule);
    const published = publishedMatrix(['97760'], market);
    for (const payer of ['aetna', 'bcbs']) {
      const { rank, n } = published.cell('97760', payer);
      // 2 + 3 + 4 + 5 + 6 of Aetna; 2 + 3 + 4 of BCBS, by the same hospitals.
      expect(n).toBe(payer === 'aetna' ? 20 : 9);
      const at = { origin: 'a test', address: '' };
      const explained = publishedCellWorking(market, '97760', payer, 'rank', schedule, at);
      if (!explained || !isWorking(explained)) throw new Error('no working');
      expect(present(explained.value)).toEqual(rank);
      expectSheet(explained);
    }
  });
});

describe('states side by side', () => {
  const rows = stateComparison(['97760', '97110'], markets, 'aetna', schedule, 2026);
  const about = {
    payer: 'Aetna',
    places: ['NC', 'TX'],
    medicareYear: 2026,
    scope: '',
    origin: '',
    codeLabel,
  };
  const figure = statesSideFigure(rows, about);

  it('says the medians of the code most states have', () => {
    expect(figure.title).toBe('Aetna in North Carolina and Texas');
    expect(figure.summary).toMatch(
      /^97760 title, median of Aetna: North Carolina \$48\.00 \(n 5, \d+\.\d% of Medicare\) and Texas \$36\.00 \(n 5, \d+\.\d% of Medicare\)\.$/,
    );
    expect(figure.rows.map(({ id }) => id)).toEqual(['97760 NC', '97760 TX', '97110 NC', '97110 TX']);
    expect(figure.rows[3]?.cells['median']).toEqual({ kind: 'absent', reason: 'not-in-input', detail: '' });
    expect(figure.notes[1]).toBe(
      '11 of 11 votes are hospitals’ own rates, as a rule above those of practices.',
    );
    // 97110 has one vote, in North Carolina.
    expect(statesSideFigure(rows.slice(2), about).notes[1]).toBe(
      '1 of 1 vote is a hospital’s own rate, as a rule above those of practices.',
    );
    expect(statesSideFigure(rows.slice(2), about).summary).toBe(
      'Aetna has no median in these states: fewer than 5 votes or none.',
    );
  });

  it('draws ranges, few votes as dots, and names what is not there', () => {
    const range = statesSideRange(rows, '97760', 'aetna', figure);
    expect(range.marks.map(({ label, p25, median, p75 }) => [label, p25, median, p75])).toEqual([
      ['North Carolina', 4400, 4800, 5200],
      ['Texas', 3000, 3600, 4000],
    ]);
    const thin = statesSideRange(rows, '97110', 'aetna', figure);
    expect(thin.marks.map(({ votes: dots, absence }) => [dots, absence])).toEqual([
      [[3000], ''],
      [[], 'Data not available in the input'],
    ]);
  });
});

it('a family as one number, with both sums as its working', () => {
  const index = familyIndex({
    codes: ['97760', '97110'],
    units: null,
    markets,
    schedule,
    medicareYear: 2026,
    isCommon: true,
    own: { positions, place: 'NC' },
  });
  const figure = familyIndexFigure(index, {
    family: 'Some codes',
    codes: ['97760', '97110'],
    hasUnits: false,
    scope: '',
    origin: '',
  });
  expect(figure.columns.map(({ label }) => label)).toEqual([
    'North Carolina',
    'Texas',
    'Your rates',
    'Codes, North Carolina',
    'Codes, Texas',
    'Codes, Your rates',
  ]);
  // BCBS 60 in North Carolina is the highest; Aetna 36 in Texas the lowest: 97760 alone, which all have.
  expect(figure.summary).toMatch(
    /^Some codes, highest: BCBS in North Carolina, \d+\.\d% of Medicare over 1 code\. Lowest: Aetna in Texas, /,
  );
  // Own BUCA: (100 × 42 + 10 × 61) ÷ 110 = 43.727 ÷ 45.22.
  expect(figure.summary).toMatch(/Your own BUCA rates for the same basket: 96\.7% of Medicare\.$/);
  expect(figure.notes[0]).toContain('1 code: 97760.');
  for (const { id, name } of index.payers) {
    for (const column of index.columns) {
      const basket = index.cell(id, column);
      if (basket.value.kind === 'value') expectSheet(familyIndexWorking(name, column, basket, 'a test'));
    }
  }
  const nothing = familyIndex({
    codes: ['97112'],
    units: null,
    markets,
    schedule,
    medicareYear: 2026,
    isCommon: true,
    own: null,
  });
  const empty = familyIndexFigure(nothing, {
    family: 'None',
    codes: ['97112'],
    hasUnits: false,
    scope: '',
    origin: '',
  });
  expect(empty.summary).toBe('None: no payer has enough of these codes here.');
  expect(familyIndexWorking('Aetna', 'TX', nothing.cell('aetna', 'TX'), '')).toBeUndefined();
});

describe('talking points', () => {
  const points = talkingPoints(positions, 'NC');

  it('are a figure with evidence and weak spots, each with its dollars worked out', () => {
    const figure = talkingFigure(points, facts);
    expect(figure.rows.map(({ id }) => id)).toEqual(points.map(({ id }) => id));
    expect(figure.rows.every(({ cells }) => valueOf(cells['evidence'] ?? present('')) !== '')).toBe(true);
    expect(figure.summary).toMatch(/^\d points to make and 2 to expect\. Most at stake: \$\d/);
    for (const point of points) expectSheet(talkingWorking(point, spokenPoint(point, facts).claim, 'a test'));
    const quiet = talkingFigure([], facts);
    expect(quiet.summary).toMatch(/^No line is below Medicare/);
  });
});

describe('the brief', () => {
  it('prints the ten largest gaps where nothing is picked, and says so', () => {
    const brief = contractBrief(positions, new Set(), 'NC', facts);
    // Only 97760 at Aetna is below a median: 100 × 6.
    expect(brief.lines.rows.map(({ id }) => id)).toEqual(['l0']);
    expect(brief.choice).toBe(
      'No line is picked, so the 1 line with most at stake is printed, of 3 in force.',
    );
    expect(brief.lines.summary).toBe(
      '1 of 1 line is below the market’s median, which would bring $600.00 over the period of the file.',
    );
    // 4,200 + 610 with a volume and a target; gain 600.
    expect(brief.tiles.map(({ cell }) => valueOf(cell)).slice(2)).toEqual([481_000, 60_000]);
    // (4,200 + 610 + 400) ÷ (100 + 10) × 45.22 + 20 × Medicare of 97110.
    const medicare = valueOf(positions[2]?.medicare ?? present(0)) as number;
    expect(valueOf(brief.tiles[0]?.cell ?? present(0))).toBeCloseTo(
      521_000 / (110 * 4522 + 20 * medicare),
      12,
    );
    expect(brief.index.rows.map(({ label }) => label)).toEqual(['All lines', 'Aetna PPO', 'BCBS']);
    expect(brief.asks.length).toBeGreaterThan(0);
  });

  it('prints what was picked, most at stake first, as far as four pages go', () => {
    const many = positionsIn(
      Array.from({ length: 80 }, (_, index) => ({
        units: index + 1,
        terms: dollars(4000),
        payer: `P${index}`,
      })),
    );
    const brief = contractBrief(many, new Set(many.map(({ line }) => line.id)), 'NC', facts);
    expect(brief.lines.rows).toHaveLength(mostBriefLines);
    expect(brief.lines.rows[0]?.id).toBe('l79');
    expect(brief.choice).toBe(
      'The 50 picked lines with most at stake, of 80 picked and 80 in force; 30 picked lines are not printed.',
    );
    expect(brief.index.rows).toHaveLength(11);
    expect(brief.index.notes.at(-1)).toBe('70 payers with less revenue not listed.');
    const one = contractBrief(many, new Set(['l3']), 'NC', facts);
    expect(one.choice).toBe('1 picked line of 80 in force.');
  });

  it('names what is missing where lines have volumes and none a target', () => {
    const unmatched = positionsIn([{ code: '97112', units: 400, terms: dollars(1000) }]);
    const brief = contractBrief(unmatched, new Set(), 'NC', facts);
    const none = absent('not-in-input', 'no line has a volume, a rate and a target');
    expect(brief.tiles.slice(2).map(({ cell, note }) => [cell, note])).toEqual([
      [none, ''],
      [none, 'the market’s median'],
    ]);
  });

  it('ranks no payer by a revenue nobody stated', () => {
    const many = positionsIn(
      Array.from({ length: 12 }, (_, index) => ({ terms: dollars(4000), payer: `P${index}` })),
    );
    const { notes } = contractBrief(many, new Set(), 'NC', facts).index;
    expect(notes.at(-1)).toBe('2 payers not listed.');
  });

  it('has no dollars without volumes', () => {
    const plain = positionsIn([{ terms: dollars(4200) }]);
    const brief = contractBrief(plain, new Set(), 'NC', facts);
    expect(brief.tiles.slice(2).map(({ cell }) => cell.kind)).toEqual(['absent', 'absent']);
    expect(bringFigure([], facts).summary).toBe('No line is picked.');
    expect(contractBrief(positionsIn([{ terms: dollars(9900) }]), new Set(), 'NC', facts).choice).toBe(
      'No line is picked, and none is below the target.',
    );
  });
});
