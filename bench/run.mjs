import { askedCommands } from '../tools/askedCommands.mjs';

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

let isRight = true;
for (const [name, load] of askedCommands(commands, 'bench')) {
  console.log(`\n== ${name}`);
  const command = await load();
  isRight = (await command()) && isRight;
}
process.exitCode = isRight ? 0 : 1;
