import { utf16Of } from '../decodeText.ts';
import type { FormatStart } from './formatReader.ts';

export const startBytes = 65_536;

/** @param ahead the first bytes of a file, at least `startBytes` of them unless they are all. */
export function formatStart(ahead: Uint8Array): FormatStart {
  const isWhole = ahead.length < startBytes;
  const bytes = ahead.subarray(0, startBytes);
  return { bytes, text: textOf(bytes, isWhole), isWhole };
}

/** The last character may be cut. */
function textOf(bytes: Uint8Array, isWhole: boolean): string {
  const encoding = utf16Of(bytes);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
