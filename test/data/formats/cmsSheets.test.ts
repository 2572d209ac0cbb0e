import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { Format } from '../../../src/data/formats/formatReader.ts';
import { cmsSheet, readCmsWorkbook } from '../../../src/data/formats/readCmsWorkbook.ts';

type Sheet = readonly (readonly (string | number | null)[])[];

async function workbook(sheets: Readonly<Record<string, Sheet>>): Promise<Uint8Array> {
  const written = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
  }));
  return new Uint8Array(await writeXlsxFile(written as never).toBuffer());
}

async function read(sheets: Readonly<Record<string, Sheet>>) {
  const rows: unknown[] = [];
  const sinks: (readonly [string, string])[] = [];
  const account = await readCmsWorkbook(
    await workbook(sheets),
    (file: string, format: Format) => {
      sinks.push([file, format.id]);
      return { head() {}, group() {}, rate() {}, tableRow: (row) => rows.push(row) };
    },
    { file: 'book.xlsx', wants: () => true },
  );
  return { rows, sinks, account };
}

const title = ['COUNTIES INCLUDED IN 2025 LOCALITIES'];
const heading = ['Contractor', 'Locality', 'State', 'Fee Schedule Area', 'Counties'];
const row = [10112, 0, ' ALABAMA ', 'STATEWIDE', 'ALL COUNTIES'];

describe('a workbook with a table of CMS', () => {
  test('is read from the first sheet that is one, its lines being the sheet’s rows', async () => {
    const { rows, sinks, account } = await read({
      About: [['Nothing'], ['here']],
      Counties: [title, heading, [null], row, ['02102', 1, 'ALASKA', 'STATEWIDE']],
      More: [title, heading, row],
    });
    expect(rows).toEqual([
      {
        kind: 'locality',
        at: 4,
        year: 2025,
        mac: '10112',
        locality: '00',
        place: 'AL',
        stateName: 'ALABAMA',
        area: 'STATEWIDE',
        counties: 'ALL COUNTIES',
        servedByTwoCarriers: false,
        countiesAreCut: false,
      },
    ]);
    expect(sinks).toEqual([['book.xlsx', 'locco']]);
    expect(account).toEqual({
      format: 'locco',
      present: 2,
      read: 1,
      leftOut: { unreadable: 1 },
      // A row that is shorter than others has blank cells at its end.
      problems: [
        {
          file: 'book.xlsx',
          line: 5,
          column: 'Counties',
          found: '',
          message: 'The line is cut off: it names no counties.',
          leftOut: true,
        },
      ],
      notes: ['Read from the sheet “Counties”. Lines are the sheet’s rows.'],
    });
  });

  test('is known by what stands in the first sixty rows', async () => {
    const above = (count: number) => Array.from({ length: count }, (_, at) => [`x${at}`]);
    const known = async (count: number) => {
      const found = await cmsSheet(await workbook({ Table: [...above(count), title] }));
      return found && [found.sheet, found.format.id, found.rows.length];
    };
    expect(await known(29)).toEqual(['Table', 'locco', 30]);
    // The text form is known by its first thirty lines.
    expect(await known(30)).toBeUndefined();
    const rvu = ['National Physician Fee Schedule Relative Value File'];
    const values = async (count: number) =>
      (await cmsSheet(await workbook({ T: [...above(count), rvu] })))?.format.id;
    expect([await values(59), await values(60)]).toEqual(['pprrvu', undefined]);
  });
});
