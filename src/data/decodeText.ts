import { decodeWindows1252 } from './decodeWindows1252.ts';

export interface DecodedText {
  readonly text: string;
  /** What was assumed about the encoding, as a sentence; empty for UTF-8. */
  readonly note: string;
}

/**
 * Bytes as text: UTF-16 when a byte order mark says so, else UTF-8, else Windows-1252, which is what Excel on Windows
 * writes under plain "CSV". Never throws: every byte is a character in the last.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const marked = utf16 ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined);
  if (marked !== undefined) {
    return { text: new TextDecoder(marked).decode(bytes), note: 'The file was read as UTF-16.' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: '' };
  } catch {
    const text = decodeWindows1252(bytes);
    return { text, note: 'The file is not UTF-8 and was read as Windows-1252; check names with accents.' };
  }
}
