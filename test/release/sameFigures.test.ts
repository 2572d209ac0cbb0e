import { readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createPrerender } from '../../src/app/prerender.tsx';
import { folderFetch } from '../../src/cli/folderFetch.ts';
import { formatFigure } from '../../src/cli/formatFigure.ts';
import { openRelease } from '../../src/cli/openRelease.ts';
import { readCodePage } from '../../src/data/carriedCodePage.ts';
import { codePageData } from '../../src/data/codePageData.ts';
import type { ReleaseLoader } from '../../src/data/loadRelease.ts';
import type { PackedJson } from '../../src/data/packedJson.ts';
import { newestYear } from '../../src/domain/newestYear.ts';
import { places } from '../../src/domain/place.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { figureCsv } from '../../src/export/figureCsv.ts';
import { figureJson } from '../../src/export/figureJson.ts';
import { figureXlsx } from '../../src/export/figureXlsx.ts';
import { brief } from '../../src/figures/brief.ts';
import { codePageModel } from '../../src/figures/codePage.ts';
import { codeView } from '../../src/figures/codeView.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { absenceText } from '../../src/text/absence.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { releaseName } from '../../src/text/releaseText.ts';
import { scopeSentence } from '../../src/text/scopeSentence.ts';
import { packageFolder } from '../support/commandLine.ts';
import { separatedCells } from '../support/exportSamples.ts';
import { type PlainRow, plainBenchmark } from '../support/plainBenchmark.ts';
import { staticTable } from '../support/staticTable.ts';

/**
 * One figure, wherever it is shown. `EVERY_CODE=1` (`npm run figures`) takes every code × place of the release; without
 * it three codes stand for all: many payers, few payers, an office visit.
 */
const [, ...listed] = readFileSync('public/data/codes.csv', 'utf8').trim().split('\n');
const every = listed.map((line) => line.slice(0, line.indexOf(',')));
const codes = process.env['EVERY_CODE'] ? every : ['97110', '97755', '99213'];
const everywhere: readonly (string | null)[] = [null, ...places.map(({ code }) => code)];

// Vitest empties style sheets, also those that are read as text.
vi.mock('../../src/ui/tokens.css?raw', () => ({ default: readFileSync('src/ui/tokens.css', 'utf8') }));

let loader: ReleaseLoader;
let prerender: ReturnType<typeof createPrerender>;
beforeAll(() => {
  loader = openRelease(null, packageFolder);
  const fetchFile = folderFetch('public/data');
  prerender = createPrerender((url) => fetchFile(url));
});

/** Everything the app knows of a code in a place, in its default view. */
async function viewOf(code: string, place: string | null) {
  const data = await codePageData(loader, code, place);
  if (!data) throw new Error(`${code} is not in the release`);
  const { here, nation } = codePageModel(data, place);
  const view = codeView({ here, nation: nation ?? here }, releaseName(data.release), false);
  return { data, view, figure: view.here.figure };
}

/** The figure's cells as the page writes them, row by row, the label first. */
function shown({ columns, rows }: Figure): string[][] {
  return rows.map(({ label, cells }) => [
    label,
    ...columns.map(({ id, kind }) => {
      const cell = cells[id];
      return cell === undefined ? 'Data not available in the input' : formatCell(cell, kind);
    }),
  ]);
}

/** The figure's cells with every digit: dollars for money, words for absences. */
function exact({ columns, rows }: Figure): (number | string)[][] {
  return rows.map(({ label, cells }) => [
    label,
    ...columns.map(({ id, kind }) => {
      const cell = cells[id];
      if (cell === undefined) return 'Data not available in the input';
      if (cell.kind === 'absent') return absenceText(cell);
      return typeof cell.value === 'number' && kind.endsWith('money') ? cell.value / 100 : cell.value;
    }),
  ]);
}

/** Where two tables differ by more than the last bits of a number; the marks at a line's end are not compared. */
function differences(
  found: readonly (readonly unknown[])[] | null,
  expected: readonly (readonly (number | string)[])[],
): string[] {
  if (found === null) return ['there is no table'];
  if (found.length !== expected.length) return [`${found.length} rows instead of ${expected.length}`];
  return expected.flatMap((row, line) =>
    row.flatMap((value, column) => {
      const other = found[line]?.[column];
      const isSame =
        typeof value === 'number'
          ? Math.abs(Number(other) - value) <= 1e-9 * Math.max(1, Math.abs(value))
          : column === 0
            ? String(other).startsWith(value)
            : other === value;
      return isSame ? [] : [`row ${line + 1}, column ${column + 1}: ${String(other)}, not ${value}`];
    }),
  );
}

