import { type ChangeEvent, type DragEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { IntakeProgress } from '../data/intake/intakeReport.ts';
import type { PickedFile } from '../data/intake/pickedFile.ts';
import { listOf } from '../text/names.ts';
import { countOf, firstOf } from '../text/numbers.ts';
import { droppedFiles, pickedFiles } from './droppedFiles.ts';
import styles from './ImportPanel.module.css';
import { madeUpContract, noMadeUpContract } from './madeUpContract.ts';
import { OwnColumns } from './OwnColumns.tsx';
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
  /** `isOpen` where what was read before is still shown. */
  | { readonly kind: 'failed'; readonly message: string; readonly isOpen: boolean };

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
  // What went wrong before there was a file to read.
  const [trouble, setTrouble] = useState('');
  const inputId = useId();
  const hintId = useId();
  const own = useRef<HTMLElement>(null);
  const panel = ref ?? own;
  const focusAfter = useFocusAfter();

  function take(files: readonly PickedFile[]): void {
    setTrouble('');
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
    void takeDropped(event.dataTransfer);
  }

  async function takeDropped(transfer: DataTransfer): Promise<void> {
    const { files, unread } = await droppedFiles(transfer);
    take(files);
    if (unread.length > 0) setTrouble(unreadText(unread));
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
            <Outcome state={state} />
            {trouble === '' ? null : (
              <p className={styles['failed']} role="alert">
                {trouble}
              </p>
            )}
            <FileActions {...{ state, inputId, hintId, onClear }} onFiles={take} onTrouble={setTrouble} />
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
      <OwnColumns />
    </section>
  );
}

/** `2 files could not be opened by the browser: rates/a.csv and rates/b.csv.` */
function unreadText(paths: readonly string[]): string {
  return `${countOf(paths.length, 'file or folder', 'files and folders')} could not be opened by the browser: ${listOf(firstOf(paths, 3))}.`;
}

/** How the last reading ended. A failure is an element of its own: an alert is spoken as it comes into the page. */
function Outcome({ state }: { readonly state: ImportState }) {
  return (
    <>
      {state.kind === 'done' ? (
        <p role="status">
          <strong>{state.name}</strong> {state.count > 1 ? 'are' : 'is'} shown on this page, marked as yours.{' '}
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
    </>
  );
}

interface FileActionsProps extends Pick<ImportPanelProps, 'state' | 'onFiles' | 'onClear'> {
  readonly inputId: string;
  /** Of the words that say what can be chosen. */
  readonly hintId: string;
  readonly onTrouble: (message: string) => void;
}

/** Files to choose, an example for who has none at hand, and the way to take back what was read. */
function FileActions({ state, inputId, hintId, onFiles, onClear, onTrouble }: FileActionsProps) {
  const isOpen = state.kind === 'done' || (state.kind === 'failed' && state.isOpen);

  async function openExample(): Promise<void> {
    const made = await madeUpContract().catch(() => null);
    if (made === null) {
      onTrouble(noMadeUpContract);
      return;
    }
    const { name, text } = made;
    onFiles(pickedFiles([new File([text], name, { type: 'text/csv' })]));
  }

  function pick(event: ChangeEvent<HTMLInputElement>): void {
    onFiles(pickedFiles(event.target.files ?? []));
    // So that the same file, corrected, can be picked again.
    event.target.value = '';
  }

  return (
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
        {isOpen ? 'Choose more files' : 'Choose files'}
      </label>
      <span className={styles['muted']}>or drop them here, a folder too</span>
      {state.kind === 'idle' ? (
        <button type="button" onClick={() => void openExample()}>
          Try a made-up contract
        </button>
      ) : null}
      {isOpen ? (
        <button type="button" onClick={onClear}>
          Remove my rates
        </button>
      ) : null}
    </div>
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
