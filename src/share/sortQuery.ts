import type { UnreadPart } from './unreadPart.ts';

export interface Sort {
  /** Column id; a column the page does not have sorts nothing. */
  readonly column: string;
  readonly descending: boolean;
}

/** `sort=median` ascending, `sort=-median` descending. */
export function formatSort(sort: Sort, key = 'sort'): string {
  return `${key}=${sort.descending ? '-' : ''}${sort.column}`;
}

/** null = the table's own order, also for a text that is no column, which is added to `unread`. */
export function parseSort(text: string | undefined, unread: UnreadPart[], key = 'sort'): Sort | null {
  if (text === undefined) return null;
  const match = /^(-?)([a-z][a-z0-9-]{0,30})$/.exec(text.toLowerCase());
  if (match) return { column: match[2] as string, descending: match[1] === '-' };
  unread.push({ part: `${key}=${text}`, reason: 'not a column; rows are in their usual order' });
  return null;
}
