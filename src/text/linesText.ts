import { listOf } from './names.ts';

/** Line numbers with neighbours joined: `line 12`, `lines 12, 14–16 and 20`. Ascending in, ascending out, each once. */
export function linesText(lines: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line <= run.last + 1) run.last = line;
    else runs.push({ first: line, last: line });
  }
  const words = runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  return `${words.length === 1 && runs[0]?.first === runs[0]?.last ? 'line' : 'lines'} ${listOf(words)}`;
}
