/**
 * The longest task of a page's own thread from now on, by the clock and by the processor's time: on a machine with other
 * work the clock also counts the time in which the task did not run.
 *
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => Promise<{ ms: number, processorMs: number }>>} to be asked at the end
 */
export async function longestTask(page) {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser to trace');
  /** @type {Map<number, { ms: number, processorMs: number, all: number }>} */
  const byProcess = new Map();
  /** @type {Set<string>} */
  const mains = new Set();
  /** @type {any[]} */
  const tasks = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of /** @type {any[]} */ (value)) {
      if (event.name === 'thread_name' && event.args.name === 'CrRendererMain')
        mains.add(`${event.pid} ${event.tid}`);
      else if (event.ph === 'X' && event.name.endsWith('RunTask')) tasks.push(event);
    }
  });
  const traceConfig = { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    for (const { pid, tid, dur = 0, tdur = 0 } of tasks) {
      if (!mains.has(`${pid} ${tid}`)) continue;
      const seen = byProcess.get(pid) ?? { ms: 0, processorMs: 0, all: 0 };
      seen.ms = Math.max(seen.ms, dur / 1000);
      seen.processorMs = Math.max(seen.processorMs, tdur / 1000);
      seen.all += tdur;
      byProcess.set(pid, seen);
    }
    // A browser keeps a spare renderer: the page's has the more to do.
    const [busiest] = [...byProcess.values()].sort((a, b) => b.all - a.all);
    return busiest ?? { ms: Number.NaN, processorMs: Number.NaN };
  };
}
