import { describe, expect, test } from 'vitest';
import type { LocalityLine } from '../../../src/data/formats/cmsTables.ts';
import { cmsText, readCms } from '../../support/cmsFiles.ts';

const csv = cmsText('25LOCCO.csv');
const txt = cmsText('25LOCCO.txt');

async function linesOf(file: string): Promise<readonly LocalityLine[]> {
  return (await readCms<LocalityLine>(file)).lines;
}

describe('localities and counties', () => {
  test('a state is named on its first line; zeros, blanks and the mark of two carriers are put right', async () => {
    const lines = await linesOf(csv);
    expect(lines.filter(({ stateName }) => stateName === 'MISSOURI')).toMatchObject([
      { mac: '05302', locality: '02', place: 'MO', area: 'METROPOLITAN KANSAS CITY' },
      { mac: '05302', locality: '01', place: 'MO', area: 'METROPOLITAN ST. LOUIS' },
      { mac: '05302', locality: '99', place: 'MO', area: 'REST OF STATE', servedByTwoCarriers: true },
    ]);
    expect(lines.find(({ stateName }) => stateName === 'HAWAII/GUAM')).toMatchObject({ place: 'HI' });
    expect(lines.find(({ place }) => place === 'DC')?.counties).toContain('; MONTGOMERY AND PRINCE GEORGE');
    // A misprint of the original stays as it is.
    expect(lines.find(({ locality, place }) => place === 'CA' && locality === '18')?.counties).toBe(
      'LOS ANGELES /ORAGNGE CNTY',
    );
  });

  test('without the blank lines between states, and without any state, the contractor tells', async () => {
    const known = (lines: readonly LocalityLine[]) =>
      lines.map(({ mac, locality, place, counties }) => [mac, locality, place, counties]);
    const dense = csv.replaceAll(/^[ ,]*\r\n/gm, '');
    expect(known(await linesOf(dense))).toEqual(known(await linesOf(csv)));
    const nameless = csv.replace(/^(\d+,\d+),[A-Z][^,]*,/gm, '$1,,');
    expect(known(await linesOf(nameless))).toEqual(known(await linesOf(csv)));
  });

  test('a contractor that is not known belongs to the state above, unless a blank line comes between', async () => {
    const inState = csv.replace('4412,20,,BEAUMONT', '4499,20,,BEAUMONT');
    expect((await linesOf(inState)).find(({ area }) => area === 'BEAUMONT')).toMatchObject({ place: 'TX' });
    const apart = await readCms<LocalityLine>(csv.replace('3502,9,UTAH ', '3599,9,'));
    expect(apart.account).toMatchObject({ present: 110, read: 108, leftOut: { repeated: 1, unreadable: 1 } });
    expect(apart.account.problems).toMatchObject([
      { column: 'State', message: 'No state is named, and the contractor’s number is not known.' },
    ]);
  });

  test('a two-carrier locality with two contractors is two lines', async () => {
    const two = csv.replace('5302,99,REST OF STATE*,', '5202,99,,REST OF STATE*,');
    const both = two.replace(
      /^5302,99,,REST OF STATE\*,ALL OTHER COUNTIES\r$/m,
      '5202,99,MISSOURI,REST OF STATE*,ALL OTHER COUNTIES\r',
    );
    const { lines, account } = await readCms<LocalityLine>(both);
    expect(account).toMatchObject({ present: 110, read: 110, leftOut: {} });
    expect(
      lines.filter(({ place, locality }) => place === 'MO' && locality === '99').map(({ mac }) => mac),
    ).toEqual(['05302', '05202']);
    // Kansas' contractor beside Missouri's name is told, and the name counts.
    expect(account.problems).toMatchObject([{ column: 'State', found: 'MISSOURI', leftOut: false }]);
  });

  test('of fixed width, an area that runs up to the counties is cut at their column', async () => {
    const old = /^( {4}01182 {7}18 +)(LOS ANGELES-LONG.*?)(LOS ANGELES\/ORANGE\r)$/m;
    const [, head = '', area = ''] = old.exec(txt) ?? [];
    const long = 'LOS ANGELES AND WHATEVER ELSE THERE MAY BE '.padEnd(area.length, 'X');
    const tight = txt.replace(old, `${head}${long}$3`);
    expect(tight).toContain('XXXLOS ANGELES/ORANGE');
    const line = (await linesOf(tight)).find(({ mac, locality }) => mac === '01182' && locality === '18');
    expect(line).toMatchObject({ area: long, counties: 'LOS ANGELES/ORANGE' });
  });

  test('lines that cannot be used as they stand', async () => {
    const bad = csv
      .replace('10112,0,ALABAMA ', '10112,0,ALABUMA ')
      .replace('2102,1,ALASKA ,STATEWIDE ,ALL COUNTIES ', '2102,1,ALASKA ,STATEWIDE ,')
      .replace('3102,0,', '3102,zero,');
    const { account } = await readCms(bad);
    expect(account).toMatchObject({ present: 110, read: 106, leftOut: { repeated: 1, unreadable: 3 } });
    expect(account.problems.map(({ line, column, found }) => [line, column, found])).toEqual([
      [5, 'State', 'ALABUMA'],
      [7, 'Counties', ''],
      [9, 'Locality Number', 'zero'],
    ]);
  });

  test('the year is the title’s', async () => {
    expect((await linesOf(csv.replace('IN 2025 LOC', 'IN 2026 LOC')))[0]?.year).toBe(2026);
    const { lines, account } = await readCms<LocalityLine>(csv.replace('IN 2025 LOC', 'IN LOC'));
    expect(lines[0]?.year).toBeNull();
    expect(account.notes).toContain('The file does not say of which year it is.');
  });
});
