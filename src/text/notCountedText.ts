import { listOf } from './names.ts';
import { countOf, formatCount } from './numbers.ts';

/** `2 lines are not counted: no target.`; `3 lines …: no volume (2) and no target (1).`; '' where every line counts. */
export function notCountedText(reasons: readonly string[]): string {
  if (reasons.length === 0) return '';
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const each = [...counts].map(([reason, count]) =>
    counts.size === 1 ? reason : `${reason} (${formatCount(count)})`,
  );
  return `${countOf(reasons.length, 'line is', 'lines are')} not counted: ${listOf(each)}.`;
}
