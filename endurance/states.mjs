import { inFreshBrowser } from '../bench/support/browser.mjs';
import { gzipServer } from '../bench/support/gzipServer.mjs';
import { largeSite } from '../bench/support/largeSite.mjs';
import { site, typescript } from '../bench/support/site.mjs';
import { held, sayGrowth } from './heap.mjs';

/**
 * The page of a code, leafed through its states again and again.
 *
 * @returns {Promise<boolean>} whether it holds no more in the end than after the first quarter
 */
export async function states() {
  const { folder } = await site();
  const { places } = await typescript('src/domain/place.ts');
  const codes = places.map((/** @type {{ code: string }} */ { code }) => code);
  // Whole rounds, so that each sample is of the same page.
  return leaf('the state switched 2,000 times, 97110', folder, codes, {
    switches: 38 * codes.length,
    every: 2 * codes.length,
  });
}

/**
 * The same with 100,000 votes in the nation, between two states of many.
 *
 * @returns {Promise<boolean>}
 */
export async function large() {
  const made = await largeSite(100_000);
  try {
    return await leaf('the state switched 200 times, 100,000 votes', made.folder, ['TX', 'TN'], {
      switches: 200,
      every: 20,
    });
  } finally {
    made.remove();
  }
}

/**
 * @param {string} what
 * @param {string} folder
 * @param {readonly string[]} codes
 * @param {{ switches: number, every: number }} how
 */
async function leaf(what, folder, codes, { switches, every }) {
  const server = await gzipServer(folder);
  try {
    const samples = await inFreshBrowser(async (page, session) => {
      page.setDefaultTimeout(120_000);
      await page.goto(`${server.origin}/code/97110/`);
      await page.getByRole('combobox', { name: 'State', exact: true }).waitFor();
      const found = [{ after: 0, held: await held(page, session) }];
      for (let after = 0; after < switches; after += every) {
        await page.evaluate(switchStates, { codes, from: after, count: every });
        found.push({ after: after + every, held: await held(page, session) });
      }
      return found;
    });
    return sayGrowth(what, samples);
  } finally {
    server.stop();
  }
}

/**
 * Runs in the page: chooses one state after the other, each once the one before is there.
 *
 * @param {{ codes: readonly string[], from: number, count: number }} which
 */
async function switchStates({ codes, from, count }) {
  for (let index = from; index < from + count; index++) {
    const code = codes[index % codes.length] ?? '';
    const select = [...document.querySelectorAll('select')].find(
      (each) => each.labels[0]?.textContent?.startsWith('State') && each.querySelector('option[value="TX"]'),
    );
    if (!select) throw new Error('the page has no choice of states');
    // As a hand would: React takes a value that a script sets itself for one it knows.
    for (const option of select.options) option.selected = option.value === code;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const until = performance.now() + 60_000;
    while (
      !location.pathname.endsWith(`/${code}/`) ||
      document.querySelector('[aria-busy="true"]:not([role="status"])')
    ) {
      if (performance.now() > until) throw new Error(`${code} did not come`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}
