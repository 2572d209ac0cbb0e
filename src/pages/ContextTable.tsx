import type { ReactNode } from 'react';
import { dataNotAvailable } from '../text/absence.ts';
import styles from './ContextSection.module.css';

interface ContextTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells by row, the row's name first; a row's key is its own. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A short table of words. On a phone its columns stand under each other. */
export function ContextTable({ caption, columns, rows }: ContextTableProps) {
  if (rows.length === 0) return <p className={styles['absent']}>{dataNotAvailable}</p>;
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
