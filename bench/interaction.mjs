import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFreshBrowser, slowDown } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { largeSite } from './support/largeSite.mjs';
import { plainControls } from './support/plainPage.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const wanted = 100_000;
const rounds = 6;

/** @typedef {{ frame: number, shown: number, after: number, changed: boolean }} Answer */
/** @typedef {{ name: string, ours: Answer[], view: Answer[], word: Answer[] }} Control */

/** A common window, in which the headline is in sight when a control is, and one that shows the whole benchmark as well. */
const windows = [
  { height: 900, holds: 'headline in sight, or the table where its order is asked for' },
  { height: 2400, holds: 'headline, chart and table in sight' },
];

/**
 * Controls of a page with 100,000 votes in the nation, from the event to the next frame: a scope, a state (its file
 * loaded before) and the table's order. In that frame headline and table must show the answer where they are in the window,
 * as they still do when the page has come to rest. After each key of ours comes one on a plain page that holds its answers
 * made beforehand, for what the machine takes in that minute to show an answer at all.
 *
 * @returns {Promise<boolean>} whether each control, ours and the plain page's, had its answer in the next frame
 */
export async function interaction() {
  const large = await largeSite(wanted);
  const server = await gzipServer(large.folder);
  const plain = await inFreshBrowser((page) => viewsOf(page, server.origin));
  writeFileSync(path.join(large.folder, 'plain.html'), plainControls(plain));
  let isRight = true;
  const processors = [
    { times: 1, goal: 16.7 },
    { times: 4, goal: 50 },
  ];
  for (const { times, goal, height, holds } of windows.flatMap((each) =>
    processors.map((how) => ({ ...how, ...each })),
  )) {
    const found = await inFreshBrowser((page, session) =>
      inFreshBrowser((peer, peerSession) =>
        measure({ page, session, peer, peerSession, origin: server.origin, times, height }),
      ),
    );
    console.log(
      `\n${found.votes.toLocaleString('en-US')} votes, processor ${times === 1 ? 'unslowed' : `${times} × slower`}, window of ${height} px (${holds}): from the event to the next frame`,
    );
    printTable([
      [
        '',
        'ours',
        'plain page, made beforehand',
        'ratio',
        'plain page, one word',
        'ours, Event Timing',
        'longest task after ours',
      ],
      ...found.controls.map(({ name, ours, view, word }) => [
        name,
        spreadText(framesOf(ours)),
        spreadText(framesOf(view)),
        `${short(medianOf(ours) / medianOf(view))} ×`,
        spreadText(framesOf(word)),
        shownText(spreadOf(ours.map(({ shown }) => shown)).median),
        `${short(spreadOf(ours.map(({ after }) => after)).median)} ms`,
      ]),
    ]);
    for (const { name, ours, view, word } of found.controls) {
      sayGoal(`${name}: at most ${goal} ms: ${short(medianOf(ours))} ms`, medianOf(ours) <= goal);
      for (const [whose, answers] of Object.entries({ ours, view, word })) {
        if (answers.every(({ changed }) => changed)) continue;
        isRight = false;
        console.error(`  ${name}, ${whose}: the next frame did not show the answer`);
      }
    }
  }
  server.stop();
  large.remove();
  return isRight;
}

/** @param {readonly Answer[]} answers */
function framesOf(answers) {
  return answers.map(({ frame }) => frame);
}

/** Chromium does not tell of keys whose frame was on the screen before 16 ms. @param {number} shown */
function shownText(shown) {
  return shown === 0 ? 'below 16 ms' : `${short(shown)} ms`;
}

/** @param {readonly Answer[]} answers */
function medianOf(answers) {
  return spreadOf(framesOf(answers)).median;
}

/**
 * Our page in two views, as it stands with its script.
 *
 * @param {import('@playwright/test').Page} page @param {string} origin
 */
async function viewsOf(page, origin) {
  await openCode(page, origin);
  const first = await page.content();
  await focus(page, 'One vote per');
  await page.keyboard.press(down);
  await page.waitForTimeout(4000);
  return [first, await page.content()];
}

