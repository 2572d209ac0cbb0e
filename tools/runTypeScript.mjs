// Runs a TypeScript file of this project: `node tools/runTypeScript.mjs src/release/buildRelease.ts [arguments]`
// calls the function the file is named after and prints what it returns.
import path from 'node:path';
import process, { argv, exit } from 'node:process';
import { typeScriptRunner } from './typeScriptRunner.mjs';

const [file = '', ...args] = argv.slice(2);
try {
  const runner = await typeScriptRunner(process.cwd(), [file]);
  /** @type {Readonly<Record<string, (...args: readonly string[]) => unknown>>} */
  const module = await runner.load(file);
  const said = await module[path.basename(file, '.ts')]?.(...args);
  runner.close();
  if (said !== undefined) console.log(said);
} catch (error) {
  // An input's fault is told in its message; a stack would hide it. Anything else is our fault and shows where.
  console.error(error instanceof Error && error.name === 'InputError' ? error.message : error);
  exit(1);
}
