import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Two projects: `core` runs in Node, `dom` runs components in jsdom. Browser journeys are Playwright's (test/browser). */
export default defineConfig({
  plugins: [react()],
  test: {
    // For a machine that runs two other things besides: a test that hangs fails all the same.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
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
