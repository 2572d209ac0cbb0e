import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractExample, contractExampleName } from '../../src/data/contractExample.ts';
import {
  pricingModifiers,
  readAllowed,
  readCareSite,
  readCharge,
  readClaimUnits,
  readMedicareShare,
  readVolume,
} from '../../src/data/contractValues.ts';
import { type OwnRates, readOwnRates } from '../../src/data/ownRates.ts';
import { isInForce } from '../../src/domain/contract.ts';
import { priceVolume } from '../../src/domain/priceVolume.ts';
import { shippedAliases } from '../support/releaseData.ts';

function read(lines: readonly string[]): OwnRates {
  return readOwnRates(lines.join('\n'), 'mine.csv', new Map(), shippedAliases());
}

function contractOf(rates: OwnRates) {
  if (!rates.contract) throw new Error('no contract');
  return rates.contract;
}

const rateOf = (line: ReturnType<typeof contractOf>['lines'][number]) =>
  line.terms.kind === 'dollars' ? line.terms.amount : `${line.terms.share} of Medicare`;

describe('a contract file', () => {
  const rates = () =>
    read([
      'CPT Code,Payor,Rate ($),% of Medicare,Annual Volume,Billed Charge,Mod,POS,Effective Date',
      '97110,Aetna PPO,30.50,,"1,200",60.00,GP,11,2026-01-01',
      '97110,Aetna PPO,28.00,,,60.00,GP,11,2024-01-01',
      '97140,Cigna,,110%,400,,,22,2026-01-01',
      '97140,Cigna,,1.1,100,,CQ,22,2026-01-01',
      '97112,Cigna,,12x,50,,,11,2026-01-01',
      '97112,Cigna,33.00,,many,,,11,2026-01-01',
      '97116,Aetna PPO,26.00,,300,,59,office,',
      '97116,Aetna PPO,26.00,,200,,XS,office,',
    ]);

  test('is read by its own headings: dollars or a share of Medicare, volumes, charges, place of service', () => {
    expect(rates().columns.map(({ field, header }) => `${header}: ${field}`)).toEqual([
      'CPT Code: code',
      'Payor: payer',
      'Rate ($): rate',
      'Mod: modifier',
      'Effective Date: date',
      '% of Medicare: medicare share',
      'Annual Volume: units',
      'Billed Charge: charge',
      'POS: place of service',
    ]);
    expect(
      contractOf(rates()).lines.map((line) => [
        line.line,
        line.code,
        line.modifier,
        line.market,
        line.site,
        line.year,
        rateOf(line),
        line.units,
        line.charge,
        line.standing,
      ]),
    ).toEqual([
      [2, '97110', '', 'aetna', 'non-facility', 2026, 3050, 1200, 6000, 'in-force'],
      // The same rate of 2024 is no longer in force.
      [3, '97110', '', 'aetna', 'non-facility', 2024, 2800, null, 6000, 'replaced'],
      [4, '97140', '', 'cigna', 'facility', 2026, '1.1 of Medicare', 400, null, 'in-force'],
      [5, '97140', 'CQ', 'cigna', 'facility', 2026, '1.1 of Medicare', 100, null, 'in-force'],
      // 59 and XS only inform, so these two lines are one rate: 300 + 200 units.
      [8, '97116', '', 'aetna', 'non-facility', 0, 2600, 500, null, 'in-force'],
    ]);
  });

  test('problems stand by line, good rows are kept, and the volumes add up', () => {
    expect(rates().problems.map(({ line, column, leftOut }) => [line, column, leftOut])).toEqual([
      [6, '% of Medicare', true],
      [7, 'Annual Volume', true],
    ]);
    expect([rates().rowsRead, rates().rowsLeftOut]).toEqual([6, 2]);
    // 1200 + 400 + 100 + 300 + 200 kept; 50 on line 6; line 7 states none that can be read.
    expect(contractOf(rates()).totals).toEqual([{ column: 'units', inFile: 2250, kept: 2200, leftOut: 50 }]);
    expect(rates().notes).toContain(
      '1 rate has a newer date elsewhere in the file: only the newest counts in your contract; code by code each counts.',
    );
  });

  test('without a dollar rate it needs no rate column', () => {
    const shares = read(['code,payer,percent of medicare', '97110,Aetna,105']);
    expect(shares.problems).toEqual([]);
    expect(contractOf(shares).lines.map(rateOf)).toEqual(['1.05 of Medicare']);
    expect(shares.tables.size).toBe(0);
  });
});

