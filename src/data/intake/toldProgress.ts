import type { IntakeProgress } from './intakeReport.ts';
import type { IntakeInput } from './readIntake.ts';

/** Progress is told no oftener, in milliseconds. */
const progressEvery = 100;

/** Tells where a reading of several files stands. */
export class ToldProgress {
  readonly #files: number;
  readonly #onProgress: (progress: IntakeProgress) => void;
  readonly #started = performance.now();
  /** Bytes of all files, as chosen. */
  readonly bytes: number;
  #lastTold = 0;
  #number = 0;
  #bytesBefore = 0;

  constructor(inputs: readonly IntakeInput[], onProgress: (progress: IntakeProgress) => void) {
    this.#files = inputs.length;
    this.#onProgress = onProgress;
    this.bytes = inputs.reduce((sum, { file }) => sum + file.size, 0);
  }

  /** Since the reading began. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /** @param rates how many are held. @returns what is told how many bytes of the file have been read. */
  begin({ file, path }: IntakeInput, rates: () => number): (fileDone: number) => void {
    this.#number += 1;
    const number = this.#number;
    const before = this.#bytesBefore;
    this.#bytesBefore += file.size;
    return (fileDone) => {
      const now = performance.now();
      if (now - this.#lastTold < progressEvery && fileDone < file.size) return;
      this.#lastTold = now;
      const done = before + fileDone;
      this.#onProgress({
        file: path,
        number,
        files: this.#files,
        fileDone,
        fileBytes: file.size,
        done,
        bytes: this.bytes,
        bytesPerSecond: now > this.#started ? (done * 1000) / (now - this.#started) : 0,
        rates: rates(),
      });
    };
  }
}
