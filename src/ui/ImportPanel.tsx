import { type ChangeEvent, type DragEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { columnHelp } from '../data/columnHelp.ts';
import type { IntakeProgress } from '../data/intake/intakeReport.ts';
import type { PickedFile } from '../data/intake/pickedFile.ts';
import { ownRatesColumns, ownRatesTemplate } from '../data/ownRatesColumns.ts';
import { countOf } from '../text/numbers.ts';
import { droppedFiles, pickedFiles } from './droppedFiles.ts';
import styles from './ImportPanel.module.css';
import { ReadingProgress } from './ReadingProgress.tsx';
import { useFocusAfter } from './useFocusAfter.ts';

export type ImportState =
  | { readonly kind: 'idle' }
  /** `fraction` from 0 to 1; `progress` where files are read piece by piece. */
  | {
      readonly kind: 'reading';
      readonly fraction: number;
      readonly name: string;
      readonly progress: IntakeProgress | null;
    }
  | { readonly kind: 'done'; readonly name: string; readonly count: number; readonly isContract: boolean }
  | { readonly kind: 'failed'; readonly message: string };

/** What is asked about files that were chosen while others are open. */
export type ImportQuestion =
  /** A table beside an open contract: its name does not tell whether it is another one, or this one's volumes. */
  | { readonly kind: 'role'; readonly name: string }
  /** Published files beside those that are open. */
  | { readonly kind: 'more'; readonly name: string; readonly open: number };

export type ImportAnswer = 'contract' | 'volumes' | 'add' | 'replace' | null;

interface ImportPanelProps {
  /** The panel, for a focus that has to go somewhere. */
  readonly ref?: RefObject<HTMLElement | null>;
  readonly state: ImportState;
  readonly question: ImportQuestion | null;
  readonly onAnswer: (as: ImportAnswer) => void;
  readonly onFiles: (files: readonly PickedFile[]) => void;
  readonly onCancel: () => void;
  /** Forgets the file and its rates. */
  readonly onClear: () => void;
}

/** Where a user hands in rates of their own: drop or pick files, watch them being read, take them back. */
export function ImportPanel({
  ref,
  state,
  question,
  onAnswer,
  onFiles,
  onCancel,
  onClear,
}: ImportPanelProps) {
  const [over, setOver] = useState(false);
  const inputId = useId();
  const hintId = useId();
  const own = useRef<HTMLElement>(null);
  const panel = ref ?? own;
  const focusAfter = useFocusAfter();

  function take(files: readonly PickedFile[]): void {
    if (files.length > 0 && state.kind !== 'reading') onFiles(files);
  }

  function dragOver(event: DragEvent): void {
    // Without this the browser leaves the page to show the file.
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(take);
  }

  async function openExample(): Promise<void> {
    const { name, text } = await example();
    onFiles(pickedFiles([new File([text], name, { type: 'text/csv' })]));
  }

  function pick(event: ChangeEvent<HTMLInputElement>): void {
    take(pickedFiles(event.target.files ?? []));
    // So that the same file, corrected, can be picked again.
    event.target.value = '';
  }

  return (
    <section ref={panel} className={styles['panel']} aria-label="Your own rates">
      {/* Dropping is a shortcut; the file button does the same */}
      <div
        className={styles['zone']}
        data-over={over}
        // Whatever of it goes while it has the focus (a button pressed, Cancel as the reading ends): the panel is next.
        onFocus={({ target }) => focusAfter(target, () => [panel.current])}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {state.kind === 'reading' ? (
          <ReadingProgress {...state} onCancel={onCancel} />
        ) : (
          <>
            {state.kind === 'done' ? (
              <p role="status">
                <strong>{state.name}</strong> {state.count > 1 ? 'are' : 'is'} shown on this page, marked as
                yours.{' '}
                {state.isContract
                  ? 'Volumes a year or claim lines may come as a file of their own: choose it, too.'
                  : ''}
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
                multiple
                aria-describedby={hintId}
                onChange={pick}
              />
              <label className={styles['pick']} htmlFor={inputId}>
                {state.kind === 'done' ? 'Choose more files' : 'Choose files'}
              </label>
              <span className={styles['muted']}>or drop them here, a folder too</span>
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
            {question ? <Question key={question.name} question={question} onAnswer={onAnswer} /> : null}
          </>
        )}
        <p id={hintId} className={styles['promise']}>
          <strong>Your files stay in this browser.</strong> They are not uploaded anywhere, and a link you
          share does not carry them. One or many, of any size: a contract or claim lines as CSV or Excel (a
          column each for code, payer and rate, under any headings), or files as published: hospitals’
          price-transparency files (CSV, JSON), payers’ Transparency-in-Coverage files (JSON), CMS
          fee-schedule tables; packed as .gz or .zip, too. What a file is, is read from what it holds.
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

interface QuestionProps {
  readonly question: ImportQuestion;
  readonly onAnswer: (as: ImportAnswer) => void;
}

const answers: Readonly<Record<ImportQuestion['kind'], readonly (readonly [ImportAnswer, string])[]>> = {
  role: [
    ['volumes', 'Take volumes from it'],
    ['contract', 'Replace the contract'],
    [null, 'Neither'],
  ],
  more: [
    ['add', 'Add to the files open'],
    ['replace', 'Read in their place'],
    [null, 'Neither'],
  ],
};

function Question({ question, onAnswer }: QuestionProps) {
  const first = useRef<HTMLButtonElement>(null);
  const questionId = useId();
  useEffect(() => first.current?.focus(), []);
  return (
    <div className={styles['question']} role="group" aria-labelledby={questionId}>
      <p id={questionId}>
        What is <strong>{question.name}</strong>?
        {question.kind === 'more'
          ? ` ${countOf(question.open, 'published file is', 'published files are')} open; added, all are read again.`
          : ''}
      </p>
      <div className={styles['actions']}>
        {answers[question.kind].map(([answer, label], index) => (
          <button key={label} ref={index === 0 ? first : null} type="button" onClick={() => onAnswer(answer)}>
            {label}
          </button>
        ))}
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
