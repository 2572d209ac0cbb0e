import { askedCommands } from '../tools/askedCommands.mjs';

/**
 * `npm run endurance` runs everything, `npm run endurance -- states files` only those. Each prints what it found; the
 * exit code is 1 when something grows without end, an answer is wrong or a generous bound is passed. `BENCH_SITE=dist`
 * takes a site that is built already.
 */

/** @type {Readonly<Record<string, () => Promise<() => Promise<boolean>>>>} */
const commands = {
  visit: async () => (await import('./visit.mjs')).visit,
  load: async () => (await import('./load.mjs')).load,
  states: async () => (await import('./states.mjs')).states,
  large: async () => (await import('./states.mjs')).large,
  files: async () => (await import('./files.mjs')).files,
};

/** @type {string[]} */
const failed = [];
for (const [name, command] of askedCommands(commands, 'trial')) {
  console.log(`\n== ${name}`);
  if (!(await (await command())())) failed.push(name);
}
console.log(failed.length > 0 ? `\nnot held: ${failed.join(', ')}` : '\nall held');
process.exitCode = failed.length > 0 ? 1 : 0;
