import { readStored, writeStored } from './stored.ts';

const most = 8;

/** Codes opened in this browser, newest first. Anything else found in storage is ignored. */
export function recentCodes(): readonly string[] {
  return readStored('recent')
    .split(' ')
    .filter((code) => /^[0-9A-Z]{4,5}$/.test(code))
    .slice(0, most);
}

export function rememberCode(code: string): void {
  const others = recentCodes().filter((each) => each !== code);
  writeStored('recent', [code, ...others].slice(0, most).join(' '));
}
