/**
 * Mutation testing of the core (`npm run mutants`): each mutant is a small fault, and a test must notice it.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  plugins: [
    new URL('./node_modules/@stryker-mutator/vitest-runner/dist/src/index.js', import.meta.url).pathname,
  ],
  vitest: { configFile: 'mutation/vitest.config.ts', related: true },
  // TypeScript 7 has no compiler interface; Stryker reads this file when it is there and fails.
  tsconfigFile: 'mutation/no-tsconfig.json',
  mutate: ['src/stats/**/*.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignoreStatic: true,
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: '.cache/mutation/mutation.json' },
  htmlReporter: { fileName: '.cache/mutation/mutation.html' },
  tempDirName: '.cache/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', '.cache', 'bench', 'docs', 'test-results'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
