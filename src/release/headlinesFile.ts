import { rateDictionaries } from '../data/rateDictionaries.ts';
import { readConversionFactors } from '../data/readConversionFactors.ts';
import { readGpcis } from '../data/readGpcis.ts';
import { headlineColumns } from '../data/readHeadlines.ts';
import { readPlans } from '../data/readPlans.ts';
import { readProviders } from '../data/readProviders.ts';
import { readRateFile } from '../data/readRateFile.ts';
import { readRvus } from '../data/readRvus.ts';
import { readSources } from '../data/readSources.ts';
import type { Cell } from '../domain/cell.ts';
import { codeHeadline } from '../domain/codeHeadline.ts';
import { buildFeeSchedule } from '../domain/feeSchedule.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import { csvFile } from './csvFile.ts';
import { dollarText } from './dollarText.ts';
import type { OutputFile } from './outputFile.ts';

/**
 * The catalogue's headline figures, so that the home page need not fetch every code. Computed from the files this
 * release ships, read back with the app's own readers: a headline cannot differ from the page it leads to.
 */
export function headlinesFile(outputs: readonly OutputFile[]): OutputFile {
  const texts = new Map(outputs.map((output) => [output.path, output.text]));
  const read = <Result>(path: string, reader: (text: string, file: string) => Result) =>
    reader(texts.get(path) ?? '', path);
  const dictionaries = rateDictionaries(
    read('providers.csv', readProviders).rows,
    read('plans.csv', readPlans).rows,
    read('sources.csv', readSources).rows,
  );
  const schedule = buildFeeSchedule({
    rvus: read('medicare/rvu.csv', readRvus).rows,
    gpcis: read('medicare/gpci.csv', readGpcis).rows,
    factors: read('medicare/conversion-factors.csv', readConversionFactors).rows,
  });
  const codes = outputs.flatMap(({ path }) => /^rates\/([^/]+)\/national\.csv$/.exec(path)?.[1] ?? []).sort();
  const rows = codes.map((code) => {
    const path = `rates/${code}/national.csv`;
    const { table } = readRateFile(texts.get(path) ?? '', path, code, dictionaries);
    const headline = codeHeadline(table, schedule);
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
