import { decodeWindows1252 } from './decodeWindows1252.ts';

export interface DecodedText {
  readonly text: string;
  /** What was assumed about the encoding, as a sentence; empty for UTF-8. */
  readonly note: string;
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const assumed: Readonly<Record<TextEncoding, string>> = {
  'utf-8': '',
  'utf-16le': 'The file was read as UTF-16.',
  'utf-16be': 'The file was read as UTF-16.',
  'windows-1252': 'The file is not UTF-8 and was read as Windows-1252; check names with accents.',
};

/** What is assumed about an encoding, as a sentence; empty for UTF-8. */
export function encodingNote(encoding: TextEncoding): string {
  return assumed[encoding];
}

/** As many bytes tell whether a text is UTF-16. */
export const utf16Bytes = 4096;

/**
 * UTF-16 where a byte order mark says so or, without one, where nearly every other byte of the start is zero: text of the
 * western world in UTF-16, and nothing else. undefined for other encodings.
 */
export function utf16Of(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(utf16Bytes / 2, Math.floor(start.length / 2));
  if (pairs < 4) return undefined;
  let firsts = 0;
  let seconds = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (start[at] === 0) firsts += 1;
    if (start[at + 1] === 0) seconds += 1;
  }
  if (seconds > pairs * 0.9 && firsts === 0) return 'utf-16le';
  if (firsts > pairs * 0.9 && seconds === 0) return 'utf-16be';
  return undefined;
}

/**
 * Bytes as text: UTF-16 where `utf16Of` finds it, else UTF-8, else Windows-1252, which is what Excel on Windows writes
 * under plain "CSV". Never throws: every byte is a character in the last.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), note: assumed[utf16] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: '' };
  } catch {
    return { text: decodeWindows1252(bytes), note: assumed['windows-1252'] };
  }
}
