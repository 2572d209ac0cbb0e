import { useSyncExternalStore } from 'react';
import { themeKey } from '../ui/themes.ts';

/** Small choices kept in this browser: never a cell of a user's file. */
const keys = {
  theme: themeKey,
  recent: 'rate-atlas.recent',
  columns: 'rate-atlas.columns',
  charges: 'rate-atlas.charges',
} as const;
type StoredName = keyof typeof keys;

/** Who shows a stored choice. */
const readers = new Set<() => void>();

/** Storage can be refused (private windows, policies); the product works without it. */
export function readStored(name: StoredName): string {
  try {
    return localStorage.getItem(keys[name]) ?? '';
  } catch {
    return '';
  }
}

export function writeStored(name: StoredName, text: string): void {
  try {
    if (text === '') localStorage.removeItem(keys[name]);
    else localStorage.setItem(keys[name], text);
  } catch {
    // Not kept: the choice holds until the tab is closed.
  }
  for (const changed of readers) changed();
}

/** A stored choice, empty on a page that was not yet taken over: its file cannot know what this browser keeps. */
export function useStored(name: StoredName): string {
  return useSyncExternalStore(
    subscribe,
    () => readStored(name),
    () => '',
  );
}

function subscribe(changed: () => void): () => void {
  readers.add(changed);
  return () => readers.delete(changed);
}
