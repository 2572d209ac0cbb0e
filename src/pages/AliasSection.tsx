import { useMemo, useState } from 'react';
import { valueOf } from '../domain/cell.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import type { Plan } from '../domain/rateTable.ts';
import { aliasFigure } from '../figures/aliasFigure.ts';
import type { FigureRow } from '../figures/figure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './AliasSection.module.css';
import { AliasTrial } from './AliasTrial.tsx';
import { FindRows, mostRows } from './FindRows.tsx';

interface AliasSectionProps {
  readonly aliases: readonly PayerAlias[];
  /** The release's payers and plans as published. */
  readonly plans: readonly Plan[];
  readonly origin: string;
}

function holds(row: FigureRow, text: string): boolean {
  const cells = Object.values(row.cells).map((cell) => String(valueOf(cell) ?? ''));
  return [row.label, ...cells].some((each) => each.toLowerCase().includes(text));
}

/** How payers' and plans' printed names become parents and lines: the whole table, what it matched, and a trial. */
export function AliasSection({ aliases, plans, origin }: AliasSectionProps) {
  const [filter, setFilter] = useState('');
  const [everyRow, setEveryRow] = useState(false);
  const figure = useMemo(() => aliasFigure(aliases, plans, origin), [aliases, plans, origin]);
  const found = useMemo(() => {
    const text = filter.trim().toLowerCase();
    return figure.rows.filter(
      (row) =>
        (everyRow || Number(valueOf(row.cells['matched'] ?? { kind: 'value', value: 0 })) > 0) &&
        holds(row, text),
    );
  }, [figure, filter, everyRow]);
  const shown = useMemo(() => ({ ...figure, rows: found }), [figure, found]);

  return (
    <FigureCard
      figure={shown}
      whole={() => figure}
      headingLevel={2}
      chart={null}
      table={
        <>
          <AliasTrial aliases={aliases} />
          <FindRows
            label="Find in the table"
            placeholder="Words, parent or line"
            value={filter}
            onChange={setFilter}
            noun="row"
            found={found.length}
            total={figure.rows.length}
            advice="type more to see the others"
          >
            <label className={styles['check']}>
              <input
                type="checkbox"
                checked={everyRow}
                onChange={({ target }) => setEveryRow(target.checked)}
              />
              Also rows that decided no name of this release
            </label>
          </FindRows>
          {found.length > 0 ? <SelfSortedTable figure={shown} captionHidden most={mostRows} /> : null}
        </>
      }
    />
  );
}
