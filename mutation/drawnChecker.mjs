import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nameOf } from './possibleFaults.mjs';

/** Names of the faults that were drawn, as JSON, from the root of the project. */
export const drawnFile = '.cache/mutation/drawn.json';

/**
 * Stryker takes ranges of a file and plants every fault within them; this plugin lets through those that were drawn. The
 * others end as "compile error" in Stryker's own report and are not counted.
 */
class DrawnChecker {
  /** @type {ReadonlySet<string>} */
  #drawn = new Set();

  async init() {
    this.#drawn = new Set(JSON.parse(readFileSync(drawnFile, 'utf8')));
  }

  /** @param {readonly Mutant[]} mutants */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  /** @param {readonly Mutant[]} mutants */
  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        this.#drawn.has(nameOfMutant(mutant))
          ? { status: 'passed' }
          : { status: 'compileError', reason: 'Not drawn' },
      ]),
    );
  }
}

/** @param {Mutant} mutant */
function nameOfMutant({ fileName, location: { start, end }, mutatorName, replacement }) {
  return nameOf({
    file: path.relative(process.cwd(), fileName).replaceAll('\\', '/'),
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    kind: mutatorName,
    replacement,
  });
}

/**
 * @typedef {{ id: string, fileName: string, mutatorName: string, replacement: string,
 *   location: import('./possibleFaults.mjs').Place }} Mutant
 */

export const strykerPlugins = [{ kind: 'Checker', name: 'drawn', injectableClass: DrawnChecker }];
