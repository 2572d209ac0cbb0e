import { describe, expect, test } from 'vitest';
import { csvTable } from '../../src/data/csvTable.ts';
import type { OwnReading } from '../../src/data/ownRates.ts';
import { readVolumes } from '../../src/data/ownVolumes.ts';
import { shippedAliases } from '../support/releaseData.ts';

function read(
  lines: readonly string[],
  more: Partial<OwnReading> = {},
  onProgress?: (fraction: number) => void,
) {
  const reading = { deleted: new Map<string, readonly string[]>(), aliases: shippedAliases(), ...more };
  return readVolumes(csvTable(lines.join('\n'), 'v.csv'), 'v.csv', reading, onProgress);
}

const full = ['code', 'units', 'payer', 'plan', 'line', 'modifier', 'pos', 'state', 'date'];
const fields = [...full.slice(0, 6), 'place of service', ...full.slice(7)];
const matched = (header: readonly string[]) => {
  // In the order a file's columns are told in, whatever their order in the file.
  const order = ['code', 'payer', 'state', 'plan', 'line', 'modifier', 'date', 'units', 'place of service'];
  return order.flatMap((field) => {
    const at = fields.indexOf(field);
    const heading = full[at] ?? '';
    return header.includes(heading) ? [{ field, header: heading }] : [];
  });
};

describe('a file of volumes', () => {
  test('is read with all that is said of a volume', () => {
    const line = '97110-GP,120,Aetna,Choice,Commercial,CQ,11,TX,2026-01-31';
    expect(read([full.join(','), line])).toEqual({
      fileName: 'v.csv',
      lines: [
        {
          line: 2,
          lines: 1,
          code: '97110',
          modifier: 'CQ',
          payer: 'Aetna, Choice',
          market: 'aetna',
          planLine: 'Commercial',
          place: 'TX',
          site: 'non-facility',
          units: 120,
        },
      ],
      units: { inFile: 120, leftOut: 0, otherYears: 0 },
      problems: [],
      rowsPresent: 1,
      rowsRead: 1,
      rowsLeftOut: 0,
      table: {
        header: full,
        firstRows: [line.split(',')],
        matched: matched(full),
        missing: [],
        lines: 'rates',
        source: 'headings',
      },
      notes: [],
    });
  });

  test('names no payer where it has none, and no plan that is the payer’s own name', () => {
    const told = (cells: string) =>
      read(['code,units,payer,plan', `97110,5,${cells}`]).lines.map(({ payer, market }) => [payer, market]);
    expect(told(',')).toEqual([['', 'other']]);
    expect(told('Aetna,Aetna')).toEqual([['Aetna', 'aetna']]);
    expect(told('Aetna,')).toEqual([['Aetna', 'aetna']]);
    expect(told('Aetna,PPO')).toEqual([['Aetna, PPO', 'aetna']]);
  });

  test.each([
    ['year', '2025', '2026'],
    ['payer', 'Aetna', 'Cigna'],
    ['plan', 'PPO', 'HMO'],
    ['line', 'Commercial', 'Medicare Advantage'],
    ['code', '97110', '97112'],
    ['modifier', '', 'CQ'],
    ['pos', '11', '22'],
    ['state', 'TX', 'CA'],
  ])('keeps volumes of another %s apart, and adds up the others', (column, one, other) => {
    const given: Record<string, string> = { code: '97110', payer: 'Aetna' };
    const header = [...new Set(['code', 'payer', column]), 'units'];
    const row = (value: string, units: number) =>
      header
        .map((name) => (name === column ? value : name === 'units' ? units : (given[name] ?? '')))
        .join(',');
    const volumes = read([header.join(','), row(one, 3), row(other, 5), row(one, 4)]);
    const kept = volumes.lines.map(({ line, lines, units }) => [line, lines, units]);
    // 7 units of 2025 are the busiest year; 5 are more than half.
    expect(kept).toEqual(
      column === 'year'
        ? [[3, 1, 5]]
        : [
            [2, 2, 7],
            [3, 1, 5],
          ],
    );
    expect(volumes.units.otherYears).toBe(column === 'year' ? 7 : 0);
  });

  test('tells each problem in full, and leaves a line without units out', () => {
    const { problems, units, rowsLeftOut } = read(['code,units,pos', '97110,,11', '97110,7,moon', 'x1,3,11']);
    expect(problems).toEqual([
      {
        file: 'v.csv',
        line: 2,
        column: 'units',
        found: '',
        message: 'The units are blank.',
        leftOut: true,
      },
      {
        file: 'v.csv',
        line: 3,
        column: 'pos',
        found: 'moon',
        message: 'Not a place of service such as 11; read as not stated.',
        leftOut: false,
      },
      {
        file: 'v.csv',
        line: 4,
        column: 'code',
        found: 'x1',
        message: 'This is not a CPT or HCPCS code of 5 characters such as 97110 or G0283.',
        leftOut: true,
      },
    ]);
    expect([units, rowsLeftOut]).toEqual([{ inFile: 10, leftOut: 3, otherYears: 0 }, 2]);
  });

  test('needs code and units', () => {
    const volumes = read(['code,payer', '97110,Aetna']);
    expect(volumes.problems).toEqual([
      {
        file: 'v.csv',
        line: 1,
        column: '',
        found: 'code, payer',
        message:
          'No column for units. A file of volumes needs code and units; claim lines need what was allowed, too.',
        leftOut: true,
      },
    ]);
    expect([volumes.lines, volumes.rowsPresent, volumes.rowsRead, volumes.rowsLeftOut]).toEqual([
      [],
      1,
      0,
      1,
    ]);
    expect(volumes.table).toMatchObject({ firstRows: [['97110', 'Aetna']], missing: ['units'] });
    expect(volumes.notes).toEqual([]);
    expect(read(['']).table).toBeNull();
    expect(read(['']).problems.map(({ message }) => message)).toEqual(['The file is empty.']);
  });

  test('says that titles stand above its header', () => {
    expect(read(['Volumes of 2026', 'code,units', '97110,3']).notes).toEqual([
      'The header is line 2; 1 line above it is not read.',
    ]);
  });

  test('is read by what the user said of its headings before', () => {
    const headings = ['What', 'How many'];
    const remembered = [{ headings, fields: { code: 'What', units: 'How many' }, lines: 'rates' }] as const;
    const volumes = read(['What,How many', '97110,3'], { remembered });
    expect([volumes.lines.length, volumes.table?.source]).toEqual([1, 'remembered']);
  });

  test('tells how far it is', () => {
    const seen: number[] = [];
    read(['code,units', '97110,3'], {}, (fraction) => seen.push(fraction));
    expect(seen).toEqual([1, 1]);
  });
});

