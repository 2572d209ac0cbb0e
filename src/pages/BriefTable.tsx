import { Fragment } from 'react';
import type { Figure } from '../figures/figure.ts';
import { formatCell } from '../text/numbers.ts';
import { cellRuns } from '../ui/cellRuns.ts';
import styles from './BriefTable.module.css';

/** A figure's rows as paper needs them: nothing to press, every row whole, the heading again on each page. */
export function BriefTable(props: {
  readonly figure: Figure;
  readonly caption: string;
  /** Where a heading right above says the same. */
  readonly captionHidden?: boolean;
}) {
  const { figure, caption, captionHidden = false } = props;
  return (
    // A box that scrolls on a phone must be reachable by keyboard.
    <section className={styles['scroll']} aria-label={`${caption}, table`} tabIndex={0}>
      <table className={styles['table']}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {[figure.labelColumn, ...figure.columns].map(({ id, label, kind }) => (
              <th key={id} scope="col" data-kind={kind}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.label}
                {row.flags.map((flag) => (
                  <Fragment key={flag}>
                    {' '}
                    <span className={styles['flag']}>{flag}</span>
                  </Fragment>
                ))}
              </th>
              {cellRuns(figure.columns, row.cells).map(({ column, cell, span }) => (
                <td
                  key={column.id}
                  colSpan={span}
                  data-kind={column.kind}
                  data-absent={cell.kind === 'absent' ? '' : undefined}
                >
                  {formatCell(cell, column.kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
