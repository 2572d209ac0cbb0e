/**
 * `npm run bench` runs everything, `npm run bench -- filter interaction` only those. Every command prints medians with
 * least and most, and ratios of one run. The exit code says whether the results were right, never how long they took:
 * a shared machine has slow minutes.
 */

/** @type {Readonly<Record<string, () => Promise<() => Promise<boolean>>>>} */
const commands = {
  bytes: async () => (await import('./bytes.mjs')).bytes,
  build: async () => (await import('./buildTime.mjs')).buildTime,
  filter: async () => (await import('./filter.mjs')).filter,
  csv: async () => (await import('./csv.mjs')).csv,
  interaction: async () => (await import('./interaction.mjs')).interaction,
  claims: async () => (await import('./claims.mjs')).claims,
  'first-view': async () => (await import('./firstView.mjs')).firstView,
  hospital: async () => (await import('./hospital.mjs')).hospital,
  ingest: async () => (await import('./ingest.mjs')).ingest,
  tic: async () => (await import('./tic.mjs')).tic,
  intake: async () => (await import('./intake.mjs')).intake,
  memory: async () => (await import('./memory.mjs')).memory,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in commands));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join(' ')}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
let isRight = true;
for (const [name, load] of Object.entries(commands)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  const command = await load();
  isRight = (await command()) && isRight;
}
process.exitCode = isRight ? 0 : 1;
