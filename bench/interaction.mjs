import { inFreshBrowser, slowDown } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { largeSite } from './support/largeSite.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const wanted = 100_000;
const rounds = 6;

/**
 * Controls of a page with 100,000 votes in the nation, from the event to the next frame: a scope, a state (its file
 * loaded before) and the table's order. The frame must already show the answer.
 *
 * @returns {Promise<boolean>} whether each control changed the table before the next frame
 */
export async function interaction() {
  const large = await largeSite(wanted);
  const server = await gzipServer(large.folder);
  let isRight = true;
  for (const { times, goal } of [
    { times: 1, goal: 16.7 },
    { times: 4, goal: 50 },
  ]) {
    const found = await inFreshBrowser((page, session) => measure(page, session, server.origin, times));
    console.log(
      `\n${found.votes.toLocaleString('en-US')} votes, processor ${times === 1 ? 'unslowed' : `${times} × slower`}: from the event to the next frame`,
    );
    printTable([
      ['', 'to the next frame', 'longest task after it'],
      ...found.controls.map(({ name, frames, after }) => [
        name,
        spreadText(frames),
        `${short(spreadOf(after).median)} ms`,
      ]),
    ]);
    for (const { name, frames, changed } of found.controls) {
      sayGoal(
        `${name}: at most ${goal} ms: ${short(spreadOf(frames).median)} ms`,
        spreadOf(frames).median <= goal,
      );
      if (changed) continue;
      isRight = false;
      console.error(`  ${name}: the next frame still showed the figures before`);
    }
  }
  server.stop();
  large.remove();
  return isRight;
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @param {string} origin
 * @param {number} times
 */
async function measure(page, session, origin, times) {
  page.setDefaultTimeout(180_000);
  await page.goto(`${origin}/code/97110/`);
  const table = page.locator('main table').first();
  await table.waitFor();
  await page.waitForTimeout(4000);
  const total = await table.evaluate((element) => {
    const counts = [...element.querySelectorAll('tbody tr')].map((row) => {
      const [head, votes] = [
        row.querySelector('th')?.textContent ?? '',
        row.querySelector('td')?.textContent ?? '',
      ];
      return head.startsWith('BUCA') ? 0 : Number(votes.replaceAll(',', '')) || 0;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  });
  await page.evaluate(prepare);
  await slowDown(session, { times });
  const scope = await keys('scope: one vote per rate, or per provider', select('One vote per'), down, up);
  const rows = await keys(
    'scope: rows that contradict their file',
    select('Rows that contradict their own file'),
    down,
    up,
  );
  // Each step is a scope never asked for before, so nothing of it can be remembered.
  const years = await keys('scope: files from another year', select('Files from'), down, down, 5);
  await select('Files from').selectOption('');
  await page.waitForTimeout(3000);
  const sort = await keys(
    'order of the table',
    table.getByRole('button', { name: 'Median' }).first(),
    'Enter',
    'Enter',
  );
  await select('State').selectOption('TX');
  await page.waitForTimeout(3000);
  const state = await keys('state: Tennessee, Texas', select('State'), up, down);
  return { votes: total, controls: [scope, rows, years, sort, state] };

  /** @param {string} name */
  function select(name) {
    return page.getByRole('combobox', { name, exact: true });
  }
  /**
   * Real keys, as the browser draws sooner after them than after an event a script makes; held for longer than a frame, as
   * fingers hold them.
   *
   * @param {string} name @param {import('@playwright/test').Locator} control @param {string} there @param {string} back
   * @param {number} presses
   */
  async function keys(name, control, there, back, presses = rounds + 2) {
    await control.focus();
    const found = [];
    for (let round = 0; round < presses; round++) {
      // Armed first: a key that came before its listener would be waited for in vain.
      await page.evaluate(() => void Reflect.set(window, 'answer', Reflect.get(window, 'nextFrame')()));
      const key = round % 2 === 0 ? there : back;
      await page.keyboard.down(key);
      found.push(await page.evaluate(() => Reflect.get(window, 'answer')));
      await page.keyboard.up(key);
    }
    // The first two load what the later ones have at hand: a state's file, the code's first run.
    return gathered(name, found.slice(2));
  }
  /** @param {string} name @param {readonly { frame: number, after: number, changed: boolean }[]} found */
  function gathered(name, found) {
    return {
      name,
      frames: found.map(({ frame }) => frame),
      after: found.map(({ after }) => after),
      changed: found.every(({ changed }) => changed),
    };
  }
}

const down = 'ArrowDown';
const up = 'ArrowUp';

/** Runs in the page: from a key to the frame that follows, then a second of what the answer left behind. */
function prepare() {
  /** @type {number[]} */
  let tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
  const text = () => document.querySelector('main table')?.textContent ?? '';
  async function nextFrame() {
    const before = text();
    tasks = [];
    const started = await new Promise((resolve) => {
      addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true });
    });
    // From inside the key's frame: the message arrives right after it is drawn.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', resolve, { once: true });
      port1.start();
      requestAnimationFrame(() => port2.postMessage(null));
    });
    const frame = performance.now() - started;
    const changed = text() !== before;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return { frame, changed, after: Math.max(0, ...tasks.slice(1)) };
  }
  Reflect.set(window, 'nextFrame', nextFrame);
}