/**
 * The code's page once its script has come to rest.
 *
 * @param {import('@playwright/test').Page} page @param {string} origin
 */
async function openCode(page, origin) {
  await page.goto(`${origin}/code/97110/`);
  await page.waitForTimeout(4000);
  await page.evaluate(() => {
    /**
     * A select by its label, a button or a fold by its words. Not a locator of Playwright's: the first of them on a page has
     * each click looked at by a listener in a world of its own, 4 ms at 4 times slower.
     *
     * @param {string} name
     */
    const control = (name) => {
      const found = [...document.querySelectorAll('select, main table button, summary')].find((element) => {
        const text =
          element instanceof HTMLSelectElement
            ? (element.ariaLabel ?? element.labels[0]?.firstChild?.textContent)
            : element.textContent;
        return text?.trim() === name;
      });
      if (!(found instanceof HTMLElement)) throw new Error(`the page has no control called ${name}`);
      return found;
    };
    Reflect.set(window, 'control', control);
  });
}

/** @param {import('@playwright/test').Page} page @param {string} name */
async function focus(page, name) {
  await page.evaluate((called) => Reflect.get(window, 'control')(called).focus(), name);
}

/**
 * @param {import('@playwright/test').Page} page @param {string} name of a select
 * @param {number} index of the option
 */
