import { readFileSync } from 'node:fs';
import path from 'node:path';
import { faultOf, nameOf } from './possibleFaults.mjs';

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
function nameOfMutant(mutant) {
  const file = path.relative(process.cwd(), mutant.fileName).replaceAll('\\', '/');
  return nameOf(faultOf(file, mutant, 0));
}

/** @typedef {import('./possibleFaults.mjs').PlantedFault & { id: string, fileName: string }} Mutant */

export const strykerPlugins = [{ kind: 'Checker', name: 'drawn', injectableClass: DrawnChecker }];
