import { type ChangeEvent, type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { columnHelp } from '../data/columnHelp.ts';
import { ownRatesColumns, ownRatesTemplate } from '../data/ownRatesColumns.ts';
import styles from './ImportPanel.module.css';

export type ImportState =
  | { readonly kind: 'idle' }
  /** `fraction` from 0 to 1. */
  | { readonly kind: 'reading'; readonly fraction: number; readonly name: string }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'failed'; readonly message: string };

interface ImportPanelProps {
  readonly state: ImportState;
  /** The name of a second file, until it is said what it is; '' for none. */
  readonly question: string;
  readonly onAnswer: (as: 'contract' | 'volumes' | null) => void;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
  /** Forgets the file and its rates. */
  readonly onClear: () => void;
}

/** Where a user hands in rates of their own: drop or pick a CSV, watch it being read, take it back. */
export function ImportPanel({ state, question, onAnswer, onFile, onCancel, onClear }: ImportPanelProps) {
  const [over, setOver] = useState(false);
  const [several, setSeveral] = useState(false);
  const inputId = useId();
  const hintId = useId();

  function take(files: FileList | null): void {
    const file = files?.[0];
    setSeveral((files?.length ?? 0) > 1);
    if (file && state.kind !== 'reading') onFile(file);
  }

  function dragOver(event: DragEvent): void {
    // Without this the browser leaves the page to show the file.
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  async function openExample(): Promise<void> {
    const { name, text } = await example();
    onFile(new File([text], name, { type: 'text/csv' }));
  }

  function pick(event: ChangeEvent<HTMLInputElement>): void {
    take(event.target.files);
    // So that the same file, corrected, can be picked again.
    event.target.value = '';
  }

  return (
    <section className={styles['panel']} aria-label="Your own rates">
      {/* Dropping is a shortcut; the file button does the same */}
      <div
        className={styles['zone']}
        data-over={over}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {state.kind === 'reading' ? (
          <div className={styles['reading']}>
            <p role="status">Reading {state.name}</p>
            <progress aria-label={`Reading ${state.name}`} max={1} value={state.fraction} />
            <span className={styles['percent']}>{Math.round(state.fraction * 100)}%</span>
            <button type="button" onClick={onCancel}>
              Cancel
            </button>
          </div>
        ) : (
          <>
            {state.kind === 'done' ? (
              <p role="status">
                <strong>{state.name}</strong> is shown on this page, marked as yours. Volumes a year or claim
                lines may come as a file of their own: choose it, too.
              </p>
            ) : null}
            {state.kind === 'failed' ? (
              <p className={styles['failed']} role="alert">
                {state.message}
              </p>
            ) : null}
            <div className={styles['actions']}>
              <input
                id={inputId}
                className={`visually-hidden ${styles['input'] ?? ''}`}
                type="file"
                accept=".csv,.tsv,.txt,.xlsx,.xlsm,.parquet,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                aria-describedby={hintId}
                onChange={pick}
              />
              <label className={styles['pick']} htmlFor={inputId}>
                {state.kind === 'done'
                  ? 'Choose another CSV file or workbook'
                  : 'Choose a CSV file or workbook'}
              </label>
              <span className={styles['muted']}>or drop it here</span>
              {state.kind === 'idle' ? (
                <button type="button" onClick={() => void openExample()}>
                  Try a made-up contract
                </button>
              ) : null}
              {state.kind === 'done' ? (
                <button type="button" onClick={onClear}>
                  Remove my rates
                </button>
              ) : null}
            </div>
            {question === '' ? null : <Question key={question} file={question} onAnswer={onAnswer} />}
            {several ? <p className={styles['muted']}>One file at a time: the first was taken.</p> : null}
          </>
        )}
        <p id={hintId} className={styles['promise']}>
          <strong>Your file stays in this browser.</strong> It is not uploaded anywhere, and a link you share
          does not carry it. It needs a column each for code, payer and rate (or % of Medicare), under any
          headings: what is not recognised can be chosen.
        </p>
      </div>
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
                      .slice(0, 6)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className={styles['actions']}>
          <button type="button" onClick={() => download('own-rates-template.csv', ownRatesTemplate())}>
            Download an empty template
          </button>
          <button type="button" onClick={() => void downloadExample()}>
            Download the made-up contract
          </button>
        </div>
      </details>
    </section>
  );
}

/** A second file may be another contract, or this one's volumes: its name does not tell. */
function Question({
  file,
  onAnswer,
}: {
  readonly file: string;
  readonly onAnswer: ImportPanelProps['onAnswer'];
}) {
  const first = useRef<HTMLButtonElement>(null);
  const questionId = useId();
  useEffect(() => first.current?.focus(), []);
  return (
    <div className={styles['question']} role="group" aria-labelledby={questionId}>
      <p id={questionId}>
        What is <strong>{file}</strong>?
      </p>
      <div className={styles['actions']}>
        <button ref={first} type="button" onClick={() => onAnswer('volumes')}>
          Take volumes from it
        </button>
        <button type="button" onClick={() => onAnswer('contract')}>
          Replace the contract
        </button>
        <button type="button" onClick={() => onAnswer(null)}>
          Neither
        </button>
      </div>
    </div>
  );
}

/** 25 codes and 4 payers nobody has: loaded only for who asks. */
async function example(): Promise<{ readonly name: string; readonly text: string }> {
  const { contractExample, contractExampleName } = await import('../data/contractExample.ts');
  return { name: contractExampleName, text: contractExample() };
}

async function downloadExample(): Promise<void> {
  const { name, text } = await example();
  download(name, text);
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Revoked in the same task some browsers would lose the download they have not started.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
