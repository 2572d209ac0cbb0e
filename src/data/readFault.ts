/**
 * Why a file could not be read, as the end of a sentence without its full stop. A browser that lost hold of a file, because
 * it was saved again or moved since it was chosen, speaks of permissions and references.
 */
export function readFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'NotReadableError' || error.name === 'NotFoundError'
    ? 'it was changed, moved or deleted after it was chosen. Choose it again'
    : error.message.replace(/\.+$/, '');
}
