import { setTimeout } from 'node:timers/promises';
import { inBareBrowser } from './support/bareBrowser.mjs';
import { inFreshBrowser, slowDown } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { plainPage } from './support/plainPage.mjs';
import { site, typescript } from './support/site.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const address = 'code/97110/TX/';
const runs = Number(process.env['BENCH_RUNS'] ?? 9);

/** @typedef {{ chart: number, table: number, paint: number, shift: number, blocking: number, rows: number }} View */

/**
 * Opening a code's page on a processor 4 times slower over 1.6 Mbit/s with 150 ms of round trip, gzip, no cache:
 * a page written by hand without a script, our prerendered page, and the same app drawing it from nothing.
 *
 * @returns {Promise<boolean>} whether all three showed the chart and a table of as many rows
 */
export async function firstView() {
  const { folder } = await site();
  const { emptyShell } = await typescript('tools/emptyShell.ts');
  const ours = await gzipServer(folder);
  const plain = plainPage(await pageAlive(`${ours.origin}/${address}`));
  const variants = {
    'plain HTML, no script': await gzipServer(folder, () => plain),
    'our page': ours,
    'the app without prerender': await gzipServer(folder, (_, html) => emptyShell(html)),
  };
  /** @type {Record<string, View[]>} */
  const views = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, { origin }] of Object.entries(variants)) {
      views[name]?.push(await openOnce(`${origin}/${address}`));
    }
  }
  for (const server of Object.values(variants)) server.stop();

  console.log(
    `\nFirst view of ${address}, processor 4 × slower, 1.6 Mbit/s, 150 ms round trip, nothing cached`,
  );
  printTable([
    ['', 'first paint', 'chart visible', 'table visible', 'blocking', 'layout shift'],
    ...Object.entries(views).map(([name, seen]) => [
      name,
      spreadText(seen.map(({ paint }) => paint)),
      spreadText(seen.map(({ chart }) => chart)),
      spreadText(seen.map(({ table }) => table)),
      `${short(medianOf(seen, 'blocking'))} ms`,
      medianOf(seen, 'shift').toFixed(4),
    ]),
  ]);
  const [byHand = [], own = [], client = []] = Object.values(views);
  for (const what of /** @type {const} */ (['chart', 'table'])) {
    const toPlain = medianOf(own, what) / medianOf(byHand, what);
    const toClient = medianOf(client, what) / medianOf(own, what);
    sayGoal(`${what}: at most 1.5 × the plain page: ${short(toPlain)} ×`, toPlain <= 1.5);
    sayGoal(`${what}: at least 4 × sooner than without prerender: ${short(toClient)} ×`, toClient >= 4);
  }
  sayGoal(`layout shift 0: ${medianOf(own, 'shift').toFixed(4)}`, medianOf(own, 'shift') === 0);
  sayGoal(
    `blocking at most 150 ms: ${short(medianOf(own, 'blocking'))} ms`,
    medianOf(own, 'blocking') <= 150,
  );

  const rows = new Set([...byHand, ...own, ...client].map((view) => view.rows));
  if (rows.size === 1) return true;
  console.error(`  The pages show tables of different length: ${[...rows].join(', ')} rows`);
  return false;
}

/** @param {readonly View[]} views @param {keyof View} what */
function medianOf(views, what) {
  return spreadOf(views.map((view) => view[what])).median;
}

/** @param {string} url @returns {Promise<string>} the page's HTML once its script answers */
function pageAlive(url) {
  return inFreshBrowser(async (page) => {
    await page.goto(url);
    await page.waitForSelector('main thead button');
    await page.waitForTimeout(500);
    return page.content();
  });
}

/** @param {string} url @returns {Promise<View>} */
function openOnce(url) {
  return inBareBrowser(async (page) => {
    await page.send('Page.enable');
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch.toString()})()` });
    await slowDown(page, { times: 4, slowNetwork: true });
    const { errorText } = await page.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url} did not open: ${errorText}`);
    await until(() => page.evaluate('seen.chart > 0 && seen.table > 0'));
    // Until nothing more has come for a second.
    let [before, now] = [-1, 0];
    await until(async () => {
      [before, now] = [now, await page.evaluate('performance.getEntriesByType("resource").length')];
      return before === now;
    }, 1000);
    await setTimeout(2000);
    return page.evaluate('seen');
  });
}

/**
 * @param {() => Promise<boolean>} holds asked again after each pause
 * @param {number} [pause] ms
 * @throws {Error} after two minutes
 */
async function until(holds, pause = 250) {
  const end = performance.now() + 120_000;
  while (!(await holds())) {
    if (performance.now() > end)
      throw new Error('the page was not at rest with chart and table within two minutes');
    await setTimeout(pause);
  }
}

/** Runs in the page before its own scripts: notes the first frame with a chart and with a table, shifts and long tasks. */
function watch() {
  const seen = { chart: 0, table: 0, paint: 0, shift: 0, blocking: 0, rows: 0 };
  /** @type {[number, number][]} */
  const tasks = [];
  Reflect.set(window, 'seen', seen);
  const isShown = (/** @type {Element} */ element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 200 && height > 100 && element.checkVisibility({ visibilityProperty: true });
  };
  const look = () => {
    const table = [...document.querySelectorAll('main table')].find(isShown);
    const chart = [...document.querySelectorAll('main svg')].some(isShown);
    // From inside the frame that has them: a task of this priority is the next one after it is drawn. A message is not: it
    // lets those pass that the page has set for after the frame.
    const noteTime = () => {
      const now = performance.now();
      if (chart) seen.chart ||= now;
      if (table) seen.table ||= now;
    };
    void scheduler.postTask(noteTime, { priority: 'user-blocking' });
    if (table) seen.rows = table.querySelectorAll('tbody tr').length;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift', buffered: true });
  // As Lighthouse counts it: from the first contentful paint on, what each task lasts beyond 50 ms.
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, startTime + duration]);
    seen.blocking = tasks.reduce(
      (sum, [from, to]) => sum + Math.max(0, to - Math.max(from, seen.paint) - 50),
      0,
    );
  }).observe({ type: 'longtask', buffered: true });
}
