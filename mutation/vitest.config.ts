import { defineConfig } from 'vitest/config';

/** The tests that mutants of the core run against: those that need no page, no build and no shipped release. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/{stats,domain,data,share}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
