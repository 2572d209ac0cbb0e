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

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in commands));
if (unknown.length > 0) {
  console.error(`There is no "${unknown.join(' ')}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
/** @type {string[]} */
const failed = [];
for (const [name, command] of Object.entries(commands)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  if (!(await (await command())())) failed.push(name);
}
console.log(failed.length > 0 ? `\nnot held: ${failed.join(', ')}` : '\nall held');
process.exitCode = failed.length > 0 ? 1 : 0;
