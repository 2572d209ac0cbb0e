import { useEffect, useState } from 'react';
import type { Address } from '../share/address.ts';
import { readStored, writeStored } from './stored.ts';

const most = 8;

/** Codes opened in this browser, newest first. */
export function useRecentCodes(address: Address): readonly string[] {
  const [recent, setRecent] = useState<readonly string[]>(() =>
    readStored('recent')
      .split(' ')
      .filter((code) => /^[0-9A-Z]{4,5}$/.test(code))
      .slice(0, most),
  );
  const code = address.page === 'code' ? address.code : null;
  useEffect(() => {
    if (code === null) return;
    setRecent((before) => {
      const next = [code, ...before.filter((each) => each !== code)].slice(0, most);
      writeStored('recent', next.join(' '));
      return next;
    });
  }, [code]);
  return recent;
}
