import writeXlsxFile from 'write-excel-file/node';
import { cmsText } from './cmsFiles.ts';

/** A text form saved as a workbook, as a spreadsheet would: what looks like a number is one. */
export async function cmsWorkbook(file: string): Promise<Uint8Array> {
  const rows = cmsText(file)
    .split('\r\n')
    .map((line) =>
      (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).map((cell) => {
        const text = cell.replace(/,$/, '').replace(/^"(.*)"$/, '$1');
        if (text.trim() === '') return null;
        return /^\d+(\.\d+)?$/.test(text) ? { value: Number(text) } : { value: text };
      }),
    );
  const sheets = [
    { sheet: 'About', data: [[{ value: 'Nothing here' }]] },
    { sheet: 'Table', data: rows },
  ];
  return new Uint8Array(await writeXlsxFile(sheets as never).toBuffer());
}
