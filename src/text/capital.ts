/** A text with its first letter in capitals: `document A` → `Document A`. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
