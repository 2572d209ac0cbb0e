/** Today as this reader's calendar has it, `2026-11-30`. */
export function today(): string {
  // Sweden writes its dates so.
  return new Date().toLocaleDateString('sv-SE');
}
