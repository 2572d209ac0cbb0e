/** A file the release will hold, not yet written. */
export interface OutputFile {
  /** Path below the release's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Data rows, the heading not counted. */
  readonly rows: number;
  /** Its bytes a piece at a time, where it waits on disk. A piece is good only until the next is asked for. */
  readonly pieces?: () => Iterable<Uint8Array>;
}

/** A file's bytes in pieces, each good only until the next is asked for: those of a large one are never all held. */
export function piecesOf(file: OutputFile): Iterable<Uint8Array> {
  return file.pieces ? file.pieces() : [Buffer.from(file.text)];
}
