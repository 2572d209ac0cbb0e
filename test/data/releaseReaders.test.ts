import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCharges } from '../../src/data/readCharges.ts';
import { readCodes } from '../../src/data/readCodes.ts';
import { readConversionFactors } from '../../src/data/readConversionFactors.ts';
import { readGpcis } from '../../src/data/readGpcis.ts';
import { readLocalities } from '../../src/data/readLocalities.ts';
import { readPlans } from '../../src/data/readPlans.ts';
import { readProviders } from '../../src/data/readProviders.ts';
import { readRelease } from '../../src/data/readRelease.ts';
import { readRvus } from '../../src/data/readRvus.ts';
import { readSources } from '../../src/data/readSources.ts';
import type { TableResult } from '../../src/data/readTable.ts';

/** Each reader with its heading, a good line, what that line means, and lines with the column they fail at. */
const readers: ReadonlyArray<{
  readonly name: string;
  readonly read: (text: string, file: string) => TableResult<unknown>;
  readonly heading: string;
  readonly good: string;
  readonly row: object;
  readonly bad: ReadonlyArray<readonly [line: string, column: string]>;
}> = [
  {
    name: 'readCodes',
    read: readCodes,
    heading: 'code,code_type,title,family,timing,unit_minutes,status,replaced_by,note,keywords',
    good: '97762,CPT,Check-out,Orthotics,timed,15,deleted,97763|97760,"Retired, see 97763.",brace|splint',
    row: {
      code: '97762',
      codeType: 'CPT',
      title: 'Check-out',
      family: 'Orthotics',
      timing: 'timed',
      unitMinutes: 15,
      status: 'deleted',
      replacedBy: ['97763', '97760'],
      note: 'Retired, see 97763.',
      keywords: ['brace', 'splint'],
    },
    bad: [
      [',CPT,Check-out,Orthotics,timed,15,active,,,', 'code'],
      ['97110,CPT,Exercise,Procedures,timed,,active,,,', 'unit_minutes'],
      ['97161,CPT,Evaluation,Evaluations,untimed,15,active,,,', 'unit_minutes'],
      ['97161,CPT,Evaluation,Evaluations,untimed,,retired,,,', 'status'],
    ],
  },
  {
    name: 'readProviders',
    read: readProviders,
    heading: 'id,name,place,identifier,system',
    good: "p1,Saint Mary's,AR,NPI:1033160049,LifePoint Health",
    row: {
      id: 'p1',
      name: "Saint Mary's",
      place: 'AR',
      identifier: 'NPI:1033160049',
      system: 'LifePoint Health',
    },
    bad: [
      ["p1,Saint Mary's,Arkansas,,", 'place'],
      ['p1,,AR,,', 'name'],
    ],
  },
  {
    name: 'readPlans',
    read: readPlans,
    heading: 'id,payer_raw,plan,payer,parent,line',
    good: 'n1,UMR,Choice,uhg,UnitedHealth Group,Commercial',
    row: {
      id: 'n1',
      payerRaw: 'UMR',
      plan: 'Choice',
      payer: 'uhg',
      parent: 'UnitedHealth Group',
      line: 'Commercial',
    },
    bad: [
      ['n1,UMR,,umr,,Commercial', 'payer'],
      ['n1,UMR,,uhg,,commercial', 'line'],
    ],
  },
  {
    name: 'readSources',
    read: readSources,
    heading:
      'id,name,publisher,place,kind,date,year,published_url,sha256,carried_by,path,confidence,rows,flags',
    good: 's1,f.csv,Clinic,TX,hospital,2021-08,2021,https://example.org/f.csv,,a/b,data/f.csv,high,7,above_gross 3|per_diem 1',
    row: {
      id: 's1',
      name: 'f.csv',
      publisher: 'Clinic',
      place: 'TX',
      kind: 'hospital',
      date: '2021-08',
      year: 2021,
      publishedUrl: 'https://example.org/f.csv',
      sha256: '',
      carriedBy: 'a/b',
      path: 'data/f.csv',
      confidence: 'high',
      rows: 7,
      flags: ['above_gross 3', 'per_diem 1'],
    },
    bad: [
      ['s1,f.csv,Clinic,TX,hearsay,2021,2021,,,,,,7,', 'kind'],
      ['s1,f.csv,Clinic,TX,payer,2021,2022,,,,,,7,', 'year'],
      ['s1,f.csv,Clinic,TX,payer,08/2021,2021,,,,,,7,', 'date'],
    ],
  },
  {
    name: 'readCharges',
    read: readCharges,
    heading: 'place,kind,hospitals,mean,p25,median,p75',
    good: 'US,gross,3053,4513931.12,95.00,140.25,201.7',
    row: {
      place: 'US',
      kind: 'gross',
      hospitals: 3053,
      meanCents: 451_393_112,
      p25Cents: 9500,
      medianCents: 14_025,
      p75Cents: 20_170,
    },
    bad: [
      ['USA,gross,1,1.00,1.00,1.00,1.00', 'place'],
      ['TX,net,1,1.00,1.00,1.00,1.00', 'kind'],
      ['TX,cash,1,1.00,,1.00,1.00', 'p25'],
    ],
  },
  {
    name: 'readRvus',
    read: readRvus,
    heading: 'year,release,code,modifier,status,work_rvu,pe_rvu_nonfac,pe_rvu_fac,mp_rvu,mult_proc',
    good: '2026,RVU26C,97110,,A,0.45,0.40,0.4,1,5',
    row: {
      year: 2026,
      release: 'RVU26C',
      code: '97110',
      modifier: '',
      status: 'A',
      workRvu: 45,
      nonFacilityPeRvu: 40,
      facilityPeRvu: 40,
      malpracticeRvu: 100,
      multipleProcedure: '5',
    },
    bad: [
      ['2026,RVU26C,97110,,A,0.455,0.40,0.40,0.01,5', 'work_rvu'],
      ['2026,RVU26C,97110,,A,0.45,NA,0.40,0.01,5', 'pe_rvu_nonfac'],
      ['26,,97110,,A,0.45,0.40,0.40,0.01,5', 'release'],
    ],
  },
  {
    name: 'readGpcis',
    read: readGpcis,
    heading: 'year,release,mac,state,locality,locality_name,work_gpci,pe_gpci,mp_gpci',
    good: '2026,RVU26C,02102,AK,01,ALASKA,1.5,1.118,0.661',
    row: {
      year: 2026,
      release: 'RVU26C',
      mac: '02102',
      place: 'AK',
      locality: '01',
      name: 'ALASKA',
      workGpci: 1500,
      peGpci: 1118,
      malpracticeGpci: 661,
    },
    bad: [
      ['2026,RVU26C,02102,GU,01,GUAM,1.5,1.118,0.661', 'state'],
      ['2026,RVU26C,02102,AK,01,ALASKA,"1,5",1.118,0.661', 'work_gpci'],
    ],
  },
  {
    name: 'readConversionFactors',
    read: readConversionFactors,
    heading: 'year,effective_from,effective_to,conversion_factor,applies_to',
    good: '2024,2024-03-09,2024-12-31,33.2875,all',
    row: { year: 2024, from: '2024-03-09', to: '2024-12-31', factor: 332_875, appliesTo: 'all' },
    bad: [
      ['2024,3/9/2024,2024-12-31,33.2875,all', 'effective_from'],
      ['2024,2024-03-09,2024-12-31,33.28751,all', 'conversion_factor'],
      ['2026,2026-01-01,2026-12-31,33.4009,nonQP (everyone)', 'applies_to'],
    ],
  },
  {
    name: 'readLocalities',
    read: readLocalities,
    heading: 'year,mac,locality,state,area,counties',
    good: '2025,01112,62,CA,RIVERSIDE,"SAN BERNARDINO, RIVERSIDE"',
    row: {
      year: 2025,
      mac: '01112',
      locality: '62',
      place: 'CA',
      area: 'RIVERSIDE',
      counties: 'SAN BERNARDINO, RIVERSIDE',
    },
    bad: [['2025,01112,62,CALIFORNIA,RIVERSIDE,ALL', 'state']],
  },
];

