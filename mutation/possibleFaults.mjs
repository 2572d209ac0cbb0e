import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * One small change of a source file, as Stryker makes and reports it: where the text that is replaced begins and ends (lines
 * and columns from 1), what kind of change it is and what stands there instead.
 * @typedef {{ file: string, line: number, column: number, endLine: number, endColumn: number, kind: string, replacement: string }} Fault
 */

/**
 * Every fault that Stryker would plant in the files, in the order it finds them.
 * @param {string} root The folder that `files` are named from.
 * @param {readonly string[]} files
 * @returns {Promise<Fault[]>}
 */
export async function possibleFaults(root, files) {
  // By address, for the compiler: the package is there only once `npm run mutants` was run.
  const { Instrumenter } = await import(
    pathToFileURL(
      path.join(import.meta.dirname, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js'),
    ).href
  );
  const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const { mutants } = await new Instrumenter(silent).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(path.join(root, name), 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return mutants.map(
    /** @param {PlantedFault & { fileName: string }} mutant */ (mutant) =>
      faultOf(mutant.fileName, mutant, 0),
  );
}

/**
 * What Stryker says of a fault.
 * @typedef {{ location: Place, mutatorName: string, replacement: string }} PlantedFault
 * @typedef {{ start: { line: number, column: number }, end: { line: number, column: number } }} Place
 */

/**
 * @param {string} file
 * @param {PlantedFault} planted
 * @param {0 | 1} first What its first line and column are called: 0 inside Stryker, 1 in its report, as here.
 * @returns {Fault}
 */
export function faultOf(file, { location: { start, end }, mutatorName, replacement }, first) {
  const from = 1 - first;
  return {
    file,
    line: start.line + from,
    column: start.column + from,
    endLine: end.line + from,
    endColumn: end.column + from,
    kind: mutatorName,
    replacement,
  };
}

/**
 * The name of a fault, the same in a list, in Stryker's checker and in its report.
 * @param {Fault} fault
 */
export function nameOf({ file, line, column, endLine, endColumn, kind, replacement }) {
  return `${file}:${line}:${column}-${endLine}:${endColumn} ${kind} ${replacement}`;
}
