import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Debian's Chromium without the parts that draw a window: the same engine, and the journeys take half the time in it.
 */
const shellPaths = ['/usr/bin/chromium-headless-shell'];

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  path.join(process.env['PROGRAMFILES'] ?? 'C:/Program Files', 'Google/Chrome/Application/chrome.exe'),
  path.join(
    process.env['PROGRAMFILES(X86)'] ?? 'C:/Program Files (x86)',
    'Google/Chrome/Application/chrome.exe',
  ),
  path.join(process.env['LOCALAPPDATA'] ?? 'C:/', 'Google/Chrome/Application/chrome.exe'),
];

/** For a run without a window: as root, without a graphics card, and asking no host for anything of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const howToGetChromium = `The browser tests need Chromium or Google Chrome, and none was found.
  Debian or Ubuntu:  apt-get update && apt-get install --yes chromium
  macOS:             brew install --cask google-chrome
  Windows:           winget install Google.Chrome
  Somewhere else:    CHROMIUM_PATH=/path/to/chrome npm test`;

/**
 * A browser as readers have it: `CHROMIUM_PATH` when set, else the first of the usual places.
 *
 * @returns {string}
 * @throws {Error} that says how to get one; a missing browser never means a skipped test.
 */
export function findChromium() {
  return found(usualPaths);
}

/**
 * The browser that runs the journeys: the same, but Debian's headless shell before the others.
 *
 * @returns {string}
 * @throws {Error} that says how to get one
 */
export function findTestChromium() {
  return found([...shellPaths, ...usualPaths]);
}

/** @param {readonly string[]} candidates */
function found(candidates) {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", and there is no file there.\n${howToGetChromium}`);
  }
  const first = candidates.find((candidate) => existsSync(candidate));
  if (!first) throw new Error(howToGetChromium);
  return first;
}
