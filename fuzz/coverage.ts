import { Session } from 'node:inspector';

const bundle = new URL('..', import.meta.url).href;

/** Watches which blocks of our own code run. */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  }

  /** Ways through functions that were seen: which of their blocks ran. */
  get ways(): number {
    return this.#seen.size;
  }

  /** Whether a function's blocks ran since the last call in a way not seen before. */
  isNew(): boolean {
    const before = this.#seen.size;
    this.#session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error) throw error;
      for (const { scriptId, url, functions } of coverage.result) {
        // The bundle that is run (`tools/typeScriptRunner.mjs`), without packages and Node's own.
        if (!url.startsWith(bundle)) continue;
        // A block that has not run is told with 0 inside of one that has: a function is as new as what is not 0 in it.
        for (const { ranges } of functions) {
          const ran = ranges.map(
            ({ startOffset, endOffset, count }) => `${startOffset}-${endOffset}:${count}`,
          );
          if ((ranges[0]?.count ?? 0) > 0) this.#seen.add(`${scriptId} ${ran.join(' ')}`);
        }
      }
    });
    return this.#seen.size > before;
  }

  close(): void {
    this.#session.disconnect();
  }
}
