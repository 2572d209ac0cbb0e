import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The most memory a page's process held from now on, above what it holds now, in megabytes: its resident pages as the
 * kernel keeps count of them, workers and WebAssembly included. Linux only; elsewhere the answer is NaN.
 *
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => number>} to be asked at the end
 */
export async function peakMemory(page) {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  try {
    // A browser keeps a spare renderer: the page's is the larger.
    const sizes = renderers.map((id) => ({ id, size: statusOf(id, 'VmRSS') }));
    const { id = 0, size = 0 } = sizes.sort((a, b) => b.size - a.size)[0] ?? {};
    // Forgets the peak so far.
    writeFileSync(`/proc/${id}/clear_refs`, '5');
    return () => (statusOf(id, 'VmHWM') - size) / 1e6;
  } catch {
    return () => Number.NaN;
  }
}

/** @param {number} id @param {string} field */
function statusOf(id, field) {
  const line = readFileSync(`/proc/${id}/status`, 'utf8').match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'));
  return Number(line?.[1]) * 1024;
}
