import styles from './ColumnsPanel.module.css';

interface FirstRowsProps {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first rows of a file, to recognise its columns by. */
export function FirstRows({ title, header, rows }: FirstRowsProps) {
  return (
    // A region that scrolls must be reachable by keyboard
    <div className={styles['scroll']} role="region" aria-label={`First rows, ${title}`} tabIndex={0}>
      <table>
        <caption className="visually-hidden">First rows, {title}</caption>
        <thead>
          <tr>
            {header.map((heading, index) => (
              // Headings may repeat or be blank; columns never move.
              <th key={`${index}:${heading}`} scope="col">
                {heading === '' ? '(no heading)' : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index}:${row[0] ?? ''}`}>
              {header.map((heading, column) => (
                <td key={`${column}:${heading}`}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
