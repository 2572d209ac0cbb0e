import type { BucaShares } from '../domain/buca.ts';
import { bucaIds } from './rowIds.ts';
import type { UnreadPart } from './unreadPart.ts';

/** A share as it can be typed: at most nine characters, so that four of them leave room in a link. */
export const sharePattern = /^(?=.{1,9}$)(\d+|\d*\.\d{1,6})$/;

/** `aetna-30.bcbs-12.5`, in payer order; null when there is no share. */
export function formatShares(shares: BucaShares | null): string | null {
  const written = bucaIds.flatMap((id) => {
    const share = shares?.[id] ?? 0;
    return share > 0 ? [`${id}-${share}`] : [];
  });
  return written.length === 0 ? null : written.join('.');
}

/** The shares that can be read; each of the others is named. A point between digits is a decimal one. */
export function parseShares(text: string | undefined, unread: UnreadPart[]): BucaShares | null {
  const shares: [string, number][] = [];
  for (const each of text?.toLowerCase().split(/\.(?=[a-z])/) ?? []) {
    const at = each.lastIndexOf('-');
    const [name, amount] = [each.slice(0, at), each.slice(at + 1)];
    const isShare = sharePattern.test(amount) && Number(amount) > 0;
    if (isShare && bucaIds.some((id) => id === name)) shares.push([name, Number(amount)]);
    else unread.push({ part: `shares=${each}`, reason: 'not a market share of a BUCA payer; not used' });
  }
  // Equal views are equal, in whatever order they were typed.
  const inOrder = bucaIds.flatMap((id) => shares.filter(([name]) => name === id));
  return inOrder.length === 0 ? null : Object.fromEntries(inOrder);
}
