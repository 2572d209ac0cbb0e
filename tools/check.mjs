import { runStep, secondsSince } from './runStep.mjs';

/**
 * What CI runs, quickest first, stopping at the first failure. The tests come last and print the sum of all
 * runners as their last line; the site they open is the one built here.
 */

/** @type {readonly (readonly [name: string, command: string, parameters: readonly string[]])[]} */
const steps = [
  ['format', 'biome', ['ci', '--error-on-warnings']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['types without a browser', 'tsc', ['--noEmit', '-p', 'tsconfig.core.json']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['dead code', 'knip', ['--no-progress']],
  ['floors', 'vitest', ['run', '--project', 'core', '--reporter=dot', 'test/release/floors.test.ts']],
  ['build', 'vite', ['build', '--logLevel', 'warn']],
  ['size budgets', 'node', ['tools/checkBudgets.mjs']],
  ['tests', 'node', ['tools/test.mjs', '--built']],
];

for (const [name, command, parameters] of steps) {
  const startedAt = performance.now();
  if (name === 'tests') console.log('… tests');
  const code = await runStep(command, parameters);
  if (code !== 0) {
    console.error(`✗ ${name} (${secondsSince(startedAt)})`);
    process.exit(code);
  }
  // Nothing is printed after the tests: their sum is the last line.
  if (name !== 'tests') console.log(`✓ ${name} (${secondsSince(startedAt)})`);
}
