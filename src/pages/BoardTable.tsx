import { useMemo } from 'react';
import { minimumVotes } from '../domain/minimumVotes.ts';
import type { PlaceCode } from '../domain/place.ts';
import { isBoardFigure } from '../figures/boardWorking.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import type { Explained } from '../figures/working.ts';
import type { Sort } from '../share/address.ts';
import type { ListedRows } from '../share/statesQuery.ts';
import { formatCount } from '../text/numbers.ts';
import type { CountedNoun } from '../text/scopeSentence.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { PayerLabel } from '../ui/PayerLabel.tsx';
import styles from './StatesPage.module.css';
import { explainedCell, useExplained } from './useExplained.tsx';

interface BoardTableProps {
  /** Its row ids begin with the place: `TX`, `TX-aetna`. */
  readonly figure: Figure;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly hrefForPlace: (place: PlaceCode) => string;
  /** What the figure counts. */
  readonly noun: CountedNoun;
  /** Which rows stand beside those with votes enough. */
  readonly listed: ListedRows;
  /** Without it there is nothing to tick. */
  readonly onListed?: (listed: ListedRows) => void;
  /** The working of a figure of a place and payer; without it, figures are only read. */
  readonly explain?: (place: string, payer: string | null, columnId: string) => Explained | undefined;
}

/** How much a row says: enough votes, a few, none. */
function kindOf(row: FigureRow): 'enough' | 'few' | 'none' {
  const n = row.cells['n'];
  if (n?.kind !== 'value') return 'none';
  return Number(n.value) < minimumVotes ? 'few' : 'enough';
}

/** A board's rows with links to the places. Rows that only say an absence wait behind a tick box, counted. */
export function BoardTable(props: BoardTableProps) {
  const { figure, sort, onSort, hrefForPlace, noun, listed, onListed, explain } = props;
  const { open, panel } = useExplained();
  const showsFew = listed === 'few' || listed === 'all';
  const showsNone = listed === 'none' || listed === 'all';
  const kinds = useMemo(() => figure.rows.map(kindOf), [figure]);
  const shown = useMemo(() => {
    const isShown = { enough: true, few: showsFew, none: showsNone };
    return { ...figure, rows: figure.rows.filter((_, index) => isShown[kinds[index] ?? 'none']) };
  }, [figure, kinds, showsFew, showsNone]);
  const figureCell = explainedCell(
    open,
    (row, column) => {
      if (!explain || !isBoardFigure(column.id)) return undefined;
      const payer = row.id.length > 2 ? row.id.slice(3) : null;
      return () => explain(row.id.slice(0, 2), payer, column.id);
    },
    rowName,
  );
  const few = kinds.filter((kind) => kind === 'few').length;
  const none = kinds.filter((kind) => kind === 'none').length;
  return (
    <>
      <div className={styles['table']}>
        <p role="group" aria-label="Rows also listed" className={styles['ticks']}>
          {onListed && few > 0 ? (
            <label>
              <input
                type="checkbox"
                checked={showsFew}
                onChange={() => onListed(listedWith(!showsFew, showsNone))}
              />
              Fewer than {minimumVotes} {noun}s ({formatCount(few)})
            </label>
          ) : null}
          {onListed && none > 0 ? (
            <label>
              <input
                type="checkbox"
                checked={showsNone}
                onChange={() => onListed(listedWith(showsFew, !showsNone))}
              />
              No {noun}s ({formatCount(none)})
            </label>
          ) : null}
        </p>
        {shown.rows.length > 0 ? (
          <DataTable
            figure={shown}
            sort={sort}
            onSort={onSort}
            captionHidden
            renderLabel={(row) => <a href={hrefForPlace(row.id.slice(0, 2))}>{row.label}</a>}
            renderCell={(row, column) => payerCell(row, column) ?? figureCell(row, column)}
          />
        ) : (
          <p>
            No row has {minimumVotes} or more {noun}s.
          </p>
        )}
      </div>
      {panel}
    </>
  );
}

function listedWith(few: boolean, none: boolean): ListedRows {
  if (few && none) return 'all';
  if (few) return 'few';
  return none ? 'none' : 'enough';
}

/** A place has a row for each payer. */
function rowName({ label, cells: { payer } }: FigureRow): string {
  return payer?.kind === 'value' ? `${label}, ${payer.value}` : label;
}

function payerCell(row: FigureRow, column: Column) {
  const cell = row.cells['payer'];
  if (column.id !== 'payer' || cell?.kind !== 'value') return undefined;
  return <PayerLabel colour={row.id.slice(3)}>{cell.value}</PayerLabel>;
}
