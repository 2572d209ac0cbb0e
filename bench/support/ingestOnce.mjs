// One import in a process of its own: `node ingestOnce.mjs FILE FOLDER`. Prints what it took as JSON.
import path from 'node:path';
import process from 'node:process';
import { typeScriptRunner } from '../../tools/typeScriptRunner.mjs';

const packageFolder = path.resolve(import.meta.dirname, '../..');
const [file = '', folder = ''] = process.argv.slice(2);
const ingestFile = 'src/release/ingest/ingest.ts';
const runner = await typeScriptRunner(packageFolder, [ingestFile]);
/** @type {typeof import('../../src/release/ingest/ingest.ts')} */
const { ingest } = await runner.load(ingestFile);

// Of the processor, all threads together: what the clock says on a shared machine is chance.
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const start = now();
const startedAt = performance.now();
/** @type {{ name: string, at: number }[]} */
const steps = [];
const outcome = await ingest(
  {
    files: [file],
    out: folder,
    providers: [],
    place: 'TX',
    codes: null,
    aliases: null,
    date: null,
    voteOf: 'payee',
    memory: '128MB',
    temporary: path.dirname(folder),
  },
  {
    packageFolder,
    pipe: process.stdin,
    onProgress: ({ step, what }) => {
      const name = step === 'read' ? step : what;
      if (steps.at(-1)?.name !== name) steps.push({ name, at: now() });
    },
  },
);
const end = now();
const seconds = Object.fromEntries(
  steps.map(({ name, at }, index) => [name, ((steps[index + 1]?.at ?? end) - at) / 1000]),
);
console.log(
  JSON.stringify({
    seconds,
    total: (end - start) / 1000,
    clock: (performance.now() - startedAt) / 1000,
    peak: process.resourceUsage().maxRSS / 1e3,
    read: outcome.files[0]?.account.read,
    release: outcome.release,
  }),
);
runner.close();
