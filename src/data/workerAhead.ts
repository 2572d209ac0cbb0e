interface WorkerAhead {
  /** Starts one for the next who takes, unless one waits already. */
  readonly prepare: () => void;
  /** The one that waits, or a new one. It is the taker's then, to end it, too. */
  readonly take: () => Worker;
}

/** A worker started before it is needed: fetching and starting one takes as long as reading the first megabytes of a file. */
export function workerAhead(make: () => Worker): WorkerAhead {
  let waiting: Worker | null = null;
  return {
    prepare() {
      if (waiting) return;
      const worker = make();
      waiting = worker;
      // Nobody is told of one that could not be loaded: a new one may, and its taker hears of it.
      worker.addEventListener('error', () => {
        if (waiting === worker) waiting = null;
      });
    },
    take() {
      const worker = waiting ?? make();
      waiting = null;
      return worker;
    },
  };
}
