import { headlineColumns } from '../data/readHeadlines.ts';
import type { Cell } from '../domain/cell.ts';
import { codeHeadline } from '../domain/codeHeadline.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import { dollarText } from '../export/dollarText.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';
import type { ReadBack } from './readBack.ts';

/**
 * The catalogue's headline figures, so that the home page need not fetch every code. Computed from the files this
 * release ships, read back with the app's own readers: a headline cannot differ from the page it leads to.
 */
export function headlinesFile({ schedule, rateFiles, rates }: ReadBack): OutputFile {
  const codes = rateFiles.filter(({ place }) => place === null).map(({ code }) => code);
  const rows = codes.map((code) => {
    const headline = codeHeadline(rates(code, null), schedule);
    return [
      code,
      String(headline.rates),
      String(headline.providers),
      String(headline.places),
      String(headline.bucaVotes),
      ...pair(headline.bucaMean, dollars),
      ...pair(headline.bucaMedian, dollars),
      ...pair(headline.percentOfMedicare, percent),
    ];
  });
  return csvFile('headlines.csv', headlineColumns, rows);
}

function dollars(cents: number): string {
  return dollarText(roundHalfAwayFromZero(cents));
}

function percent(fraction: number): string {
  const digits = String(roundHalfAwayFromZero(fraction * 1_000_000)).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** The amount and why it is absent: one of the two is blank. */
function pair(cell: Cell, format: (value: number) => string): readonly [string, string] {
  if (cell.kind === 'value') return [format(cell.value), ''];
  return ['', cell.detail === '' ? cell.reason : `${cell.reason}:${cell.detail}`];
}
