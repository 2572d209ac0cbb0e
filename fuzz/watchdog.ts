import { Worker } from 'node:worker_threads';

/** Seconds without a new case, after which a reader is said to hang: it cannot be stopped from its own thread. */
const patience = 120;

/** Ends the process, with a word, when a case does not end. */
export class Watchdog {
  readonly #shared = new SharedArrayBuffer(8);
  readonly #state = new Int32Array(this.#shared);
  readonly #worker: Worker;

  constructor(names: readonly string[], seed: string) {
    this.#worker = new Worker(`(${watch.toString()})(require('node:worker_threads').workerData)`, {
      eval: true,
      workerData: { shared: this.#shared, names, seed, patience },
    });
    this.#worker.unref();
  }

  /** @param target its number among the names. */
  see(target: number, at: number): void {
    this.#state[0] = target;
    this.#state[1] = at;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

interface Watched {
  readonly shared: SharedArrayBuffer;
  readonly names: readonly string[];
  readonly seed: string;
  readonly patience: number;
}

/** Runs in a thread of its own, from its text: it knows nothing of this module. */
function watch({ shared, names, seed, patience: seconds }: Watched): void {
  const state = new Int32Array(shared);
  let before = '';
  setInterval(() => {
    const now = state.join(' ');
    if (now === before) {
      require('node:fs').writeSync(
        2,
        `Case ${state[1]} of ${names[state[0] ?? 0]} with seed ${seed} hangs.\n`,
      );
      process.kill(process.pid, 'SIGKILL');
    }
    before = now;
  }, seconds * 1000);
}
