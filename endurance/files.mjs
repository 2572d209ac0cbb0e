import { inFreshBrowser } from '../bench/support/browser.mjs';
import { gzipServer } from '../bench/support/gzipServer.mjs';
import { site } from '../bench/support/site.mjs';
import { held, sayGrowth } from './heap.mjs';

const loads = 200;
const every = 10;
const linesOfEach = 2000;

/**
 * A file of 2,000 rates opened on the desk and taken away, 200 times.
 *
 * @returns {Promise<boolean>} whether the page and its workers hold no more in the end than after the first quarter
 */
export async function files() {
  const { folder } = await site();
  const server = await gzipServer(folder);
  try {
    const samples = await inFreshBrowser(async (page, session) => {
      page.setDefaultTimeout(60_000);
      await page.goto(`${server.origin}/own/`);
      await page.getByLabel('Choose files').waitFor({ state: 'attached' });
      const found = [{ after: 0, held: await held(page, session) }];
      for (let after = 0; after < loads; after += every) {
        await page.evaluate(openAndRemove, { from: after, count: every, lines: linesOfEach });
        found.push({ after: after + every, held: await held(page, session) });
      }
      return found;
    });
    return sayGrowth(`${loads} files of ${linesOfEach} rates opened and taken away`, samples);
  } finally {
    server.stop();
  }
}

/**
 * Runs in the page, as a test's driver keeps what it has touched. Each file has amounts and names of its own, so that
 * nothing of one can stand for another.
 *
 * @param {{ from: number, count: number, lines: number }} which
 */
async function openAndRemove({ from, count, lines }) {
  for (let load = from; load < from + count; load++) {
    const rows = Array.from(
      { length: lines },
      (_, row) => `97110,Aetna,${50 + (row % 97)}.${10 + (load % 90)},TX,Provider ${load} ${row},2026-01-15`,
    );
    const chosen = new DataTransfer();
    const text = `code,payer,rate,state,provider,date\n${rows.join('\n')}\n`;
    chosen.items.add(new File([text], 'mine.csv', { type: 'text/csv' }));
    const input = await found('choice of files', () => document.querySelector('input[type="file"]'));
    if (input instanceof HTMLInputElement) input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const remove = () =>
      [...document.querySelectorAll('button')].find((button) => button.textContent === 'Remove my rates');
    (await found('button to remove', remove)).click();
    await found('page without it', () => (remove() ? null : document.body));
  }

  /**
   * @template Thing
   * @param {string} what @param {() => Thing | null | undefined} look @returns {Promise<Thing>}
   */
  async function found(what, look) {
    const until = performance.now() + 60_000;
    for (;;) {
      const thing = look();
      if (thing) return thing;
      if (performance.now() > until) throw new Error(`no ${what} came`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
