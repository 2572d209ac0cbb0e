import { type FileHandle, open } from 'node:fs/promises';
import type { FileBytes } from '../../data/fileBytes.ts';

/** A file on disk, of which only what is asked for is read. Node 20 has `openAsBlob` for it, which counts sizes past 4 GB wrong. */
export class DiskBytes implements FileBytes {
  readonly size: number;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  /** @returns undefined where there is no file, but a pipe or a device. */
  static async open(path: string): Promise<DiskBytes | undefined> {
    const handle = await open(path);
    const found = await handle.stat();
    if (found.isFile()) return new DiskBytes(handle, found.size);
    await handle.close();
    return undefined;
  }

  slice(start: number, end: number) {
    return { arrayBuffer: () => this.#read(start, Math.min(end, this.size)) };
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** @throws Error when the file has become shorter. */
  async #read(start: number, end: number): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(Math.max(0, end - start));
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await this.#handle.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new Error('a file became shorter while it was read');
      at += bytesRead;
    }
    return bytes.buffer;
  }
}
