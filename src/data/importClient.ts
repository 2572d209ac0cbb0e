import { proxy, type Remote, wrap } from 'comlink';
import { type ListedProvider, type ProviderNpis, withProviders } from '../domain/placedProviders.ts';
import type { Provider, RateTable } from '../domain/rateTable.ts';
import type { CmsLine } from './formats/cmsTables.ts';
import type { ImportApi } from './importApi.ts';
import type { IntakeProgress, IntakeReport } from './intake/intakeReport.ts';
import type { PickedFile } from './intake/pickedFile.ts';
import type { IntakeReading } from './intake/readIntake.ts';
import type { FileSort } from './intake/sortFile.ts';
import type { OwnRates, OwnReading } from './ownRates.ts';
import type { OwnVolumes } from './ownVolumes.ts';
import { readFault } from './readFault.ts';
import { workerAhead } from './workerAhead.ts';

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

/** Published files as they were read. */
export interface OpenedIntake {
  readonly tables: ReadonlyMap<string, RateTable>;
  readonly npis: ProviderNpis;
  readonly publishers: readonly string[];
  readonly report: IntakeReport;
  readonly listed: ReadonlyMap<number, ListedProvider>;
  readonly cmsLines: readonly CmsLine[];
}

/** Looks at the start of each file to tell who is to read it. */
export function startSorting(
  files: readonly PickedFile[],
  makeWorker = importWorker,
): RunningImport<readonly FileSort[]> {
  return inWorker(nameOf(files), makeWorker, (api) => api.sort(files.map(inputOf)));
}

/** Reads published files of any size. */
export function startIntake(
  files: readonly PickedFile[],
  reading: IntakeReading,
  onProgress: (progress: IntakeProgress) => void,
  makeWorker = importWorker,
): RunningImport<OpenedIntake> {
  return inWorker(nameOf(files), makeWorker, async (api, isOver) => {
    const providers: Provider[] = [];
    const { tables, ...read } = await api.intake(
      files.map(inputOf),
      reading,
      proxy((progress: IntakeProgress) => {
        if (!isOver()) onProgress(progress);
      }),
      proxy((some: readonly Provider[]) => {
        for (const provider of some) providers.push(provider);
      }),
    );
    return { ...read, tables: withProviders(tables, providers) };
  });
}

/** Reads what lists of providers say of some NPIs. */
export function startProviderList(
  files: readonly PickedFile[],
  npis: Float64Array,
  makeWorker = importWorker,
): RunningImport<ReadonlyMap<number, ListedProvider>> {
  return inWorker(nameOf(files), makeWorker, (api) => api.providerList(files.map(inputOf), npis));
}

function inputOf({ file, path }: PickedFile) {
  return { file, path };
}

function nameOf([first]: readonly PickedFile[]): string {
  return first?.path ?? '';
}

/** Reads a user's file of rates or claim lines. */
export const startImport: StartImport<OwnRates> = (file, reading, onProgress, makeWorker = importWorker) =>
  start(file, onProgress, makeWorker, (api, report) => api.rates(file, file.name, reading, report));

/** Reads a user's file of volumes. */
export const startVolumes: StartImport<OwnVolumes> = (file, reading, onProgress, makeWorker = importWorker) =>
  start(file, onProgress, makeWorker, (api, report) => api.volumes(file, file.name, reading, report));

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
  return inWorker(file.name, makeWorker, (api, isOver) => {
    const report = proxy((fraction: number) => {
      if (!isOver()) onProgress(fraction);
    });
    return read(api, report);
  });
}

/**
 * Reads in a worker of its own, so the page stays live and cancelling is immediate. Files go to the worker and nowhere
 * else.
 *
 * @param read is told by `isOver` whether it ended or was cancelled, after which nobody is told of progress.
 */
function inWorker<Read>(
  name: string,
  makeWorker: () => Worker,
  read: (api: Remote<ImportApi>, isOver: () => boolean) => Promise<Read>,
): RunningImport<Read> {
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
    const message = `${name} could not be read${reason === '' ? '' : `: ${reason}`}.`;
    settle(() => reject(new ImportError('ImportFailed', message)));
  }
  worker.addEventListener('error', (event) => fail(event.message ?? ''));

  async function run(): Promise<void> {
    const found = await read(wrap<ImportApi>(worker), () => settled);
    settle(() => resolve(found));
  }
  run().catch((error: unknown) => fail(readFault(error)));

  return {
    result: promise,
    cancel: () => settle(() => reject(new ImportError('ImportCancelled', `Reading ${name} was cancelled.`))),
  };
}

const importWorkers = workerAhead(
  () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' }),
);

/** Has a worker ready for the next file, where someone is about to choose one. */
export function prepareImport(): void {
  importWorkers.prepare();
}

function importWorker(): Worker {
  return importWorkers.take();
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
