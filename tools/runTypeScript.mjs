// Runs a TypeScript file of this project: `node tools/runTypeScript.mjs src/release/buildRelease.ts [arguments]`
// calls the function the file is named after. Through Vite, because Node 20 cannot strip types by itself.
import { basename, resolve } from 'node:path';
import { argv, exit } from 'node:process';
import { runnerImport } from 'vite';

const [file = '', ...args] = argv.slice(2);
try {
  const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
  const said = await module[basename(file, '.ts')](...args);
  if (said !== undefined) console.log(said);
} catch (error) {
  // An input's fault is told in its message; a stack would hide it. Anything else is our fault and shows where.
  console.error(error instanceof Error && error.name === 'InputError' ? error.message : error);
  exit(1);
}
