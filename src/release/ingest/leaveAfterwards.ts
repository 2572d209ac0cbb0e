import type { LeaveReason } from '../../data/formats/formatReader.ts';
import type { IngestedFile } from '../../data/ingestOrder.ts';
import type { Cell, Database } from './database.ts';
import type { AccountedFile } from './readInputs.ts';

/**
 * What a reader could not know is found by the set work: that nobody with a name or a place is paid, that the payer
 * is none, that no rate file holds the amount. The accounts of the files with those rates moved from read to left out, so that both still add up.
 */
export async function leaveAfterwards(
  database: Database,
  files: readonly AccountedFile[],
  tooLarge: (file: number) => number,
): Promise<readonly IngestedFile[]> {
  const rows = await database.rows('SELECT file, reason, rates FROM left_out ORDER BY file, reason');
  return files.map(({ numbers, ...file }) => {
    const own: (readonly Cell[])[] = rows.filter(([number]) => numbers.includes(Number(number)));
    for (const number of numbers) {
      if (tooLarge(number) > 0) own.push([number, 'not-an-amount', tooLarge(number)]);
    }
    const leftOut: Partial<Record<LeaveReason, number>> = { ...file.account.leftOut };
    let moved = 0;
    for (const [, reason, rates] of own) {
      const known = reason as LeaveReason;
      leftOut[known] = (leftOut[known] ?? 0) + Number(rates);
      moved += Number(rates);
    }
    return { ...file, account: { ...file.account, read: file.account.read - moved, leftOut } };
  });
}
