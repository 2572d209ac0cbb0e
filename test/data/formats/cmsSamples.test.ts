import { describe, expect, test } from 'vitest';
import type { GpciLine, LocalityLine, PaymentLine, RvuLine } from '../../../src/data/formats/cmsTables.ts';
import { medicareAmount } from '../../../src/domain/medicareAmount.ts';
import { cmsBytes, readCms, sourceRows } from '../../support/cmsFiles.ts';

/** `1.064` with 3 digits is 1064: by way of the binary number, as another reader would do it. */
function whole(text: string, digits: number): number {
  return Math.round(Number(text) * 10 ** digits);
}

describe('every sample equals the tables parsed by others (sources/cms-pfs)', () => {
  test.each([
    ['GPCI2025.csv', '2025'],
    ['GPCI2025.txt', '2025'],
    ['GPCI2026_RVU26C.csv', '2026'],
  ])('%s, all 109 lines', async (file, year) => {
    const { lines, account } = await readCms<GpciLine>(cmsBytes(file));
    const expected = sourceRows('gpci-2020-2026.csv').filter((row) => row['year'] === year);
    expect(
      lines.map(({ mac, place, locality, name, workGpci, peGpci, malpracticeGpci, mark }) => ({
        mac,
        place,
        locality,
        name,
        workGpci,
        peGpci,
        malpracticeGpci,
        note: { '': '', '*': 'AK work floor 1.5', '**': 'frontier PE floor 1.0' }[mark],
      })),
    ).toEqual(
      expected.map((row) => ({
        mac: row['mac'],
        place: row['state'],
        locality: row['locality'],
        name: row['locality_name'],
        workGpci: whole(row['work_gpci'] ?? '', 3),
        peGpci: whole(row['pe_gpci'] ?? '', 3),
        malpracticeGpci: whole(row['mp_gpci'] ?? '', 3),
        note: row['floor_note'],
      })),
    );
    expect(lines.every((line) => line.year === Number(year))).toBe(true);
    expect(account).toMatchObject({ format: 'gpci', present: 109, read: 109, leftOut: {}, problems: [] });
    expect(account.notes).toEqual([
      `Number of lines, check rows and floors are those of CMS’s ${year} table.`,
    ]);
  });

  test.each([
    ['PPRRVU2025_Oct.sample.csv', 'RVU25D', 'RVU25D', 'all', 50],
    ['PPRRVU2025_Oct.sample.txt', 'RVU25D', '', 'all', 50],
    ['PPRRVU2026_Jul_nonQPP.sample.csv', 'RVU26C', 'RVU26C', 'nonQP', 49],
    // April's therapy and office visit lines are those of July.
    ['PPRRVU2026_Apr_nonQPP.sample.txt', 'RVU26C', '', 'nonQP', 49],
  ] as const)('%s, the codes that are in %s', async (file, release, stated, appliesTo, present) => {
    const { lines, account } = await readCms<RvuLine>(cmsBytes(file));
    expect(account).toMatchObject({ format: 'pprrvu', present, read: present, leftOut: {}, problems: [] });
    const expected = new Map(
      sourceRows('rvu-therapy-em-2020-2026.csv')
        .filter((row) => row['release'] === release)
        .map((row) => [`${row['hcpcs']} ${row['modifier']}`, row]),
    );
    const common = lines.filter(({ code, modifier }) => expected.has(`${code} ${modifier}`));
    expect(common.length).toBe(30);
    for (const line of common) {
      const row = expected.get(`${line.code} ${line.modifier}`) ?? {};
      expect(line).toEqual({
        kind: 'rvu',
        at: line.at,
        year: Number(row['year']),
        release: stated,
        code: row['hcpcs'],
        modifier: row['modifier'],
        status: row['status_code'],
        workRvu: whole(row['work_rvu'] ?? '', 2),
        nonFacilityPeRvu: whole(row['pe_rvu_nonfac'] ?? '', 2),
        nonFacilityNa: row['nonfac_na'] === 'NA',
        facilityPeRvu: whole(row['pe_rvu_fac'] ?? '', 2),
        facilityNa: row['fac_na'] === 'NA',
        malpracticeRvu: whole(row['mp_rvu'] ?? '', 2),
        nonFacilityTotal: whole(row['total_rvu_nonfac'] ?? '', 2),
        facilityTotal: whole(row['total_rvu_fac'] ?? '', 2),
        pctc: row['pctc_ind'],
        globalDays: row['global_days'],
        multipleProcedure: row['mult_proc'],
        factor: whole(row['conversion_factor'] ?? '', 4),
        appliesTo,
      });
    }
  });

  test('25LOCCO.csv, all 109 localities; Missouri 99 stands twice and is counted once', async () => {
    const { lines, account } = await readCms<LocalityLine>(cmsBytes('25LOCCO.csv'));
    const expected = sourceRows('localities-counties-2025.csv');
    expect(account).toMatchObject({ present: 110, read: 109, leftOut: { repeated: 1 }, problems: [] });
    expect(lines.map((line) => ({ ...line, at: 0 }))).toEqual(
      expected.map((row) => ({
        kind: 'locality',
        at: 0,
        year: 2025,
        countiesAreCut: false,
        mac: row['mac'],
        locality: row['locality'],
        place: row['state'],
        stateName: row['state_name_in_file'],
        area: row['fee_schedule_area'],
        counties: row['counties'],
        servedByTwoCarriers: row['served_by_two_carriers'] === 'Y',
      })),
    );
  });

  test('PFAK25A equals the published amounts, and our own arithmetic to the cent', async () => {
    const { lines, account } = await readCms<PaymentLine>(cmsBytes('PFAK25A.sample.TXT'));
    expect(account).toMatchObject({ format: 'pf-payment', present: 49, read: 49, leftOut: {}, problems: [] });
    const official = new Map(sourceRows('official-amounts-check.csv').map((row) => [row['hcpcs'], row]));
    const rvus = await readCms<RvuLine>(cmsBytes('PPRRVU2025_Oct.sample.csv'));
    const gpcis = await readCms<GpciLine>(cmsBytes('GPCI2025.csv'));
    const alaska = gpcis.lines.find(({ place }) => place === 'AK');
    if (!alaska) throw new Error('Alaska is in the table');
    let worked = 0;
    for (const line of lines) {
      const row = official.get(line.code) ?? {};
      expect(line).toMatchObject({
        year: 2025,
        mac: '02102',
        locality: '01',
        modifier: '',
        nonFacility: whole(row['nonfacility_amount'] ?? '', 2),
        facility: whole(row['facility_amount'] ?? '', 2),
        therapyReduced: row['therapy_reduced_amount'] ? whole(row['therapy_reduced_amount'], 2) : null,
      });
      const rvu = rvus.lines.find(({ code, modifier }) => code === line.code && modifier === '');
      if (!rvu) continue;
      const factor = { year: 2025, from: '', to: '', factor: rvu.factor, appliesTo: 'all' } as const;
      const year = { year: 2025, release: '' };
      const { nonFacility, facility, therapyReduced } = line;
      expect({ nonFacility, facility, therapyReduced }).toEqual(
        medicareAmount({ ...rvu, ...year }, { ...alaska, ...year }, factor),
      );
      worked += 1;
    }
    expect(worked).toBe(20);
  });
});

