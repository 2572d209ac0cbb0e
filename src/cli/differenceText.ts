import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import { spreadsheetCsv } from '../export/spreadsheetCsv.ts';
import { countOf } from '../text/numbers.ts';
import type { OutputFormat } from './cliRequest.ts';
import { printable } from './printable.ts';
import { textTable } from './textTable.ts';

/** One thing that differs: something that came or went, or a figure with its value in both, blank where it has none. */
export interface DifferenceLine {
  /** code, place, payer, file, figure or medicare. */
  readonly what: string;
  readonly name: string;
  readonly measure: string;
  readonly was: string;
  readonly now: string;
  readonly why: string;
}

interface Difference {
  readonly was: ReleaseDigest;
  readonly now: ReleaseDigest;
  readonly lines: readonly DifferenceLine[];
}

/** Raised whenever a reader of the old form could misread the new one. */
const schema = { name: 'rate-atlas/diff', version: 1 } as const;

/** A terminal shows this many figures, those that moved most; CSV and JSON have all. */
const shownFigures = 40;

/** Two releases compared, in the form asked for. */
export function differenceText({ was, now, lines }: Difference, format: OutputFormat): string {
  switch (format) {
    case 'csv':
      return spreadsheetCsv([
        ['what', 'name', 'measure', 'was', 'now', 'why'],
        ...lines.map((line) => [
          line.what,
          line.name,
          line.measure,
          numberOf(line.was),
          numberOf(line.now),
          line.why,
        ]),
      ]);
    case 'json':
      return `${JSON.stringify({ schema, was: headOf(was), now: headOf(now), lines }, null, 1)}\n`;
    case 'table':
      return tableOf(was, now, lines);
  }
}

function headOf({ id, date, counts }: ReleaseDigest) {
  return { id, date, counts };
}

function numberOf(text: string): string | { readonly number: string } {
  return text === '' ? '' : { number: text };
}

function tableOf(was: ReleaseDigest, now: ReleaseDigest, lines: readonly DifferenceLine[]): string {
  const counts = `${countOf(was.counts.rates, 'rate line')} of ${was.id}, ${countOf(now.counts.rates, 'rate line')} of ${now.id}.`;
  if (lines.length === 0) return `${counts} Nothing differs.\n`;
  const isAmount = ({ what }: DifferenceLine) => what === 'figure' || what === 'medicare';
  const amounts = lines.filter(isAmount).toSorted((a, b) => shift(b) - shift(a));
  const shown = [...lines.filter((line) => !isAmount(line)), ...amounts.slice(0, shownFigures)];
  const rows = shown.map(({ what, name, measure, was: before, now: after, why }) =>
    [what, name, measure, before, after, why].map(printable),
  );
  const hidden = amounts.length - shownFigures;
  return [
    counts,
    '',
    ...textTable(
      [['What', 'Name', 'Measure', 'Was', 'Now', 'Why'], ...rows],
      (column) => column === 3 || column === 4,
    ),
    ...(hidden > 0 ? ['', `${countOf(hidden, 'more figure')} moved less; --format csv has all.`] : []),
    '',
  ].join('\n');
}

/** How far it moved: as a share of what it was, and without bound where it came or went. */
function shift({ was, now }: DifferenceLine): number {
  if (was === '' || now === '') return Number.POSITIVE_INFINITY;
  return Math.abs(Number(now) / Number(was) - 1);
}
