import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { medicareTrend } from '../../src/domain/medicareTrend.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { citation } from '../../src/export/citation.ts';
import { clipboardTable } from '../../src/export/clipboardTable.ts';
import { exactDollars } from '../../src/export/exactDollars.ts';
import { confidential, type ExportContext } from '../../src/export/exportContext.ts';
import { exportName } from '../../src/export/exportName.ts';
import { figureCsv } from '../../src/export/figureCsv.ts';
import { figureJson } from '../../src/export/figureJson.ts';
import { figureXlsx } from '../../src/export/figureXlsx.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { medicareTrendFigure } from '../../src/figures/medicareTrendFigure.ts';
import { scopeSentence } from '../../src/text/scopeSentence.ts';
import {
  centsOf,
  disarmedText,
  expectSameNumbers,
  hostileFigure,
  hostileRows,
  hostileWords,
  type Line,
  separatedCells,
  texasContext,
  texasFigure,
  workedBuca,
} from '../support/exportSamples.ts';
import { shippedSchedule } from '../support/releaseData.ts';

/** The table of a CSV: the lines after the blank one and the headings. */
function csvTable(csv: string) {
  const rows = separatedCells(csv, ',');
  const blank = rows.findIndex((row) => row.length === 1 && row[0] === '');
  return {
    about: rows.slice(0, blank),
    headings: rows[blank + 1] ?? [],
    lines: rows.slice(blank + 2).filter((row) => row.length > 1),
  };
}

async function workbook(of: Figure, about: ExportContext) {
  const file = Buffer.from(await (await figureXlsx(of, about)).arrayBuffer());
  return { sheets: await readExcelFile(file), parts: unzipSync(file) };
}

