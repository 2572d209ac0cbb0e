import type { CsvGroup } from './csvGroups.ts';
import { csvRows } from './csvRows.ts';

interface Measured {
  /** From the bytes to the statistics on the page, in milliseconds. */
  readonly ms: number;
  /** With what must be fetched and started first. */
  readonly withStart: number;
  /** The longest the page's own thread was kept from anything else. */
  readonly block: number;
  readonly groups: readonly CsvGroup[];
}

declare global {
  interface Window {
    prepare: (rows: number) => number;
    measureCsv: (name: string) => Promise<Measured>;
  }
}

let bytes = new Uint8Array();

/** Makes the file, in memory as one that was dropped or fetched. Its size in bytes. */
window.prepare = (rows) => {
  bytes = csvRows(rows);
  return bytes.length;
};

window.measureCsv = async (name) => {
  const watch = blockWatch();
  // The watch has to be running before what it watches.
  await new Promise((resolve) => setTimeout(resolve, 50));
  watch.reset();
  const started = performance.now();
  const start = starts[name];
  if (!start) throw new Error(`nothing is called ${name}`);
  const read = await start();
  const from = performance.now();
  const groups = await read(bytes);
  const end = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { ms: end - from, withStart: end - started, block: watch.stop(), groups };
};

type Read = (bytes: Uint8Array<ArrayBuffer>) => Promise<readonly CsvGroup[]>;

/** Each has its worker waiting, as the page for a user's files has. */
const starts: Readonly<Record<string, () => Promise<Read>>> = {
  ours: () => waiting(new Worker(new URL('./csvOurs.worker.ts', import.meta.url), { type: 'module' })),
  papaparse: () => waiting(papaWorker('')),
  papaparseTold: () => waiting(papaWorker('told')),
  duckdb: async () => (await import('./csvDuckdb.ts')).startDuckdb(),
  // What no reader can be quicker than: every byte looked at once. On the page's own thread, without a worker's start.
  bytes: async () => async (file) => {
    let sum = 0;
    for (let at = 0; at < file.length; at++) sum = (sum + (file[at] as number)) | 0;
    return [{ group: 'sum', n: sum, mean: 0, p25: 0, median: 0, p75: 0 }];
  },
};

function papaWorker(name: string): Worker {
  return new Worker(new URL('./csvPapa.worker.ts', import.meta.url), { type: 'module', name });
}

/** A worker that has answered once, for a file with nothing in it. */
async function waiting(worker: Worker): Promise<Read> {
  await inWorker(worker, new Uint8Array(0));
  return (file) => inWorker(worker, file);
}

function inWorker(worker: Worker, file: Uint8Array<ArrayBuffer>): Promise<readonly CsvGroup[]> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    worker.postMessage(file.buffer, [file.buffer]);
  });
}

/** Sees how long the thread is taken, to a millisecond or so: a timer that is late was kept waiting. */
function blockWatch() {
  let longest = 0;
  let last = performance.now();
  let isOn = true;
  function tick(): void {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setTimeout(tick, 0);
  }
  tick();
  return {
    reset() {
      longest = 0;
      last = performance.now();
    },
    stop() {
      isOn = false;
      return longest;
    },
  };
}
