import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import path from 'node:path';
import { site } from '../bench/support/site.mjs';
import { projectRoot } from '../tools/runStep.mjs';

const connections = 20;
const seconds = 20;
/** Far past what a shared machine needs: a breach is a fault, not a slow minute. */
const slowestPercent = 2000;

/**
 * The site's own server under 20 visitors at once for 20 seconds: each opens pages with all their files, one after the
 * other, as fast as they come.
 *
 * @returns {Promise<boolean>} whether every answer was right and 99 of 100 came within two seconds
 */
export async function load() {
  const { folder } = await site();
  const server = spawn(process.execPath, [path.join(projectRoot, 'tools/serve.mjs'), folder], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await addressOf(server.stdout);
    const visits = await Promise.all(
      ['/', '/code/97110/', '/code/97110/TX/', '/code/99213/CA/', '/methodology/', '/data/'].map((page) =>
        filesOf(origin, page),
      ),
    );
    const data = ['release.json', 'rates/97110/national.csv', 'rates/97110/TX.csv', 'medicare/rvu.csv'];
    const addresses = [...visits.flat(), ...data.map((file) => `/data/${file}`)];
    /** @type {number[]} */
    const times = [];
    const errors = new Map();
    let bytes = 0;
    const started = performance.now();
    await Promise.all(
      Array.from({ length: connections }, async (_, visitor) => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        for (let turn = visitor * 7; performance.now() - started < seconds * 1000; turn++) {
          const address = addresses[turn % addresses.length] ?? '/';
          const asked = performance.now();
          try {
            const { status, text } = await fetched(origin + address, agent);
            if (status !== 200) throw new Error(`status ${status}`);
            bytes += text.length;
            times.push(performance.now() - asked);
          } catch (error) {
            const what = `${address}: ${error instanceof Error ? error.message : String(error)}`;
            errors.set(what, (errors.get(what) ?? 0) + 1);
          }
        }
        agent.destroy();
      }),
    );
    const elapsed = (performance.now() - started) / 1000;
    const sorted = times.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
    console.log(
      `  ${addresses.length} files in turn, ${connections} connections, ${elapsed.toFixed(0)} s: ${sorted.length} answers, ${(sorted.length / elapsed).toFixed(0)} a second, ${(bytes / 1e6 / elapsed).toFixed(1)} MB/s`,
    );
    console.log(
      `  half within ${at(0.5).toFixed(1)} ms, 99 of 100 within ${at(0.99).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms; errors ${[...errors.values()].reduce((sum, each) => sum + each, 0)}`,
    );
    for (const [what, count] of errors) console.error(`  ${count} × ${what}`);
    return errors.size === 0 && at(0.99) <= slowestPercent;
  } finally {
    server.kill();
  }
}

/** @param {import('node:stream').Readable} output @returns {Promise<string>} */
async function addressOf(output) {
  let said = '';
  for await (const part of output) {
    said += part;
    const address = /Rate Atlas is at (\S+?)\/?\s/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error('the server did not start');
}

/** A page and the scripts and styles it names. @param {string} origin @param {string} page */
async function filesOf(origin, page) {
  const agent = new Agent();
  const { text } = await fetched(origin + page, agent);
  const named = [
    ...text.toString('utf8').matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg|webmanifest))"/g),
  ].map(([, file = '']) => new URL(file, origin + page).pathname);
  return [page, ...new Set(named)];
}

/**
 * @param {string} url
 * @param {Agent} agent
 * @returns {Promise<{ status: number | undefined, text: Buffer }>}
 */
function fetched(url, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts) }));
      response.on('error', reject);
    }).on('error', reject);
  });
}
