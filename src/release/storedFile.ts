import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from './outputFile.ts';

/** Characters that go to the disk together. */
const atOnce = 1 << 16;

/** Bytes that are read together. */
const pieceSize = 1 << 20;

/**
 * A file of a release that is written line by line and waits on disk instead of in memory: its text is read each time
 * it is asked for, or its bytes piece by piece. A national release has more of them than fit, and larger ones.
 */
export class StoredFile {
  readonly #path: string;
  readonly #target: string;
  readonly #file: number;
  #held: string;
  #rows = 0;

  /**
   * @param folder where it waits, not where it will be published.
   * @param header the first line, ended by a line feed as all are.
   */
  constructor(folder: string, path: string, header: string) {
    this.#path = path;
    this.#target = join(folder, path);
    mkdirSync(dirname(this.#target), { recursive: true });
    this.#file = openSync(this.#target, 'w');
    this.#held = header;
  }

  add(line: string): void {
    this.#held += line;
    this.#rows += 1;
    if (this.#held.length >= atOnce) this.#write();
  }

  /** There is no line after this. */
  end(): OutputFile {
    this.#write();
    closeSync(this.#file);
    const target = this.#target;
    return {
      path: this.#path,
      rows: this.#rows,
      get text() {
        return readFileSync(target, 'utf8');
      },
      pieces: () => piecesOnDisk(target),
    };
  }

  #write(): void {
    const bytes = Buffer.from(this.#held);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#held = '';
  }
}

function* piecesOnDisk(path: string): Generator<Uint8Array, void, undefined> {
  const buffer = new Uint8Array(pieceSize);
  const file = openSync(path, 'r');
  try {
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer))
      yield buffer.subarray(0, count);
  } finally {
    closeSync(file);
  }
}
