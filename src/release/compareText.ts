/** Orders text by code unit. Not `localeCompare`: its order changes with the machine's language data, and so would the bytes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
