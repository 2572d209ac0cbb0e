import type { RunningImport } from '../data/importClient.ts';

/** Readings of a user's files, of which only the latest counts: what comes of one before it is ignored. */
export class LatestReading<Readers> {
  readonly #readers: () => Promise<Readers>;
  readonly #onFailed: (message: string) => void;
  #running: RunningImport<unknown> | null = null;
  #turn = 0;

  /** @param readers fetched anew for each reading. @param onFailed told why the latest reading failed. */
  constructor(readers: () => Promise<Readers>, onFailed: (message: string) => void) {
    this.#readers = readers;
    this.#onFailed = onFailed;
  }

  /** Ends what is being read. @returns the turn of what is read next. */
  next(): number {
    this.#turn += 1;
    this.#running?.cancel();
    this.#running = null;
    return this.#turn;
  }

  isLatest(turn: number): boolean {
    return this.#turn === turn;
  }

  /** Runs one reading of a turn; undefined where another turn has begun, or it failed. */
  async run<Read>(turn: number, start: (readers: Readers) => RunningImport<Read>): Promise<Read | undefined> {
    try {
      const readers = await this.#readers();
      if (!this.isLatest(turn)) return undefined;
      const started = start(readers);
      this.#running = started;
      const result = await started.result;
      return this.isLatest(turn) ? result : undefined;
    } catch (error) {
      if (this.isLatest(turn)) this.#onFailed(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}
