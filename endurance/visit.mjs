import { inFreshBrowser } from '../bench/support/browser.mjs';
import { gzipServer } from '../bench/support/gzipServer.mjs';
import { site } from '../bench/support/site.mjs';

/** A visit's bodies, gzipped: generous, so that only a mistake breaks it. */
const mostBytes = 1_000_000;

/**
 * What one visit takes from the host: the first page, a code, a state, a control. Cold without a worker; cold with it,
 * which fetches what makes the pages work offline; and again in the same browser, with the worker there.
 *
 * @returns {Promise<boolean>} whether a cold visit stays under its bound and a second one takes less than the first
 */
export async function visit() {
  const { folder } = await site();
  /** @type {{ requests: number, bytes: number }} */
  let step = { requests: 0, bytes: 0 };
  const server = await gzipServer(folder, undefined, (_, bytes) => {
    step.requests += 1;
    step.bytes += bytes;
  });
  try {
    const cold = await inFreshBrowser((page) => walk(page));
    const [first, again] = await inFreshBrowser(
      async (page) => {
        const before = await walk(page);
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        await page.waitForTimeout(3000);
        const worker = take('worker, in the background');
        /** @type {[typeof cold, typeof cold]} */
        const both = [[...before, worker], await walk(page)];
        return both;
      },
      { serviceWorkers: 'allow' },
    );
    const total = (/** @type {typeof cold} */ steps) => steps.reduce((sum, { bytes }) => sum + bytes, 0);
    say('cold, no worker', cold);
    say('cold, with the worker', first);
    say('again, the worker there', again);
    const isRight = total(cold) <= mostBytes && total(again) < total(first);
    console.log(
      `  ${isRight ? 'met   ' : 'MISSED'}  a cold visit at most ${mostBytes / 1000} kB, a second one less`,
    );
    return isRight;
  } finally {
    server.stop();
  }

  /** @param {import('@playwright/test').Page} page */
  async function walk(page) {
    page.setDefaultTimeout(60_000);
    await page.goto(server.origin);
    const find = page.getByRole('searchbox', { name: 'Find a billing code' });
    await find.waitFor();
    await page.waitForLoadState('networkidle');
    const steps = [take('home')];
    await page.goto(`${server.origin}/code/97110/`);
    await page.getByRole('combobox', { name: 'State', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    steps.push(take('97110'));
    await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('TX');
    await page.getByRole('table', { name: 'Texas benchmark for 97110' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1000);
    steps.push(take('Texas'));
    await page.getByRole('combobox', { name: 'Site', exact: true }).selectOption('all');
    await page.waitForURL(/site=all/);
    await page.waitForTimeout(2000);
    steps.push(take('all sites'));
    return steps;
  }

  /** @param {string} name */
  function take(name) {
    const taken = { name, ...step };
    step = { requests: 0, bytes: 0 };
    return taken;
  }

  /** @param {string} what @param {readonly { name: string, requests: number, bytes: number }[]} steps */
  function say(what, steps) {
    const all = steps.reduce((sum, { bytes }) => sum + bytes, 0);
    const parts = steps.map(({ name, requests, bytes }) => `${name} ${kilobytes(bytes)} in ${requests}`);
    console.log(`  ${what}: ${kilobytes(all)}: ${parts.join('; ')}`);
  }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
