import type { Provider, RateTable } from '../domain/rateTable.ts';
import type { RatesToSave } from './savedRates.ts';

/** What the packing worker is told, in this order; the last is answered. */
export type SaveStep =
  | { readonly providers: readonly Provider[] }
  /** Without its providers. */
  | { readonly table: RateTable }
  | { readonly publishers: readonly string[] };

export type SaveAnswer = { readonly zip: Blob } | { readonly fault: string };

/** So many objects are copied to the worker within a few milliseconds. */
const providersAtOnce = 2_000;

/**
 * Packs rates in a worker of its own, some at a time, so that the page stays live. They go to the worker and nowhere
 * else. Rejects with a reason.
 *
 * @param onProgress the share that was handed over, from 0 to 1; packing comes after it.
 */
export async function packedRates(
  { tables, publishers }: RatesToSave,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const worker = new Worker(new URL('./saveRates.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answered = answerOf(worker);
    const tell = (step: SaveStep) => worker.postMessage(step, []);
    const [first] = tables.values();
    const providers = first?.providers ?? [];
    for (let at = 0; at < providers.length; at += providersAtOnce) {
      tell({ providers: providers.slice(at, at + providersAtOnce) });
      await nextTask();
    }
    let done = 0;
    for (const table of tables.values()) {
      tell({ table: { ...table, providers: [] } });
      done += 1;
      onProgress(done / tables.size);
      await nextTask();
    }
    tell({ publishers });
    const answer = await answered;
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.zip;
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<SaveAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<SaveAnswer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
}

/** Lets the page do what is due before more is copied. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
