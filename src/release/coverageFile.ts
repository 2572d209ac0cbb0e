import { compareText } from './compareText.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';
import type { SourceRate } from './readSourceRates.ts';

/** How many rates there are by place, payer, plan line and file year, over all codes: what the data page shows. */
export function coverageFile(rates: readonly SourceRate[]): OutputFile {
  const counts = new Map<string, { cells: readonly string[]; rates: number }>();
  for (const rate of rates) {
    const cells = [rate.place, rate.payer, rate.line, rate.fileDate.slice(0, 4)];
    const key = cells.join('|');
    const known = counts.get(key);
    if (known) known.rates++;
    else counts.set(key, { cells, rates: 1 });
  }
  const rows = [...counts].toSorted(([a], [b]) => compareText(a, b));
  return csvFile(
    'coverage.csv',
    ['place', 'payer', 'line', 'year', 'rates'],
    rows.map(([, { cells, rates: count }]) => [...cells, String(count)]),
  );
}
