import type { FileAccount } from '../src/data/formats/formatReader.ts';
import type { Problem } from '../src/domain/problem.ts';
import { promise } from './fuzzTarget.ts';

/** The name every input goes by. */
export const file = 'input';

/** Problems say where and why, in words for a person. */
export function keepsProblems(problems: readonly Problem[]): void {
  for (const problem of problems) {
    const { line, found, message } = problem;
    promise(problem.file === file, `a problem names the file "${problem.file}"`);
    promise(Number.isInteger(line) && line >= 0, `a problem stands in line ${line}`);
    promise(/\S/.test(message), 'a problem has no message');
    promise(found.length <= 81, 'a problem quotes more than 80 characters');
    promise(!/\bundefined\b|\[object|\bNaN\b/.test(withoutQuotes(message)), `a problem says "${message}"`);
  }
}

/** Read and left out make up what was there. */
export function keepsCount(present: number, read: number, leftOut: number): void {
  const all = [present, read, leftOut];
  promise(
    all.every((count) => Number.isInteger(count) && count >= 0),
    `the counts are ${all.join(', ')}`,
  );
  promise(read + leftOut === present, `${read} read and ${leftOut} left out are not ${present} present`);
}

export function keepsAccount(account: FileAccount): void {
  keepsCount(
    account.present,
    account.read,
    Object.values(account.leftOut).reduce((sum, count) => sum + count, 0),
  );
  keepsProblems(account.problems);
  promise(
    account.notes.every((note) => /\S/.test(note)),
    'a note is empty',
  );
}

/** No number of a value, however deep, is NaN or endless. */
export function keepsFinite(value: unknown): void {
  if (typeof value === 'number') promise(Number.isFinite(value), `a number read is ${value}`);
  else if (ArrayBuffer.isView(value)) keepsFinite([...(value as Float64Array)]);
  else if (value instanceof Map) keepsFinite([...value.values()]);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) keepsFinite(part);
}

/** Nothing of a file becomes a property of every object. */
export function keepsPrototype(): void {
  promise(Object.keys(Object.prototype).length === 0, 'the prototype of objects has new keys');
}

/** Messages may quote what the file says. */
function withoutQuotes(message: string): string {
  return message.replace(/["“].*["”]/gs, '');
}