function csvRows(csv: string): string[][] {
  const rows = separatedCells(csv, ',');
  const blank = rows.findIndex((row) => row.length === 1 && row[0] === '');
  return rows.slice(blank + 2).filter((row) => row.length > 1);
}

const context = {
  release: { id: '2026-01-01.00000000', date: '2026-01-01' },
  scope: scopeSentence(defaultScope),
  isOwn: false,
  address: 'https://example.org/',
  accessed: '2026-11-28',
};

describe.each(codes)('%s: the same figures in the nation and in every place', (code) => {
  test('in the page’s own file, table and facts', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    for (const place of everywhere) {
      const { figure } = await viewOf(code, place);
      const path = place === null ? `code/${code}/` : `code/${code}/${place}/`;
      const { html, embedded } = await prerender.render(path, place === null ? '../../' : '../../../');
      if (!embedded.code) throw new Error(`${path} carries no facts`);
      const { here, nation } = readCodePage(JSON.parse(JSON.stringify(embedded.code)) as PackedJson);
      const fromFacts = codeView({ here, nation: nation ?? here }, releaseName(embedded.release), false).here
        .figure;
      faults.push(
        ...differences(staticTable(html, figure.title), shown(figure)).map(
          (each) => `${path} table: ${each}`,
        ),
        ...differences(exact(fromFacts), exact(figure)).map((each) => `${path} facts: ${each}`),
      );
    }
    expect(faults).toEqual([]);
  });

  test('in CSV, workbook, JSON, on the command line and on paper', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    for (const place of everywhere) {
      const { data, figure } = await viewOf(code, place);
      const workbook = Buffer.from(await (await figureXlsx(figure, context)).arrayBuffer());
      const [sheet] = await readExcelFile(workbook);
      const json = JSON.parse(figureJson(figure, context)) as { figure: Figure };
      const said = { release: context.release, page: '', today: '2026-11-28' };
      const medicareYear = newestYear(data.schedule.years);
      const [part] = brief({
        codes: [data],
        place,
        scope: defaultScope,
        schedule: data.schedule,
        medicareYear,
        origin: releaseName(data.release),
      }).parts;
      const ways: Readonly<Record<string, readonly (readonly unknown[])[] | null>> = {
        CSV: csvRows(figureCsv(figure, context)),
        workbook: sheet?.data.slice(1) ?? null,
        JSON: exact(json.figure),
        'command line': csvRows(formatFigure(figure, 'csv', said)),
        paper: part ? exact(part.view.here.figure) : null,
      };
      for (const [way, rows] of Object.entries(ways)) {
        faults.push(...differences(rows, exact(figure)).map((each) => `${place} ${way}: ${each}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test('in a second, plain reckoning from the text of the release', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    let compared = 0;
    for (const place of everywhere) {
      const { figure } = await viewOf(code, place);
      const plain = plainBenchmark(code, place);
      for (const row of figure.rows) {
        if (row.id === 'medicare-fee-schedule') continue;
        const own = plain.get(row.id);
        const numbers = ['providers', 'rates', 'mean', 'p25', 'median', 'p75'].map((id) => {
          const cell = row.cells[id];
          return cell?.kind === 'value' ? (cell.value as number) : null;
        });
        const theirs = own ? plainNumbers(own) : [null, null, null, null, null, null];
        compared += theirs.filter((value) => value !== null).length;
        numbers.forEach((value, at) => {
          const other = theirs[at] ?? null;
          const isSame = value === null || other === null ? value === other : Math.abs(value - other) < 1e-6;
          if (!isSame) faults.push(`${place} ${row.id}, figure ${at}: ${value}, plainly ${other}`);
        });
      }
      for (const id of plain.keys()) {
        if (!figure.rows.some((row) => row.id === id)) faults.push(`${place}: the page has no row ${id}`);
      }
    }
    expect(faults).toEqual([]);
    // Retired codes have no rates and those of payment groups no vote in the default scope; the rest can be compared.
    expect(compared > 0 || plainBenchmark(code, null).size === 0).toBe(true);
  });
});

function plainNumbers({ votes, rates, mean, quartiles }: PlainRow): (number | null)[] {
  const cents = (dollars: number | undefined) => (dollars === undefined ? null : dollars * 100);
  return [votes, rates, cents(mean), cents(quartiles?.[0]), cents(quartiles?.[1]), cents(quartiles?.[2])];
}
