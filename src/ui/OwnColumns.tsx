import { useState } from 'react';
import { columnHelp } from '../data/columnHelp.ts';
import { ownRatesColumns, ownRatesTemplate } from '../data/ownRatesColumns.ts';
import styles from './ImportPanel.module.css';
import { madeUpContract, noMadeUpContract } from './madeUpContract.ts';

/** Other headings of a column that are named; more would only be skipped. */
const mostHeadings = 6;

/** For who makes a file of rates: which columns are read, under which headings, and two files to begin with. */
export function OwnColumns() {
  const [trouble, setTrouble] = useState('');

  async function downloadExample(): Promise<void> {
    const made = await madeUpContract().catch(() => null);
    setTrouble(made ? '' : noMadeUpContract);
    if (made) saveText(made.name, made.text);
  }

  return (
    <details className={styles['columns']}>
      <summary>Which columns are read, and a template</summary>
      <div className={styles['scroll']}>
        <table>
          <caption className="visually-hidden">Columns that are recognised</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Holds</th>
              <th scope="col">Also found under</th>
            </tr>
          </thead>
          <tbody>
            {ownRatesColumns.map(({ field, required, headings }) => (
              <tr key={field}>
                <th scope="row">
                  {field}
                  {required ? <span className={styles['needed']}> needed</span> : null}
                </th>
                <td>{columnHelp[field]}</td>
                <td className={styles['muted']}>
                  {headings
                    .filter((heading) => heading !== field)
                    .slice(0, mostHeadings)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles['actions']}>
        <button type="button" onClick={() => saveText('own-rates-template.csv', ownRatesTemplate())}>
          Download an empty template
        </button>
        <button type="button" onClick={() => void downloadExample()}>
          Download the made-up contract
        </button>
      </div>
      {trouble === '' ? null : (
        <p className={styles['failed']} role="alert">
          {trouble}
        </p>
      )}
    </details>
  );
}

/** As `export/saveBlob.ts`, which stands on a floor of its own. */
function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
