import { defineConfig } from 'vitest/config';
import { ShortestFirst } from './shortestFirst.ts';

/** Folders of `test` that are to notice the faults: those of the folders of `src` that are broken, unless others are named. */
const folders = process.env['MUTANTS_TESTS'] ?? 'stats,share,domain,data';

/** The tests that mutants run against: those of their own folder, that need no page, no build and no shipped release. */
export default defineConfig({
  test: {
    environment: 'node',
    include: folders.split(',').map((folder) => `test/${folder}/**/*.test.ts`),
    // These hold time and memory bounds over every reader at once, or break a file off behind each of its bytes: minutes for
    // each mutant, and little else to tell.
    exclude: [
      'test/data/{fuzz,stalls,namedBadFiles}.test.ts',
      'test/data/formats/{*Properties,jsonPastTwoGigabytes}.test.ts',
    ],
    setupFiles: ['mutation/beforeTests.ts'],
    // One worker and one copy of the modules for the tests of a mutant: starting both for each file costs more than the tests.
    isolate: false,
    sequence: { sequencer: ShortestFirst },
    // With the marks of mutants in it, on a machine that does other things besides; a mutant has its own limit.
    testTimeout: 300_000,
  },
});