async function choose(page, name, index) {
  await page.evaluate(
    ([called, at]) => {
      const select = Reflect.get(window, 'control')(called);
      select.selectedIndex = at;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    /** @type {const} */ ([name, index]),
  );
  await page.waitForTimeout(3000);
}

/**
 * @param {object} where
 * @param {import('@playwright/test').Page} where.page
 * @param {import('@playwright/test').CDPSession} where.session
 * @param {import('@playwright/test').Page} where.peer
 * @param {import('@playwright/test').CDPSession} where.peerSession
 * @param {string} where.origin
 * @param {number} where.times
 * @param {number} where.height of both windows, in px
 */
async function measure({ page, session, peer, peerSession, origin, times, height }) {
  page.setDefaultTimeout(180_000);
  for (const each of [page, peer]) await each.setViewportSize({ width: 1280, height });
  await peer.goto(`${origin}/plain.html`);
  await openCode(page, origin);
  const { total, texas } = await page.evaluate(() => {
    const counts = [...(document.querySelector('main table')?.querySelectorAll('tbody tr') ?? [])].map(
      (row) => {
        const [head, votes] = [
          row.querySelector('th')?.textContent ?? '',
          row.querySelector('td')?.textContent ?? '',
        ];
        return head.startsWith('BUCA') ? 0 : Number(votes.replaceAll(',', '')) || 0;
      },
    );
    const { options } = Reflect.get(window, 'control')('State');
    return {
      total: counts.reduce((sum, count) => sum + count, 0),
      texas: [...options].findIndex(({ value }) => value === 'TX'),
    };
  });
  await page.evaluate(prepare, { shown: 'main dl, main table', rest: 1500 });
  await peer.evaluate(prepare, { shown: 'body', rest: 300 });
  const scope = await byTurns('scope: one vote per rate, or per provider', 'One vote per', [down, up]);
  const rows = await byTurns(
    'scope: rows that contradict their file',
    'Rows that contradict their own file',
    [down, up],
  );
  // Each step is a scope never asked for before: nothing of it can be remembered, only have been worked out while the page
  // rested with the focus on the control.
  const years = await byTurns('scope: files from another year', 'Files from', [down, down], 5);
  await choose(page, 'Files from', 0);
  const sort = await byTurns('order of the table', 'Median', ['Enter', 'Enter']);
  await choose(page, 'State', texas);
  const state = await byTurns('state: Tennessee, Texas', 'State', [up, down]);
  await choose(page, 'State', 0);
  // Last: the filters that were opened for it count what each of their choices would bring, from then on.
  await page.evaluate(() => Reflect.get(window, 'control')('More filters').click());
  await page.waitForTimeout(3000);
  const flagged = await byTurns('scope: flagged votes left out, or counted', 'Flagged votes', [down, up]);
  return { votes: total, controls: [scope, rows, years, sort, state, flagged] };

  /**
   * @param {string} name @param {string} control its name on the page @param {readonly [string, string]} keys
   * @param {number} presses
   * @returns {Promise<Control>}
   */
  async function byTurns(name, control, keys, presses = rounds + 2) {
    /** @type {Control} */
    const found = { name, ours: [], view: [], word: [] };
    await focus(page, control);
    for (let round = 0; round < presses; round++) {
      const key = keys[round % 2 === 0 ? 0 : 1];
      found.ours.push(await slowed(session, () => press(page, key)));
      for (const what of /** @type {const} */ (['view', 'word'])) {
        const index = await peer.evaluate((id) => {
          const select = document.querySelector(`select#${id}`);
          if (!(select instanceof HTMLSelectElement)) throw new Error(`the plain page has no ${id}`);
          select.focus();
          return select.selectedIndex;
        }, what);
        // The ring of the focus is drawn by then: a key right behind it would wait for the frame after that one.
        await peer.waitForTimeout(100);
        found[what].push(await slowed(peerSession, () => press(peer, index === 0 ? down : up)));
      }
    }
    // The first two load what the later ones have at hand: a state's file, the code's first run.
    return { name, ours: found.ours.slice(2), view: found.view.slice(2), word: found.word.slice(2) };
  }

  /**
   * Only the page whose turn it is: Chromium slows a page down by keeping its processor busy, whether the page works or
   * rests, and the other page would wait for that processor.
   *
   * @param {import('@playwright/test').CDPSession} whose @param {() => Promise<Answer>} act
   */
  async function slowed(whose, act) {
    await slowDown(whose, { times });
    const answer = await act();
    await slowDown(whose, { times: 1 });
    return answer;
  }
}

/**
 * A real key on what has the focus, as the browser draws sooner after it than after an event a script makes; held for longer
 * than a frame, as fingers hold it.
 *
 * @param {import('@playwright/test').Page} page @param {string} key
 * @returns {Promise<Answer>}
 */
async function press(page, key) {
  // Armed first: a key that came before its listener would be waited for in vain.
  await page.evaluate(() => void Reflect.set(window, 'answer', Reflect.get(window, 'nextFrame')()));
  await page.keyboard.down(key);
  const answer = await page.evaluate(() => Reflect.get(window, 'answer'));
  await page.keyboard.up(key);
  return answer;
}

const down = 'ArrowDown';
const up = 'ArrowUp';

/**
 * Runs in the page: from a key to the frame that follows, then for some time what the answer left behind.
 *
 * @param {{ shown: string, rest: number }} what the answer is in, as far as it is in the window; the milliseconds to wait
 *   after it
 */
function prepare({ shown, rest }) {
  /** @type {readonly { startTime: number, duration: number }[]} */
  let tasks = [];
  new PerformanceObserver((list) => {
    tasks = [...tasks, ...list.getEntries()];
  }).observe({ type: 'longtask' });
  /** @type {Map<number, number>} when each key came, and how long its frame took to be on the screen, in steps of 8 ms */
  const keys = new Map();
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'keydown') keys.set(startTime, duration);
    }
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
  const text = () =>
    [...document.querySelectorAll(shown)]
      .filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      })
      .map(({ textContent }) => textContent)
      .join('\n');
  async function nextFrame() {
    const before = text();
    tasks = [];
    const started = await new Promise((resolve) => {
      addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true });
    });
    // From inside the key's frame: a task of this priority is the next one after it is drawn. A message is not: it lets
    // those pass that the page has set for after the frame.
    await new Promise((resolve) => {
      requestAnimationFrame(
        () => void scheduler.postTask(() => resolve(null), { priority: 'user-blocking' }),
      );
    });
    const drawn = performance.now();
    const now = text();
    await new Promise((resolve) => setTimeout(resolve, rest));
    return {
      frame: drawn - started,
      shown: keys.get(started) ?? 0,
      changed: now !== before && now === text(),
      after: Math.max(0, ...tasks.flatMap((task) => (task.startTime < drawn ? [] : [task.duration]))),
    };
  }
  Reflect.set(window, 'nextFrame', nextFrame);
}
