/** Small choices kept in this browser: never a rate, never a name from a user's file. */
const keys = { theme: 'rate-atlas.theme', recent: 'rate-atlas.recent' } as const;

/** Storage can be refused (private windows, policies); the product works without it. */
export function readStored(name: keyof typeof keys): string {
  try {
    return localStorage.getItem(keys[name]) ?? '';
  } catch {
    return '';
  }
}

export function writeStored(name: keyof typeof keys, text: string): void {
  try {
    localStorage.setItem(keys[name], text);
  } catch {
    // Not kept: the choice holds until the tab is closed.
  }
}
