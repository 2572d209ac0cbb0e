/** A file of the release did not arrive, or not whole. The message says in plain words which, what was expected and what came. */
export class ReleaseFileError extends Error {
  override readonly name = 'ReleaseFileError';
  /** Path below the release's folder. */
  readonly path: string;

  /** @param options with what stopped the request as the cause, where no server answered at all */
  constructor(path: string, message: string, options?: ErrorOptions) {
    super(`${path}: ${message}`, options);
    this.path = path;
  }
}
