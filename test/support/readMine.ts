import { csvTable } from '../../src/data/csvTable.ts';
import { type OwnRates, type OwnReading, readOwnTable } from '../../src/data/ownRates.ts';
import { shippedAliases } from './releaseData.ts';

const deleted = new Map<string, readonly string[]>([
  ['97001', ['97161', '97162', '97163']],
  ['97002', []],
]);

/** The lines of a file named `mine.csv` as own rates; 97001 and 97002 are deleted codes. */
export function readMine(
  lines: readonly string[],
  more: Partial<OwnReading> = {},
  onProgress?: (fraction: number) => void,
): OwnRates {
  const table = csvTable(lines.join('\n'), 'mine.csv');
  return readOwnTable(table, 'mine.csv', { deleted, aliases: shippedAliases(), ...more }, onProgress);
}
