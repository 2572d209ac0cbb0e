import { useMemo, useState } from 'react';
import type { PlaceCode } from '../domain/place.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { countOf } from '../text/numbers.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { PayerLabel } from '../ui/PayerLabel.tsx';
import styles from './StatesPage.module.css';

interface BoardTableProps {
  /** Its row ids begin with the place: `TX`, `TX-aetna`. */
  readonly figure: Figure;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly hrefForPlace: (place: PlaceCode) => string;
  /** What a row is: a place, or a combination of place and payer. */
  readonly noun: string;
}

function hasVotes(row: FigureRow): boolean {
  return row.cells['n']?.kind === 'value';
}

/** A board's rows with links to the places. Rows without a vote wait behind a button: they say one thing many times. */
export function BoardTable({ figure, sort, onSort, hrefForPlace, noun }: BoardTableProps) {
  const [showsAll, setShowsAll] = useState(false);
  const without = figure.rows.filter((row) => !hasVotes(row)).length;
  const shown = useMemo(
    () => (showsAll ? figure : { ...figure, rows: figure.rows.filter(hasVotes) }),
    [figure, showsAll],
  );
  return (
    <div className={styles['table']}>
      {shown.rows.length > 0 ? (
        <DataTable
          figure={shown}
          sort={sort}
          onSort={onSort}
          captionHidden
          renderLabel={(row) => <a href={hrefForPlace(row.id.slice(0, 2))}>{row.label}</a>}
          renderCell={payerCell}
        />
      ) : null}
      {without > 0 ? (
        <button
          type="button"
          className={styles['more']}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Hide' : 'Show'} the {countOf(without, noun)} without data
        </button>
      ) : null}
    </div>
  );
}

function payerCell(row: FigureRow, column: Column) {
  const cell = row.cells['payer'];
  if (column.id !== 'payer' || cell?.kind !== 'value') return undefined;
  return <PayerLabel colour={row.id.slice(3)}>{cell.value}</PayerLabel>;
}
