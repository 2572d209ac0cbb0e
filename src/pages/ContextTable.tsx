import type { ReactNode } from 'react';
import { dataNotAvailable } from '../text/absence.ts';
import styles from './ContextSection.module.css';

interface ContextTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells by row, the row's name first; a row's key is its own. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Folds the table under this line, which names every row: on a phone it is the longest thing on the page. */
  readonly folded?: string;
}

/** A short table of words. On a phone its columns stand under each other. */
export function ContextTable({ folded, ...props }: ContextTableProps) {
  if (props.rows.length === 0) return <p className={styles['absent']}>{dataNotAvailable}</p>;
  if (folded === undefined) return <Table {...props} />;
  return (
    <details className={styles['folded']}>
      <summary>{folded}</summary>
      <Table {...props} />
    </details>
  );
}

function Table({ caption, columns, rows }: Omit<ContextTableProps, 'folded'>) {
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {rest.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
