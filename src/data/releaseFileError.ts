/** A file of the release did not arrive, or not whole. The message says in plain words which, what was expected and what came. */
export class ReleaseFileError extends Error {
  override readonly name = 'ReleaseFileError';
  /** Path below the release's folder. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}