describe('97110 in Texas, read back', () => {
  it('from CSV: every number, in dollars, under headings with units', () => {
    const { about, headings, lines } = csvTable(figureCsv(texasFigure, texasContext));
    expect(headings.slice(0, 4)).toEqual(['Payer', 'Votes', 'Rates', 'Mean (USD)']);
    expect(headings).toContain('% of Medicare (1 = 100%)');
    expect(lines[0]?.slice(0, 8)).toEqual(workedBuca);
    expect(lines[0]?.at(-1)).toBe('mean outside P25–P75');
    expect(expectSameNumbers(lines, texasFigure, true)).toBe(8 * 8 - 1);
    const said = new Map(about.map(([name = '', text = '']) => [name, text]));
    expect(said.get('Figure')).toBe('Texas benchmark for 97110');
    expect(said.get('Release')).toBe('2026-11-22.9f0cbe38 of 2026-11-22');
    expect(said.get('Page')).toBe('https://example.org/atlas/code/97110/TX/');
    expect(said.get('Scope')).toBe(scopeSentence(defaultScope));
    expect(said.get('Method')).toBe(texasFigure.method);
    expect(said.get('Sources')).toBe(texasFigure.sources);
    expect(about.filter(([name]) => name === 'Note').map(([, text]) => text)).toEqual(texasFigure.notes);
  });

  it('from XLSX: numbers as numbers, a frozen header, formats, and a sheet on the method', async () => {
    const { sheets, parts } = await workbook(texasFigure, texasContext);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Figures', 'Method']);
    const [head = [], ...lines] = sheets[0]?.data ?? [];
    expect(head.slice(0, 4)).toEqual(['Payer', 'Votes', 'Rates', 'Mean']);
    expect(lines[0]?.slice(1, 8)).toEqual(workedBuca.slice(1).map(Number));
    expect(expectSameNumbers(lines as Line[], texasFigure, false)).toBe(8 * 8 - 1);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    const look = strFromU8(parts['xl/styles.xml'] as Uint8Array);
    expect(look).toContain('$#,##0.00');
    expect(look).toContain('0.0%');
    const method = new Map((sheets[1]?.data ?? []).map(([name, text]) => [name, text]));
    expect(method.get('Release')).toBe('2026-11-22.9f0cbe38 of 2026-11-22');
    expect(method.get('Method')).toBe(texasFigure.method);
    expect(method.get('Median (USD)')).toBe(
      texasFigure.columns.find(({ id }) => id === 'median')?.definition,
    );
  });

  it('from XLSX and a clipboard: a conversion factor is a number with all its digits, a period is words', async () => {
    const trend = medicareTrendFigure(medicareTrend(shippedSchedule(), '97755', 'AK'));
    const { sheets, parts } = await workbook(trend, texasContext);
    const [, ...lines] = sheets[0]?.data ?? [];
    expect(lines.at(-1)?.slice(0, 2)).toEqual(['2026 (QP)', 33.5675]);
    expect(lines[0]?.slice(0, 2)).toEqual(['2020', 36.0896]);
    expect(strFromU8(parts['xl/styles.xml'] as Uint8Array)).toContain('formatCode="0.0000"');
    const pasted = clipboardTable(trend, texasContext).html;
    expect(pasted).toContain(String.raw`<td style='mso-number-format:"0\.0000"'>33.5675</td>`);
    // A name that looks like one is still a name.
    const [first, ...rest] = trend.rows;
    if (!first) throw new Error('no row');
    const named = await workbook({ ...trend, rows: [{ ...first, label: '1.008' }, ...rest] }, texasContext);
    expect(named.sheets[0]?.data[1]?.[0]).toBe('1.008');
  });

  it('from XLSX: a day is a date that Excel counts with, a year, a day no month has and a name are words', async () => {
    const [first] = texasFigure.rows;
    if (!first) throw new Error('no row');
    const texts = [
      '2025-03-31',
      '2025',
      '2025-02-29',
      '2024-02-29',
      '1900-01-01',
      '2025-03-31 to 2025-04-30',
    ];
    const days = texts.map((value, at) => ({
      ...first,
      id: `${at}`,
      label: '2025-03-31',
      cells: { day: { kind: 'value', value } as const },
    }));
    const columns = [{ id: 'day', label: 'File date', kind: 'text', definition: 'A day.' } as const];
    const { sheets, parts } = await workbook({ ...texasFigure, columns, rows: days }, texasContext);
    const [, ...lines] = sheets[0]?.data ?? [];
    expect(lines.map(([name, cell]) => [name, cell])).toEqual(
      texts.map((text, at) => ['2025-03-31', at === 0 || at === 3 ? new Date(`${text}T00:00:00Z`) : text]),
    );
    // Excel: =DATE(2025,3,31) is day 45747, =DATE(2024,2,29) day 45351.
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect([...sheet.matchAll(/<v>(4\d{4})<\/v>/g)].map(([, day]) => day)).toEqual(['45747', '45351']);
    expect(strFromU8(parts['xl/styles.xml'] as Uint8Array)).toContain('yyyy-mm-dd');
  });

  it('from JSON: the model itself, with schema, release and address', () => {
    const read = JSON.parse(figureJson(texasFigure, texasContext)) as Record<string, unknown>;
    expect(read).toMatchObject({
      schema: { name: 'rate-atlas/figure', version: 1 },
      release: texasContext.release,
      address: texasContext.address,
      exported: '2026-11-23',
    });
    expect(read['figure']).toEqual(texasFigure);
  });

  it('as a citation in one line', () => {
    expect(citation('Texas benchmark for 97110', { ...texasContext, scope: 'Commercial plans.' })).toBe(
      'Rate Atlas, “Texas benchmark for 97110”; release 2026-11-22.9f0cbe38 (2026-11-22); scope: Commercial plans; https://example.org/atlas/code/97110/TX/; accessed 2026-11-23.',
    );
  });

  it('under headings that are words of JavaScript too', async () => {
    const [first, ...rest] = texasFigure.columns;
    if (!first) throw new Error('no column');
    for (const label of ['constructor', '__proto__', 'toString']) {
      const { sheets } = await workbook(
        { ...texasFigure, columns: [{ ...first, label }, ...rest] },
        texasContext,
      );
      expect(sheets[0]?.data[0]?.[1]).toContain(label);
    }
  });

  it('under a name that says what it is', () => {
    expect(exportName('Texas benchmark for 97110', 'csv')).toBe('texas-benchmark-for-97110.csv');
    expect(exportName('97110, % of Medicare: “all”', 'svg')).toBe('97110-percent-of-medicare-all.svg');
    expect(exportName('…', 'csv')).toBe('figure.csv');
    const long = 'What the same words would have paid for the list of 4 codes, National, 2020 to 2026';
    expect(exportName(long, 'csv')).toBe(
      'what-the-same-words-would-have-paid-for-the-list-of-4-codes-national-2020-to.csv',
    );
    expect(exportName('x'.repeat(100), 'csv')).toBe(`${'x'.repeat(80)}.csv`);
  });
});

