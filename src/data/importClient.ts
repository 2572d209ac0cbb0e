import { proxy, type Remote, wrap } from 'comlink';
import type { ImportApi } from './importApi.ts';
import type { OwnRates, OwnReading } from './ownRates.ts';
import type { OwnVolumes } from './ownVolumes.ts';

/** The largest file that is read, in bytes. It is read piece by piece; past this it would take hours. */
export const largestImport = 20_000_000_000;

/** Why an import gave no rates. `name` tells cancelling, which is no fault, from the rest. */
export class ImportError extends Error {
  override readonly name: 'ImportCancelled' | 'FileTooLarge' | 'ImportFailed';

  constructor(name: ImportError['name'], message: string) {
    super(message);
    this.name = name;
  }
}

export interface RunningImport<Read> {
  /** Rejects with an `ImportError`. A file full of faults is no error: what is read lists them. */
  readonly result: Promise<Read>;
  readonly cancel: () => void;
}

export type StartImport<Read> = (
  file: File,
  reading: OwnReading,
  onProgress: (fraction: number) => void,
  makeWorker?: () => Worker,
) => RunningImport<Read>;

/** Reads a user's file of rates or claim lines. */
export const startImport: StartImport<OwnRates> = (file, reading, onProgress, makeWorker = importWorker) =>
  start(file, onProgress, makeWorker, (api, report) => api.rates(file, file.name, reading, report));

/** Reads a user's file of volumes. */
export const startVolumes: StartImport<OwnVolumes> = (file, reading, onProgress, makeWorker = importWorker) =>
  start(file, onProgress, makeWorker, (api, report) => api.volumes(file, file.name, reading, report));

/**
 * Reads in a worker of its own, so the page stays live and cancelling is immediate. The file goes to the worker and
 * nowhere else.
 *
 * @param onProgress called with fractions from 0 to 1, never after the result or a cancel.
 */
function start<Read>(
  file: File,
  onProgress: (fraction: number) => void,
  makeWorker: () => Worker,
  read: (api: Remote<ImportApi>, report: (fraction: number) => void) => Promise<Read>,
): RunningImport<Read> {
  if (file.size > largestImport) {
    const size = Math.ceil(file.size / 1e9);
    const message = `${file.name} has ${size} GB; files up to ${largestImport / 1e9} GB can be read. Split it, or keep only the codes you need.`;
    return { result: Promise.reject(new ImportError('FileTooLarge', message)), cancel: () => {} };
  }
  const worker = makeWorker();
  const { promise, resolve, reject } = deferred<Read>();
  let settled = false;
  function settle(finish: () => void): void {
    if (settled) return;
    settled = true;
    worker.terminate();
    finish();
  }
  function fail(reason: string): void {
    const message = `${file.name} could not be read${reason === '' ? '' : `: ${reason}`}.`;
    settle(() => reject(new ImportError('ImportFailed', message)));
  }
  worker.addEventListener('error', (event) => fail(event.message ?? ''));

  async function run(): Promise<void> {
    const report = proxy((fraction: number) => {
      if (!settled) onProgress(fraction);
    });
    const found = await read(wrap<ImportApi>(worker), report);
    settle(() => resolve(found));
  }
  run().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));

  return {
    result: promise,
    cancel: () =>
      settle(() => reject(new ImportError('ImportCancelled', `Reading ${file.name} was cancelled.`))),
  };
}

function importWorker(): Worker {
  return new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
}

/** `Promise.withResolvers`, which ES2023 does not have. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
