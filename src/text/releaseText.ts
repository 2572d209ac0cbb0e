import { countOf } from './numbers.ts';

interface NamedRelease {
  readonly id: string;
  readonly counts: { readonly rates: number };
}

/** `release 2026-11-22.9f0cbe38`. */
export function releaseName({ id }: Pick<NamedRelease, 'id'>): string {
  return `release ${id}`;
}

/** How much of a view differs between two releases, and how much larger or smaller the later is. */
export function changeSummary(
  was: NamedRelease,
  now: NamedRelease,
  compared: number,
  changed: number,
): string {
  const rates =
    was.counts.rates === now.counts.rates
      ? `Both hold ${countOf(now.counts.rates, 'rate')} in all.`
      : `It held ${countOf(was.counts.rates, 'rate')} in all; this one holds ${countOf(now.counts.rates, 'rate')}.`;
  if (compared === 0) return `Neither release has a figure for this view. ${rates}`;
  const figures =
    changed === 0
      ? `None of this view’s ${countOf(compared, 'figure')} differs from ${releaseName(was)}.`
      : `${changed} of this view’s ${countOf(compared, 'figure')} ${changed === 1 ? 'differs' : 'differ'} from ${releaseName(was)}.`;
  return `${figures} ${rates}`;
}