describe('volumes of claim lines', () => {
  test('need what was allowed, where the user says that lines are claims', () => {
    const chosen = { fields: { code: 'a', units: 'b' }, lines: 'claims' } as const;
    const { problems, table } = read(['a,b', '97110,3'], { chosen });
    expect(problems[0]?.message).toBe(
      'No column for rate. A file of volumes needs code and units; claim lines need what was allowed, too.',
    );
    expect([table?.lines, table?.missing]).toEqual(['claims', ['rate']]);
  });

  test('read amounts as the file writes them, and add up what is not denied', () => {
    const volumes = read(['code;units;allowed', '97110;2;60,00', '97110;1;0,00', '97112;1;x']);
    expect(volumes.lines.map(({ code, units }) => [code, units])).toEqual([['97110', 2]]);
    expect(volumes.problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [3, 'allowed', 'Nothing was allowed: a denied line says nothing of the rate.'],
      [4, 'allowed', 'This is not a dollar amount such as 36.50.'],
    ]);
    expect(volumes.units).toEqual({ inFile: 4, leftOut: 2, otherYears: 0 });
    expect(volumes.notes).toEqual([
      'Volumes come from claim lines: 1 line added up; denied lines count no units.',
    ]);
    expect(volumes.table?.matched).toEqual([
      { field: 'code', header: 'code' },
      { field: 'rate', header: 'allowed' },
      { field: 'units', header: 'units' },
    ]);
  });

  test('that were all taken back are no volume', () => {
    const volumes = read(['code,units,allowed', '97110,2,60.00', '97110,-2,-60.00', '97112,-1,-30.00']);
    expect(volumes.lines).toEqual([]);
    // Taken back more than was billed: −1 is left out, so that the sums add up.
    expect(volumes.units).toEqual({ inFile: -1, leftOut: -1, otherYears: 0 });
  });

  test('of other years are counted apart', () => {
    const volumes = read(['code,units,allowed,dos', '97110,3,90.00,2026-01-02', '97110,5,90.00,2025-01-02']);
    expect(volumes.lines.map(({ units }) => units)).toEqual([3]);
    expect(volumes.notes[1]).toBe('5 units are of another year than 2026, and not taken.');
  });
});

test('a rate beside volumes is not looked at, and no column of theirs', () => {
  const volumes = read(['code,units,rate', '97110,3,oops']);
  expect(volumes.problems).toEqual([]);
  expect(volumes.table?.matched.map(({ field }) => field)).toEqual(['code', 'units']);
});
