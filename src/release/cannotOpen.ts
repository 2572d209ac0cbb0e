import { InputError } from './inputError.ts';

/** A file that the system does not hand out, with its reason. */
export function cannotOpen(file: string, error: unknown): InputError {
  const found = error instanceof Error ? error.message : String(error);
  const message = 'The file cannot be read.';
  return new InputError([{ file, line: 0, column: '', found, message, leftOut: true }]);
}
