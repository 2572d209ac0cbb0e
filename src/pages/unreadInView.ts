import type { CodeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { Figure } from '../figures/figure.ts';
import type { CodeAddress, Sort } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';

// Parts are written out as `formatSort` and `formatWork` have them: exported from the first page's script they cost bytes
// there, which every visit waits for.

/** What to say of an order by a column that the table does not have; empty where it has. */
export function unreadSort(
  sort: Sort | null,
  { labelColumn, columns }: Pick<Figure, 'labelColumn' | 'columns'>,
  key: 'sort' | 'board' = 'sort',
): readonly UnreadPart[] {
  if (sort === null || [labelColumn, ...columns].some(({ id }) => id === sort.column)) return [];
  return [
    {
      part: `${key}=${sort.descending ? '-' : ''}${sort.column}`,
      reason: 'not a column of this table; rows are in their usual order',
    },
  ];
}

/** What to say of an opened row without votes and of a working without a row; empty where both are there. */
export function unreadRows(
  { open, work }: Pick<CodeAddress, 'open' | 'work'>,
  { here, nation }: CodeBenchmarks,
): readonly UnreadPart[] {
  const unread: UnreadPart[] = [];
  const { rows } = here.benchmark;
  const shown = rows.find((row) => row.n > 0);
  if (open !== null && shown && !rows.some((row) => row.id === open && row.n > 0)) {
    unread.push({
      part: `open=${open}`,
      reason: `no rates of it count in this view; ${shown.name} is shown`,
    });
  }
  const side = work?.ofNation ? nation : here;
  if (work && !side.benchmark.rows.some((row) => row.id === work.row)) {
    unread.push({
      part: `work=${work.ofNation ? 'us.' : ''}${work.row}.${work.measure}`,
      reason: 'no such row in this view; no working is opened',
    });
  }
  return unread;
}
