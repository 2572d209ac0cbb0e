import { useEffect, useSyncExternalStore } from 'react';
import { today } from '../ui/today.ts';
import { deleteKept, type KeptFile, type OwnFiles, readKept, writeKept } from './keptFile.ts';

interface KeptState {
  readonly kept: KeptFile | null;
  /** Why keeping or deleting did not work; '' otherwise. */
  readonly fault: string;
}

let current: KeptState = { kept: null, fault: '' };
let isRead = false;
const listeners = new Set<() => void>();

function change(next: KeptState): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

async function look(): Promise<void> {
  if (isRead) return;
  isRead = true;
  const kept = await readKept();
  if (kept && current.kept === null) change({ kept, fault: '' });
}

async function attempt(act: () => Promise<void>, kept: KeptFile | null): Promise<void> {
  try {
    await act();
    change({ kept, fault: '' });
  } catch (error) {
    change({ ...current, fault: error instanceof Error ? error.message : String(error) });
  }
}

/** What this browser keeps because the user said so. Looked up once, when the page of own rates is first shown. */
export function useKeptFile() {
  useEffect(() => {
    void look();
  }, []);
  return {
    ...useSyncExternalStore(subscribe, () => current),
    keep: (files: OwnFiles): Promise<void> => {
      const kept = { ...files, on: today() };
      return attempt(() => writeKept(kept), kept);
    },
    remove: (): Promise<void> => attempt(deleteKept, null),
  };
}
