import { defineConfig } from '@playwright/test';

/** The main journey in a plain Firefox (`npm run test:firefox`): Playwright runs the tests, Marionette the browser. */
export default defineConfig({
  testDir: 'test/firefox',
  forbidOnly: true,
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
});
