import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Tests of the floors that are plain TypeScript. */
const pure = ['test/{stats,domain,text,figures,share,charts}/**/*.test.ts'];

/**
 * Three projects: `pure` and `core` run in Node, `dom` runs components in jsdom. Browser journeys are Playwright's
 * (test/browser).
 */
export default defineConfig({
  plugins: [react()],
  test: {
    // For a machine that runs two other things besides: a test that hangs fails all the same.
    testTimeout: 150_000,
    // By itself Vitest leaves a processor free: half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...pure],
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: pure,
          // What knows no page, clock or file has nothing to keep apart: modules are loaded once for all of it.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/support/failOnWarnings.ts'],
        },
      },
    ],
  },
});
