import type { BaseIssue } from 'valibot';

/** What a schema found wrong, for a sentence: a key that is not there is missing, not "received undefined". */
export function issueText({ message, expected, received }: BaseIssue<unknown>): string {
  return received === 'undefined' ? `${expected ?? 'a key'} is missing` : message;
}
