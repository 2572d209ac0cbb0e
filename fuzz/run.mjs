// `npm run fuzz -- [targets] [--cases N] [--seed S] [--blind]`; see README.md.
import path from 'node:path';
import { argv } from 'node:process';
import { typeScriptRunner } from '../tools/typeScriptRunner.mjs';

const runner = await typeScriptRunner(path.resolve(import.meta.dirname, '..'), ['fuzz/fuzz.ts']);
/** @type {typeof import('./fuzz.ts')} */
const { fuzz } = await runner.load('fuzz/fuzz.ts');
console.log(await fuzz(...argv.slice(2)));
runner.close();
