import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { CmsLine } from '../../../src/data/formats/cmsTables.ts';
import { readCmsWorkbook } from '../../../src/data/formats/readCmsWorkbook.ts';
import { cmsText, readCms } from '../../support/cmsFiles.ts';
import { cmsWorkbook } from '../../support/cmsWorkbook.ts';
import { run } from '../../support/commandLine.ts';

async function linesOf(bytes: Uint8Array) {
  const lines: CmsLine[] = [];
  const account = await readCmsWorkbook(
    bytes,
    () => ({
      head: () => undefined,
      group: () => undefined,
      rate: () => undefined,
      tableRow: (row) => lines.push(row as CmsLine),
    }),
    { file: 'table.xlsx', wants: () => true },
  );
  return { lines: lines.map((line) => ({ ...line, at: 0 })), account };
}

describe('the workbook form of a CMS table', () => {
  test.each(['PPRRVU2026_Jul_nonQPP.sample.csv', 'GPCI2026_RVU26C.csv', 'GPCI2025.csv', '25LOCCO.csv'])(
    '%s: the lines of its text form',
    async (file) => {
      const text = await readCms(cmsText(file));
      const { lines, account } = await linesOf(await cmsWorkbook(file));
      expect(lines).toEqual(text.lines.map((line) => ({ ...line, at: 0 })));
      expect(account).toEqual({
        ...text.account,
        notes: [...text.account.notes, 'Read from the sheet “Table”. Lines are the sheet’s rows.'],
      });
    },
  );

  test('a workbook of another kind, a damaged one and no workbook are none', async () => {
    const other = await writeXlsxFile([[{ value: 'code' }, { value: 'rate' }]] as never).toBuffer();
    expect((await linesOf(new Uint8Array(other))).account).toBeUndefined();
    const damaged = (await cmsWorkbook('GPCI2025.csv')).subarray(0, 3000);
    expect((await linesOf(damaged)).account).toBeUndefined();
    expect((await linesOf(new TextEncoder().encode('code,rate'))).account).toBeUndefined();
  });

  test('check reads it', async () => {
    const { code, out } = await run(['check', '-'], await cmsWorkbook('GPCI2026_RVU26C.csv'));
    expect(code).toBe(0);
    expect(out).toContain('109 lines of cost indices of 2026 beside the release (RVU26C): 109 the same');
  });
});