describe('claim lines', () => {
  const rates = () =>
    read([
      'DOS,Proc Code,Payer Name,Units,Allowed,Charges,Modifier',
      '01/05/2025,97110,Aetna,2,$60.00,$120.00,GP',
      '02/05/2025,97110,Aetna,3,$91.00,$180.00,GP;59',
      '02/06/2025,97110,Aetna,-2,($60.00),($120.00),GP',
      '03/01/2025,97110,Aetna,1,0.00,60.00,GP',
      '03/01/2025,97110,Aetna,0,30.00,60.00,GP',
      '03/02/2025,97140,Aetna,1,25.00,55.00,',
      '03/03/2025,97140,Aetna,-1,-25.00,-55.00,',
      '05/05/2024,97110,Aetna,4,112.00,240.00,',
      '05/06/2025,97110,Cigna,1,27.33,60.00,CQ',
    ]);

  test('are added up to volumes and average allowed amounts; what is taken back is taken off', () => {
    expect(contractOf(rates()).kind).toBe('claims');
    expect(
      contractOf(rates()).lines.map((line) => [
        line.code,
        line.payer,
        line.modifier,
        line.year,
        rateOf(line),
        line.units,
        line.charge,
        line.lines,
        line.standing,
      ]),
    ).toEqual([
      // (60 + 91 − 60) ÷ (2 + 3 − 2) = 91 ÷ 3 dollars; charges 180 ÷ 3 = 60.
      ['97110', 'Aetna', '', 2025, 9100 / 3, 3, 6000, 3, 'in-force'],
      ['97110', 'Aetna', '', 2024, 2800, 4, 6000, 1, 'other-year'],
      ['97110', 'Cigna', 'CQ', 2025, 2733, 1, 6000, 1, 'in-force'],
    ]);
    // The page's other figures show the averages in whole cents.
    expect([...(rates().tables.get('97110')?.cents ?? [])]).toEqual([3033, 2800, 2733]);
  });

  test('denied lines and lines without units are left out by line; units and dollars add up to the file’s', () => {
    expect(rates().problems.map(({ line, message }) => [line, message])).toEqual([
      [5, 'Nothing was allowed: a denied line says nothing of the rate.'],
      [6, 'No units: nothing was billed on this line.'],
    ]);
    // Units 2 + 3 − 2 + 1 + 1 − 1 + 4 + 1 = 9: kept 3 + 4 + 1, the denied 1 left out, 97140 cancels itself.
    // Allowed 60 + 91 − 60 + 30 + 25 − 25 + 112 + 27.33 = 260.33: the 30.00 without units is left out.
    expect(contractOf(rates()).totals).toEqual([
      { column: 'units', inFile: 9, kept: 8, leftOut: 1 },
      { column: 'amount', inFile: 26033, kept: 23033, leftOut: 3000 },
    ]);
    expect(rates().notes[0]).toBe(
      'Read as claim lines: an allowed amount is for all units of its line. 5 lines added up to 3 average rates by payer, code, modifier, place of service and year.',
    );
  });

  test('the first weeks of a new year do not stand for a year', () => {
    const file = read([
      'code,payer,units,allowed,dos',
      '97110,Aetna,100,3000.00,2024-06-01',
      '97110,Aetna,90,2790.00,2025-06-01',
      '97110,Aetna,9,288.00,2026-01-15',
    ]);
    // The busiest year has 100 units; 90 are at least half of them, 9 are not.
    expect(contractOf(file).lines.map(({ year, standing }) => [year, standing])).toEqual([
      [2024, 'other-year'],
      [2025, 'in-force'],
      [2026, 'other-year'],
    ]);
    const change = priceVolume(contractOf(file).lines);
    // 3,000 → 2,790: volume (0.9 − 1) × 3,000 = −300, rate 90 × (31 − 30) = 90.
    expect([change?.from, change?.to, change?.total.change, change?.total.rate]).toEqual([
      2024, 2025, -21_000, 9000,
    ]);
  });

  test('of which half of the busiest year’s units is enough for a year, and one less is not', () => {
    const inForce = (units: number) =>
      contractOf(
        read([
          'code,payer,units,allowed,dos',
          '97110,Aetna,100,3000.00,2024-06-01',
          `97110,Aetna,${units},1500.00,2025-06-01`,
        ]),
      ).lines.find(isInForce)?.year;
    expect([inForce(50), inForce(49)]).toEqual([2025, 2024]);
  });

  test('without a charge have none, and lines that leave nothing have no average', () => {
    const none = read(['code,payer,units,allowed', '97110,Aetna,2,60.00']);
    expect(contractOf(none).lines).toMatchObject([{ charge: null, units: 2, date: '' }]);
    const taken = read([
      'code,payer,units,allowed,charges',
      '97110,Aetna,2,60.00,',
      '97110,Aetna,1,30.00,50.00',
      '97140,Aetna,2,60.00,100.00',
      '97140,Aetna,-2,-50.00,-100.00',
      '97112,Aetna,2,60.00,100.00',
      '97112,Aetna,-1,-60.00,-50.00',
    ]);
    // The charge is that of the units it is stated for.
    expect(contractOf(taken).lines.map(({ code, units, charge }) => [code, units, charge])).toEqual([
      ['97110', 3, 5000],
    ]);
  });

  test('an allowed amount beside a yearly volume stays a rate', () => {
    const stated = read(['code,payer,allowed,volume', '97110,Aetna,30.00,1200']);
    expect(contractOf(stated).kind).toBe('rates');
    expect(contractOf(stated).lines.map((line) => [rateOf(line), line.units])).toEqual([[3000, 1200]]);
  });

  test('whatever the lines, kept and left out add up to the file', () => {
    const line = fc.tuple(
      fc.constantFrom('97110', '97140', 'x'),
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: -9000, max: 9000 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const file = read([
          'code,payer,units,allowed',
          ...lines.map(([code, units, cents]) => `${code},Aetna,${units},${(cents / 100).toFixed(2)}`),
        ]);
        for (const { inFile, kept, leftOut } of file.contract?.totals ?? []) {
          expect(kept + leftOut).toBe(inFile);
        }
        for (const each of file.contract?.lines ?? []) expect(each.units).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

test('cells', () => {
  expect(readVolume('1,200', 'point')).toEqual({ value: 1200 });
  expect(readVolume('12.00', 'point')).toEqual({ value: 12 });
  expect(readVolume('', 'point')).toEqual({ value: null });
  expect(readVolume('-3', 'point')).toHaveProperty('fault');
  expect(readVolume('12.5', 'point')).toHaveProperty('fault');
  expect(readClaimUnits('-2', 'point')).toEqual({ value: -2 });
  expect(readClaimUnits('', 'point')).toHaveProperty('fault');
  expect(readAllowed('-$12.50', 'point')).toEqual({ value: -1250 });
  expect(readAllowed('$-12.50', 'point')).toEqual({ value: -1250 });
  expect(readAllowed('(12.50)', 'point')).toEqual({ value: -1250 });
  expect(readAllowed('n/a', 'point')).toHaveProperty('fault');
  expect(readCharge('0', 'point', true)).toEqual({ value: null });
  expect(readCharge('x', 'point', true)).toHaveProperty('warning');
  expect(readMedicareShare('110%')).toEqual({ value: 1.1 });
  expect(readMedicareShare('0.85')).toEqual({ value: 0.85 });
  expect(readMedicareShare('2000')).toHaveProperty('fault');
  expect(readCareSite('11 - Office')).toEqual({ value: 'non-facility' });
  expect(readCareSite('22')).toEqual({ value: 'facility' });
  expect(readCareSite('moon')).toHaveProperty('warning');
  expect(pricingModifiers('GP|CQ|59')).toBe('CQ');
});

test('the example is a contract of 25 codes × 4 payers with volumes, read without a problem', () => {
  const rates = readOwnRates(contractExample(), contractExampleName, new Map(), shippedAliases());
  const { lines, totals } = contractOf(rates);
  expect(rates.problems).toEqual([]);
  expect([lines.length, new Set(lines.map(({ code }) => code)).size]).toEqual([100, 25]);
  expect([...new Set(lines.map(({ market }) => market))]).toEqual(['aetna', 'bcbs', 'cigna', 'uhg']);
  // 97110: 3200 × 27 + 4100 × 31 + 1500 × 25 + 2600 × 29 = 326,400 dollars on 11,400 units.
  const exercise = lines.filter(({ code }) => code === '97110');
  const revenue = exercise.reduce((sum, line) => sum + (line.units ?? 0) * Number(rateOf(line)), 0);
  expect(revenue).toBe(326_400_00);
  expect(totals.map(({ inFile, kept, leftOut }) => inFile === kept && leftOut === 0)).toEqual([true]);
});
