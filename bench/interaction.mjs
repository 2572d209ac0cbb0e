import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inFreshBrowser, slowDown } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { site, typescript } from './support/site.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const votes = 100_000;
const rounds = 6;
const pages = ['code/97110', 'code/97110/TX', 'code/97110/CA'];

/**
 * Controls of a page with 100,000 votes in the nation, from the event to the next frame: a scope, a state (its file
 * loaded before) and the table's order. The frame must already show the answer.
 *
 * @returns {Promise<boolean>} whether each control changed the table before the next frame
 */
export async function interaction() {
  const { folder } = await site();
  const { emptyShell } = await typescript('tools/emptyShell.ts');
  const { largeRelease } = await typescript('bench/largeRelease.ts');
  const made = mkdtempSync(path.join(tmpdir(), 'rate-atlas-bench-'));
  for (const part of [
    'assets',
    'data',
    'icon.svg',
    'theme.js',
    ...pages.map((page) => `${page}/index.html`),
  ]) {
    cpSync(path.join(folder, part), path.join(made, part), { recursive: true });
  }
  // The pages were drawn from the release that ships: these draw themselves from the generated one.
  for (const page of pages) {
    const file = path.join(made, page, 'index.html');
    writeFileSync(file, emptyShell(readFileSync(file, 'utf8')));
  }
  await largeRelease(path.join(made, 'data'), votes);
  const server = await gzipServer(made);
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
  rmSync(made, { recursive: true, force: true });
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
  const shown = await page.getByRole('row', { name: /^(?!BUCA)/ }).allInnerTexts();
  const total = shown.reduce(
    (sum, row) => sum + Number(/^[^\t]*\t([\d,]+)\t/.exec(row)?.[1]?.replaceAll(',', '') ?? 0),
    0,
  );
  await page.evaluate(prepare);
  await slowDown(session, { times });
  const scope = await repeat('scope (one vote per rate, or per provider)', 'One vote per', [
    'rates',
    'providers',
  ]);
  const rows = await repeat(
    'scope (rows that contradict their file)',
    'Rows that contradict their own file',
    ['in', 'out'],
  );
  const sort = await clicks('order of the table', 'Median');
  const state = await repeat('state', 'State', ['TX', 'CA']);
  return { votes: total, controls: [scope, rows, sort, state] };

  /** @param {string} name @param {string} label @param {readonly string[]} values */
  async function repeat(name, label, values) {
    const control = page.getByRole('combobox', { name: label, exact: true });
    const act = async (/** @type {string} */ value) =>
      control.evaluate((element, chosen) => Reflect.get(window, 'changeTo')(element, chosen), value);
    for (const value of values) await act(value);
    await page.waitForTimeout(1500);
    const found = [];
    for (let round = 0; round < rounds; round++) found.push(await act(values[round % values.length] ?? ''));
    return gathered(name, found);
  }
  /** @param {string} name @param {string} column */
  async function clicks(name, column) {
    const button = table.getByRole('button', { name: column, exact: false }).first();
    const found = [];
    for (let round = 0; round < rounds + 1; round++) {
      found.push(await button.evaluate((element) => Reflect.get(window, 'pressOn')(element)));
    }
    return gathered(name, found.slice(1));
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

/** Runs in the page: acts, waits for the frame that follows, then for a second of what the answer left behind. */
function prepare() {
  /** @type {number[]} */
  let tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
  const text = () => document.querySelector('main table')?.textContent ?? '';
  async function timed(/** @type {() => void} */ act) {
    tasks = [];
    const before = text();
    const started = performance.now();
    act();
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      // A message from inside the frame arrives right after it is drawn.
      requestAnimationFrame(() => port2.postMessage(null));
    });
    const frame = performance.now() - started;
    const changed = text() !== before;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    return { frame, changed, after: Math.max(0, ...tasks.slice(1)) };
  }
  Reflect.set(window, 'changeTo', (/** @type {HTMLSelectElement} */ element, /** @type {string} */ value) =>
    timed(() => {
      element.value = value;
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }),
  );
  Reflect.set(window, 'pressOn', (/** @type {HTMLElement} */ element) => timed(() => element.click()));
}
