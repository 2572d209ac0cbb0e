import { useId, useMemo, useState } from 'react';
import { valueOf } from '../domain/cell.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import type { Plan } from '../domain/rateTable.ts';
import { aliasFigure } from '../figures/aliasFigure.ts';
import type { FigureRow } from '../figures/figure.ts';
import { countOf } from '../text/numbers.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './AliasSection.module.css';
import { AliasTrial } from './AliasTrial.tsx';

interface AliasSectionProps {
  readonly aliases: readonly PayerAlias[];
  /** The release's payers and plans as published. */
  readonly plans: readonly Plan[];
}

/** More rows than anyone reads slow the page down; the filter finds the rest. */
const mostRows = 25;

function holds(row: FigureRow, text: string): boolean {
  const cells = Object.values(row.cells).map((cell) => String(valueOf(cell) ?? ''));
  return [row.label, ...cells].some((each) => each.toLowerCase().includes(text));
}

/** How payers' and plans' printed names become parents and lines: the whole table, what it matched, and a trial. */
export function AliasSection({ aliases, plans }: AliasSectionProps) {
  const id = useId();
  const [filter, setFilter] = useState('');
  const [everyRow, setEveryRow] = useState(false);
  const figure = useMemo(() => aliasFigure(aliases, plans), [aliases, plans]);
  const found = useMemo(() => {
    const text = filter.trim().toLowerCase();
    return figure.rows.filter(
      (row) =>
        (everyRow || Number(valueOf(row.cells['matched'] ?? { kind: 'value', value: 0 })) > 0) &&
        holds(row, text),
    );
  }, [figure, filter, everyRow]);
  const shown = useMemo(() => ({ ...figure, rows: found.slice(0, mostRows) }), [figure, found]);
  const hidden = found.length - shown.rows.length;

  return (
    <section className={styles['card']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Payer names</h2>
      <p className={styles['lead']}>{figure.summary}</p>
      <AliasTrial aliases={aliases} />
      <div className={styles['controls']} data-needs="script">
        <label htmlFor={`${id}-filter`}>Find in the table</label>
        <input
          id={`${id}-filter`}
          type="search"
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
          placeholder="Words, parent or line"
          autoComplete="off"
          spellCheck={false}
        />
        <label className={styles['check']}>
          <input type="checkbox" checked={everyRow} onChange={({ target }) => setEveryRow(target.checked)} />
          Also rows that decided no name of this release
        </label>
      </div>
      <p role="status" aria-label="Rows found" className={styles['small']}>
        {countOf(found.length, 'row')} of {countOf(figure.rows.length, 'row')}
        {hidden > 0 ? (
          <>
            ; the first {mostRows} are shown<span data-needs="script">, type more to see the others</span>
          </>
        ) : null}
        .
      </p>
      {found.length > 0 ? <SelfSortedTable figure={shown} captionHidden /> : null}
      <p className={styles['small']}>
        {figure.method} {figure.notes.join(' ')} Source: {figure.sources}.
      </p>
    </section>
  );
}
