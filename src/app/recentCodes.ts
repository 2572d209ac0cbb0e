import { readStored, writeStored } from './stored.ts';

const most = 8;

/** Codes opened in this browser, newest first, from what is stored. Anything else found there is ignored. */
export function readRecentCodes(stored: string): readonly string[] {
  return stored
    .split(' ')
    .filter((code) => /^[0-9A-Z]{4,5}$/.test(code))
    .slice(0, most);
}

export function rememberCode(code: string): void {
  const others = readRecentCodes(readStored('recent')).filter((each) => each !== code);
  writeStored('recent', [code, ...others].slice(0, most).join(' '));
}
