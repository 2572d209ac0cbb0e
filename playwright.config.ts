import { defineConfig } from '@playwright/test';
import { chromiumFlags, findTestChromium } from './tools/findChromium.mjs';

const port = process.env['SITE_PORT'] ?? '4187';
/** A sub-path, not the root: an address that only works at the root of a domain must fail here. */
const base = '/some/sub/path/';

/** Journeys run against the built site (`npm run build` first, or `npm run test:browser`, which does both). */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    locale: 'en-US',
    timezoneId: 'America/Anchorage',
    screenshot: 'only-on-failure',
    // Each test would fetch and keep the whole app for a second visit it never makes; those about it allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findTestChromium(),
      args: [...chromiumFlags],
    },
  },
  webServer: {
    command: `node tools/serve.mjs --base ${base}`,
    env: { PORT: port },
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
