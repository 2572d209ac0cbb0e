import { useSyncExternalStore } from 'react';
import type { Contract } from '../domain/contract.ts';

/** Lines picked for the brief, in memory, for as long as the contract itself: another file starts without any. */
const picked = new WeakMap<Contract, ReadonlySet<string>>();
const readers = new Set<() => void>();
const none: ReadonlySet<string> = new Set();

/** The picked lines of a contract, the same in every view of it. */
export function usePicks(
  contract: Contract,
): readonly [ReadonlySet<string>, (picks: ReadonlySet<string>) => void] {
  const picks = useSyncExternalStore(
    subscribe,
    () => picked.get(contract) ?? none,
    () => none,
  );
  return [
    picks,
    (next) => {
      picked.set(contract, next);
      for (const changed of readers) changed();
    },
  ];
}

function subscribe(changed: () => void): () => void {
  readers.add(changed);
  return () => readers.delete(changed);
}
