import { createHash } from 'node:crypto';

/** What a content policy calls the text of an inline script or style it allows. */
export function policyHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
