import { describe, expect, test } from 'vitest';
import { csvTable } from '../../src/data/csvTable.ts';
import type { ColumnChoice } from '../../src/data/ownRatesColumns.ts';
import { readVolumes } from '../../src/data/ownVolumes.ts';
import { shippedAliases } from '../support/releaseData.ts';

function read(lines: readonly string[], chosen?: ColumnChoice) {
  return readVolumes(csvTable(lines.join('\n'), 'volumes.csv'), 'volumes.csv', {
    deleted: new Map(),
    aliases: shippedAliases(),
    chosen,
  });
}

describe('a file of volumes', () => {
  test('is added up by code, payer, modifier and place; problems stand by line and the units add up', () => {
    const volumes = read([
      'CPT,Payor,Annual Units,Mod,POS,Rate',
      '97110,Aetna PPO,"1,200",GP,11,30',
      '97110,Aetna PPO,300,59,11,oops',
      '97110,Aetna PPO,40,CQ,11,',
      '97112,,500,,,',
      '97112,Cigna,,,,',
      '9711,Cigna,60,,,',
    ]);
    // GP and 59 only inform: 1200 + 300. The rate is not looked at.
    expect(
      volumes.lines.map(({ line, lines, code, payer, modifier, site, units }) => [
        line,
        lines,
        code,
        payer,
        modifier,
        site,
        units,
      ]),
    ).toEqual([
      [2, 2, '97110', 'Aetna PPO', '', 'non-facility', 1500],
      [4, 1, '97110', 'Aetna PPO', 'CQ', 'non-facility', 40],
      [5, 1, '97112', '', '', '', 500],
    ]);
    expect(volumes.problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [6, 'Annual Units', 'The units are blank.'],
      [7, 'CPT', 'This number lost its leading zero or is not a CPT or HCPCS code, which has 5 characters.'],
    ]);
    expect([volumes.rowsPresent, volumes.rowsRead, volumes.rowsLeftOut]).toEqual([6, 4, 2]);
    // 1200 + 300 + 40 + 500 kept, 60 on line 7.
    expect(volumes.units).toEqual({ inFile: 2100, leftOut: 60, otherYears: 0 });
  });

  test('of claim lines: denied lines count none, reversals are taken off, weeks of a new year are apart', () => {
    const volumes = read([
      'DOS,Proc Code,Payer Name,Units,Allowed',
      '01/05/2025,97110,Aetna,2,60.00',
      '02/05/2025,97110,Aetna,3,90.00',
      '02/06/2025,97110,Aetna,-2,(60.00)',
      '03/01/2025,97110,Aetna,4,0.00',
      '03/03/2025,97140,Aetna,1,25.00',
      '03/04/2025,97140,Aetna,-1,-25.00',
      '01/03/2026,97110,Aetna,1,31.00',
    ]);
    // 2025: 2 + 3 − 2 = 3 of 97110; 97140 is taken back. 2026 has 1 unit, less than half of 2025's.
    expect(volumes.lines.map(({ code, units }) => [code, units])).toEqual([['97110', 3]]);
    // In the file 2 + 3 − 2 + 4 + 1 − 1 + 1 = 8: 3 taken, 4 denied, 1 of 2026.
    expect(volumes.units).toEqual({ inFile: 8, leftOut: 4, otherYears: 1 });
    expect(volumes.notes).toEqual([
      'Volumes come from claim lines: 6 lines added up; denied lines count no units.',
      '1 unit is of another year than 2025, and not taken.',
    ]);
    expect(volumes.table?.lines).toBe('claims');
  });

  test('says what is missing, and is read when the user names the columns', () => {
    const lines = ['What,How many', '97110,12'];
    const missing = read(lines);
    expect(missing.problems[0]?.message).toMatch(/^No column for code and units\./);
    expect(missing.table?.missing).toEqual(['code', 'units']);
    const chosen = read(lines, { fields: { code: 'What', units: 'How many' }, lines: 'rates' });
    expect(chosen.lines.map(({ code, units }) => [code, units])).toEqual([['97110', 12]]);
    expect(chosen.table).toMatchObject({ missing: [], source: 'chosen' });
  });
});
