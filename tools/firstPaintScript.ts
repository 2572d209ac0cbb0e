import { readFileSync } from 'node:fs';
import path from 'node:path';
import { minifySync } from 'vite';

/** `firstPaint.js` for a release, in as few bytes as it takes: it stands in every page. */
export function firstPaintScript(releaseId: string): string {
  const file = path.resolve(import.meta.dirname, '../src/app/firstPaint.js');
  const text = readFileSync(file, 'utf8').replace('THIS_RELEASE', releaseId.replaceAll('.', String.raw`\.`));
  const { code, errors } = minifySync(file, text, { mangle: { toplevel: true } });
  if (errors.length > 0) throw new Error(`firstPaint.js: ${errors[0]?.message}`);
  return code;
}
