import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromiumFlags, findChromium } from '../../tools/findChromium.mjs';

/**
 * A page that is looked at from outside only. Developer tools that watch a page's script (`Runtime.enable`, which
 * Playwright and Lighthouse need) make each `Error` note where it was made, for which the whole script around it is parsed
 * once more; React makes five as it starts. That took 60 to 90 ms at 4 times slower, which no reader waits.
 *
 * @typedef {object} BarePage
 * @property {(method: string, params?: object) => Promise<any>} send a command of the page's developer tools
 * @property {(expression: string) => Promise<any>} evaluate the value of an expression, a promise's once it is kept
 */

/**
 * Runs an act on an empty page in a browser process of its own, over Chromium's debugging pipe.
 *
 * @template Result
 * @param {(page: BarePage) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function inBareBrowser(act) {
  const profile = mkdtempSync(path.join(tmpdir(), 'rate-atlas-browser-'));
  const browser = spawn(
    findChromium(),
    [
      ...chromiumFlags,
      '--headless',
      '--hide-scrollbars',
      '--mute-audio',
      '--no-default-browser-check',
      '--disable-extensions',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const command = talkTo(browser);
  try {
    const { targetInfos } = await command('Target.getTargets');
    const target = targetInfos.find((/** @type {{ type: string }} */ { type }) => type === 'page');
    const { sessionId } = await command('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: true,
    });
    /** @type {BarePage['send']} */
    const send = (method, params = {}) => command(method, params, sessionId);
    const size = { width: 1280, height: 900 };
    await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    return await act({
      send,
      async evaluate(expression) {
        const { result, exceptionDetails } = await send('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
    });
  } finally {
    // Not killed: its other processes would go on writing into the folder that is removed.
    await command('Browser.close').catch(() => browser.kill());
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/**
 * Commands as JSON, each ended by a zero byte, out by one pipe and answered by another.
 *
 * @param {import('node:child_process').ChildProcess} browser
 * @returns {(method: string, params?: object, sessionId?: string) => Promise<any>}
 */
function talkTo(browser) {
  const [, , , out, back] = browser.stdio;
  if (!out || !back || !('write' in out) || !('setEncoding' in back))
    throw new Error('the browser has no pipes');
  /** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
  const asked = new Map();
  let last = 0;
  let text = '';
  back.setEncoding('utf8');
  back.on('data', (chunk) => {
    const [...messages] = (text + chunk).split('\0');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const asker = asked.get(id);
      asked.delete(id);
      if (error) asker?.reject(new Error(error.message));
      else asker?.resolve(result);
    }
  });
  browser.once('exit', (code) => {
    for (const { reject } of asked.values()) reject(new Error(`the browser ended with ${code}`));
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      asked.set(last, { resolve, reject });
      out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}
