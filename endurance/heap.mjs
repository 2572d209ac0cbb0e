/** What a page holds, garbage collected: bytes of script, nodes of the document (detached ones too), listeners. */

/** @typedef {{ heap: number, nodes: number, listeners: number, workers: number }} Held */

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @returns {Promise<Held>}
 */
export async function held(page, session) {
  await session.send('Performance.enable');
  // Parts that come and go with a fade of work: what a later frame frees is not held.
  await page.waitForTimeout(300);
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (/** @type {string} */ name) =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    workers: page.workers().length,
  };
}

/** Growth over the run after its first quarter, as a share of what was held: above it, something is kept for ever. */
const mostGrowth = { heap: 0.08, nodes: 0.05, listeners: 0.05, workers: 0 };

/**
 * Prints the samples and says what grew. The slope is the least-squares line through the last three quarters; the first
 * fills what is remembered on purpose (files of the release, each once).
 *
 * @param {string} what
 * @param {readonly { after: number, held: Held }[]} samples
 * @returns {boolean} whether nothing grew past its bound
 */
export function sayGrowth(what, samples) {
  console.log(`  ${'after'.padStart(7)}  heap MB    nodes  listeners  workers`);
  for (const { after, held: each } of samples) {
    console.log(
      `  ${String(after).padStart(7)}  ${(each.heap / 1e6).toFixed(2).padStart(7)}  ${String(each.nodes).padStart(7)}  ${String(each.listeners).padStart(9)}  ${String(each.workers).padStart(7)}`,
    );
  }
  const late = samples.slice(Math.floor(samples.length / 4));
  let isSteady = true;
  for (const key of /** @type {const} */ (['heap', 'nodes', 'listeners', 'workers'])) {
    const points = late.map(({ after, held: each }) => ({ x: after, y: each[key] }));
    const mean = points.reduce((sum, { y }) => sum + y, 0) / points.length;
    const span = (points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0);
    const growth = slopeOf(points) * span;
    const share = mean === 0 ? growth : growth / mean;
    const isMet = share <= mostGrowth[key];
    isSteady &&= isMet;
    console.log(
      `  ${isMet ? 'steady' : 'GROWS '}  ${what}, ${key}: ${share >= 0 ? '+' : ''}${(share * 100).toFixed(2)}% over the last ${span} (at most ${mostGrowth[key] * 100}%)`,
    );
  }
  return isSteady;
}

/** @param {readonly { x: number, y: number }[]} points */
function slopeOf(points) {
  const mean = (/** @type {'x' | 'y'} */ of) =>
    points.reduce((sum, each) => sum + each[of], 0) / points.length;
  const [x, y] = [mean('x'), mean('y')];
  const across = points.reduce((sum, each) => sum + (each.x - x) ** 2, 0);
  return across === 0 ? 0 : points.reduce((sum, each) => sum + (each.x - x) * (each.y - y), 0) / across;
}