describe("a user's own figures", () => {
  const own: ExportContext = { ...texasContext, isOwn: true, address: '' };

  it('are marked confidential in every export, and carry no address', async () => {
    const { about } = csvTable(figureCsv(texasFigure, own));
    expect(about[0]).toEqual(['Confidential', confidential]);
    const { sheets } = await workbook(texasFigure, own);
    expect(sheets[1]?.data[0]).toEqual(['Confidential', confidential]);
    const read = JSON.parse(figureJson(texasFigure, own)) as Record<string, unknown>;
    expect(read).toMatchObject({ confidential, medicareRelease: texasContext.release });
    const { text, html } = clipboardTable(texasFigure, own);
    for (const all of [figureCsv(texasFigure, own), figureJson(texasFigure, own), text, html]) {
      expect(all).toContain(confidential);
      expect(all).not.toContain('https://');
    }
  });
});

describe('any text and any amount', () => {
  it('comes back from CSV and tabs; nothing in them is a formula', () => {
    fc.assert(
      fc.property(hostileRows, (values) => {
        const of = hostileFigure(values);
        const tables = [
          csvTable(figureCsv(of, texasContext)).lines,
          separatedCells(clipboardTable(of, texasContext).text, '\t').slice(1, values.length + 1),
        ];
        for (const lines of tables) {
          values.forEach(([label, , amount, ratio], at) => {
            const [name, words, dollars = '', fraction] = lines[at] ?? [];
            expect([name, words]).toEqual([disarmedText(label), disarmedText(hostileWords(of, at))]);
            expect(centsOf(dollars)).toBe(amount);
            expect(Number(fraction)).toBe(ratio);
          });
        }
        const cells = separatedCells(figureCsv(of, texasContext), ',').flat();
        expect(cells.filter((cell) => /^[=@\t\r]|^[+-](?!\d|\.)/.test(cell))).toEqual([]);
      }),
    );
  });

  it('comes back from XLSX, control characters aside, and no cell is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRows, async (values) => {
        const of = hostileFigure(values);
        const { sheets, parts } = await workbook(of, texasContext);
        const [, ...lines] = sheets[0]?.data ?? [];
        values.forEach(([, , amount, ratio], at) => {
          expect(lines[at]?.[2]).toBe(Number(exactDollars(amount)));
          expect(lines[at]?.[3]).toBe(ratio);
        });
        expect(strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)).not.toContain('<f>');
      }),
      { numRuns: 30 },
    );
    const of = hostileFigure([
      ['=1+1', '-2 "x" <y> & z', -5, 0.5],
      ['toString', '__proto__', 5, 0.25],
    ]);
    const { sheets } = await workbook(of, texasContext);
    expect(sheets[0]?.data[1]).toEqual(['=1+1', '-2 "x" <y> & z', -0.05, 0.5]);
    expect(sheets[0]?.data[2]).toEqual(['toString', '__proto__', 0.05, 0.25]);
  });

  it('JSON returns the model', () => {
    fc.assert(
      fc.property(hostileRows, (values) => {
        const of = hostileFigure(values);
        const read = JSON.parse(figureJson(of, texasContext)) as { figure: Figure };
        expect(read.figure).toEqual(of);
      }),
    );
  });
});
