/** The bytes of a file that need not be in memory, read where they are asked for: a browser's `Blob`, or a file on disk. */
export interface FileBytes {
  readonly size: number;
  /** From one place up to another, or to the end where the file ends before that. */
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}
