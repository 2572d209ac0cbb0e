import { countOf } from './numbers.ts';
import { releaseName } from './releaseText.ts';

interface CountedRelease {
  readonly id: string;
  readonly counts: { readonly rates: number };
}

/**
 * How much of what is compared differs between two releases, and how much larger or smaller the later is. A view shows
 * more than a digest keeps, so it is not said of all its figures.
 */
export function changeSummary(
  was: CountedRelease,
  now: CountedRelease,
  compared: number,
  changed: number,
): string {
  const rates =
    was.counts.rates === now.counts.rates
      ? `Both hold ${countOf(now.counts.rates, 'rate')} in all.`
      : `It held ${countOf(was.counts.rates, 'rate')} in all; this one holds ${countOf(now.counts.rates, 'rate')}.`;
  if (compared === 0) return `Neither release has a figure to compare for this view. ${rates}`;
  if (compared === 1)
    return `The one figure compared ${changed === 0 ? 'does not differ' : 'differs'} from ${releaseName(was)}. ${rates}`;
  const figures =
    changed === 0
      ? `None of the ${countOf(compared, 'figure')} compared differs from ${releaseName(was)}.`
      : `${changed} of the ${countOf(compared, 'figure')} compared ${changed === 1 ? 'differs' : 'differ'} from ${releaseName(was)}.`;
  return `${figures} ${rates}`;
}
