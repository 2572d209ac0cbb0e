import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../tools/findChromium.mjs';

/**
 * Runs an act in a browser process of its own, so that no run profits from the one before.
 *
 * @template Result
 * @param {(page: import('@playwright/test').Page, session: import('@playwright/test').CDPSession) => Promise<Result>} act
 * @param {{ width?: number, serviceWorkers?: 'allow' | 'block' }} [options]
 * @returns {Promise<Result>}
 */
export async function inFreshBrowser(act, { width = 1280, serviceWorkers = 'block' } = {}) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  try {
    const context = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    return await act(page, session);
  } finally {
    await browser.close();
  }
}

/**
 * A processor `times` slower, and where asked for a connection of 1.6 Mbit/s with 150 ms of round trip and no cache.
 *
 * @param {Pick<import('@playwright/test').CDPSession, 'send'> | import('./bareBrowser.mjs').BarePage} session
 * @param {{ times: number, slowNetwork?: boolean }} how
 */
export async function slowDown(session, { times, slowNetwork = false }) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  if (!slowNetwork) return;
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
}
