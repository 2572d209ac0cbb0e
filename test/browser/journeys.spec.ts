import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { addressesInPictures } from './support/pictures.ts';
import { readJourneys } from './support/readJourneys.ts';
import { openPage } from './support/settled.ts';
import { readRow } from './support/tables.ts';
import { expect, test } from './support/test.ts';

const journeys = readJourneys(readFileSync(path.join(import.meta.dirname, 'journeys.txt'), 'utf8'));

for (const { address, words, rows } of journeys) {
  const isJudgedInPictures = addressesInPictures.includes(address);
  test(`${address} shows what journeys.txt says${isJudgedInPictures ? '' : ', and axe finds nothing'}`, async ({
    page,
  }) => {
    await openPage(page, address);
    for (const phrase of words) {
      await expect(page.locator('body')).toContainText(phrase);
    }
    for (const { table, row, cells } of rows) {
      const shown = await readRow(page, table, row);
      // Looking for each cell behind the one before keeps the order of the columns part of the test.
      let from = 0;
      for (const cell of cells) {
        const at = shown.indexOf(cell, from);
        expect(at, `"${cell}" in ${table}, row ${row}: ${shown.join(' | ')}`).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
    }
    // Once is enough: layout.spec.ts shows axe the same page in the same state.
    if (!isJudgedInPictures) await expectAccessible(page);
  });
}
