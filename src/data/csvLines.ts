/** Without byte order mark; every line break as `\n`, so lines count as an editor counts them. */
export function normalize(text: string): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(start);
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

/** The offset each line starts at, and one past the last line's (missing) line break. */
export function lineStarts(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  const starts = new Uint32Array(count + 1);
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts[line++] = at + 1;
  starts[count] = text.length + 1;
  return starts;
}

/** Cells up to the last that is not blank. */
export function usedCells(cells: readonly string[]): number {
  let used = cells.length;
  while (used > 0 && (cells[used - 1] ?? '').trim() === '') used -= 1;
  return used;
}

/** Trimmed, without blank ones at the end. */
export function headingsOf(cells: readonly string[]): readonly string[] {
  const names = cells.map((name) => name.replace(/\s+/g, ' ').trim());
  while (names.at(-1) === '') names.pop();
  return names;
}

/** The byte behind a line's break; −1 where the line is not all there. At the end of the file the end. */
export function lineEnd(bytes: Uint8Array, start: number, isLast: boolean): number {
  let p = start;
  while (p < bytes.length && bytes[p] !== 0x0a && bytes[p] !== 0x0d) p += 1;
  if (p === bytes.length) return isLast ? p : -1;
  if (bytes[p] === 0x0a) return p + 1;
  if (p + 1 === bytes.length) return isLast ? p + 1 : -1;
  return bytes[p + 1] === 0x0a ? p + 2 : p + 1;
}