describe.each(readers)('$name', ({ read, heading, good, row, bad }) => {
  test('reads a good line', () => {
    const result = read(`${heading}\n${good}\n`, 'file.csv');
    expect(result).toEqual({ rows: [row], present: 1, leftOut: 0, problems: [] });
  });

  test('finds its columns by name, in any order, among others', () => {
    const columns = heading.split(',');
    const other = ['extra', ...columns.toReversed()].join(',');
    expect(read(`${other}\n`, 'file.csv').problems).toEqual([]);
  });

  test.each(bad)('leaves out %s', (line, column) => {
    const result = read(`${heading}\n${line}\n${good}\n`, 'file.csv');
    expect(result.rows).toEqual([row]);
    expect([result.present, result.leftOut]).toEqual([2, 1]);
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toMatchObject({ file: 'file.csv', line: 2, column, leftOut: true });
  });

  test('never throws, and read + left out = present', () => {
    const line = fc.oneof(fc.constant(good), fc.string(), fc.constant(heading), fc.constant(`"${good}`));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const result = read([heading, ...lines].join('\n'), 'file.csv');
        expect(result.rows.length + result.leftOut).toBe(result.present);
      }),
      { numRuns: 40 },
    );
  });
});

test('decimals are read digit by digit: every value of CMS gives the whole number its digits spell', () => {
  // 1.005 × 1000 is 1004.9999999999999 in binary; and so for other thousandths.
  const heading = 'year,release,mac,state,locality,locality_name,work_gpci,pe_gpci,mp_gpci';
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (thousandths) => {
      const text = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;
      const { rows } = readGpcis(`${heading}\n2026,R,1,AK,1,A,${text},1.000,1.000\n`, 'gpci.csv');
      expect(rows[0]?.workGpci).toBe(thousandths);
    }),
  );
});

describe('readRelease', () => {
  const sha256 = 'a'.repeat(64);
  const release = {
    id: '2026-11-22.0123abcd',
    date: '2026-11-22',
    inputs: [{ path: 'codes.csv', bytes: 1, sha256, provenance: 'Ours.' }],
    files: [{ path: 'rates/97110/TX.csv', bytes: 2, rows: 1, sha256 }],
  };

  test('reads the list', () => {
    expect(readRelease(JSON.stringify(release), 'release.json')).toEqual({ release, problems: [] });
  });

  test.each([
    ['no JSON', '<!doctype html>', 'This is not JSON'],
    ['cut short', JSON.stringify(release).slice(0, 60), 'This is not JSON'],
    ['an array', '[]', 'This is not the list of the release as expected'],
    ['a path out of the folder', JSON.stringify(release).replace('rates/97110', '../..'), 'not a path below'],
    ['a path of another site', JSON.stringify(release).replace('rates/', 'https://x/'), 'not a path below'],
    ['a missing hash', JSON.stringify(release).replaceAll(sha256, ''), 'not a SHA-256'],
    [
      'negative bytes',
      JSON.stringify(release).replace('"bytes":2', '"bytes":-2'),
      'This is not the list of the release as expected',
    ],
  ])('refuses %s with a reason', (_, text, told) => {
    const result = readRelease(text, 'release.json');
    expect(result.release).toBeUndefined();
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]?.message).toContain(told);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readRelease(text, 'release.json').problems).toHaveLength(1);
      }),
    );
  });
});