describe('the same table with separators and of fixed width', () => {
  test('relative values: equal lines, but the fixed-width form states no release', async () => {
    const csv = await readCms<RvuLine>(cmsBytes('PPRRVU2025_Oct.sample.csv'));
    const txt = await readCms<RvuLine>(cmsBytes('PPRRVU2025_Oct.sample.txt'));
    const same = (line: RvuLine) => ({ ...line, at: 0, release: '' });
    expect(txt.lines.map(same)).toEqual(csv.lines.map(same));
    // Its heading names 2026, the year of the copyright; the year is that of the factor.
    expect(txt.account.notes).toEqual([
      '50 lines of 2025 with the conversion factor 32.3465, for everyone. The year follows from the factor: the file states none.',
    ]);
  });

  test('cost indices: equal lines on equal line numbers', async () => {
    const csv = await readCms<GpciLine>(cmsBytes('GPCI2025.csv'));
    const txt = await readCms<GpciLine>(cmsBytes('GPCI2025.txt'));
    expect(txt.lines).toEqual(csv.lines);
  });

  test('localities: equal but for lists cut at the line’s end, a state that is not named, and two misprints', async () => {
    const csv = await readCms<LocalityLine>(cmsBytes('25LOCCO.csv'));
    const txt = await readCms<LocalityLine>(cmsBytes('25LOCCO.txt'));
    expect(txt.lines.length).toBe(109);
    const differing: string[] = [];
    for (const [i, line] of txt.lines.entries()) {
      const other = csv.lines[i];
      expect(line).toMatchObject({ mac: other?.mac, locality: other?.locality, place: other?.place });
      if (line.countiesAreCut) expect(other?.counties.startsWith(line.counties)).toBe(true);
      else if (line.counties !== other?.counties) differing.push(`${line.locality} ${line.counties}`);
    }
    expect(differing).toEqual(['18 LOS ANGELES/ORANGE']);
    expect(txt.lines.filter(({ countiesAreCut }) => countiesAreCut).length).toBe(9);
    expect(txt.lines.filter(({ stateName }) => stateName === '').every(({ place }) => place === 'CA')).toBe(
      true,
    );
    expect(txt.account.notes).toEqual([
      '1 line stands in the table a second time and is left out.',
      '9 lists of counties reach the end of the line and are cut there: the form with separators has them whole.',
      '29 lines name no state; it was told by the contractor’s number.',
    ]);
  });
});
