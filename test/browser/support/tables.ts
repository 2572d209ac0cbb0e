import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/**
 * The cells of one row of a named table, as the reader sees them.
 *
 * @param table the table's accessible name, e.g. "National benchmark for 97110"
 * @param row the start of the row's header, e.g. "BUCA"
 */
export async function readRow(page: Page, table: string, row: string): Promise<string[]> {
  const header = page
    .getByRole('table', { name: table, exact: true })
    .getByRole('rowheader')
    .filter({ hasText: new RegExp(`^\\s*${row.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) })
    .first();
  await expect(header).toBeVisible();
  // What lies far below is not laid out, and has no words to be seen before it is near.
  // Once is not enough: what is drawn on the way may push it out of sight again, and a browser without a screen draws no
  // frame that nothing asks for.
  await expect(async () => {
    await header.scrollIntoViewIfNeeded();
    await expect(header).toHaveText(/\S/, { useInnerText: true, timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  const cells = await header.locator('xpath=ancestor::tr[1]/*').allInnerTexts();
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
}
