import { inFreshBrowser } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { site, typescript } from './support/site.mjs';
import { printTable, short } from './support/statistics.mjs';

/**
 * The page's heap (after collecting garbage) at the start, after leafing through all 53 states, and after doing so
 * again: what the second round adds is what leaks.
 *
 * @returns {Promise<boolean>} whether every state's page came
 */
export async function memory() {
  const { folder } = await site();
  const { places } = await typescript('src/domain/place.ts');
  const server = await gzipServer(folder);
  const measured = await inFreshBrowser(async (page, session) => {
    await page.goto(`${server.origin}/code/97110/`);
    await settled();
    const heaps = [await heap()];
    for (let round = 0; round < 2; round++) {
      for (const { code } of places) {
        await page.getByRole('combobox', { name: 'State', exact: true }).selectOption(code);
        await page.waitForURL((url) => url.pathname.endsWith(`/${code}/`));
        await settled();
      }
      heaps.push(await heap());
    }
    return heaps;

    async function settled() {
      await page.getByRole('heading', { level: 1 }).waitFor();
      // While the next place loads the one before stays, marked as busy; parts further down may wait to be seen.
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]:not([role="status"])'));
    }
    async function heap() {
      await page.waitForTimeout(500);
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
    }
  });
  server.stop();
  const [start = 0, once = 0, twice = 0] = measured;
  console.log(`\nHeap after leafing through ${places.length} places of 97110, garbage collected`);
  printTable([
    ['', 'MB', '× start'],
    ['start', short(start), ''],
    ['after all places', short(once), short(once / start)],
    ['after all places again', short(twice), short(twice / start)],
  ]);
  return true;
}
