import { useRef } from 'react';
import { Notice } from '../ui/Notice.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import type { ContractFile, KeptNote } from './contractFile.ts';
import styles from './OwnPage.module.css';

/** Where the user's file is kept: in memory, unless they ask for more; and back out of it with one button. */
export function KeepFile({ file }: { readonly file: ContractFile }) {
  const { state, rates, kept, keptFault, onKeep, onOpenKept, onDeleteKept } = file;
  const canKeep = rates !== null && state.kind !== 'reading' && !kept?.isOpen;
  const canOpen = kept !== null && !kept.isOpen && state.kind !== 'reading';
  const deletes = useRef<HTMLButtonElement>(null);
  const keeps = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();

  /** A notice that goes leaves the focus to the button that keeps, or to the panel of files above. */
  function goOn(button: Element): void {
    const above = noticeOf(button)?.previousElementSibling;
    focusAfter(button, () => [keeps.current, above]);
  }

  const remove = (
    <button
      ref={deletes}
      type="button"
      onClick={({ currentTarget }) => {
        goOn(currentTarget);
        onDeleteKept();
      }}
    >
      Delete from this browser
    </button>
  );
  return (
    <>
      {kept?.isOpen ? (
        <Notice title="Kept in this browser.">
          {nameOf(kept)}, since {kept.on}: the file itself, for your next visit with this browser on this
          device. Nobody else can ask for it, and the browser may drop it when it is short of space. {remove}
        </Notice>
      ) : null}
      {canOpen ? (
        <Notice title="Kept in this browser:">
          {nameOf(kept)}.{' '}
          <span className={styles['choices']}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                goOn(currentTarget);
                onOpenKept();
              }}
            >
              Open {kept.name}, kept on {kept.on}
            </button>
            {remove}
          </span>
        </Notice>
      ) : null}
      {canKeep ? (
        <p className={styles['keep']}>
          <button
            ref={keeps}
            type="button"
            onClick={({ currentTarget }) => {
              // Not onto the button itself: a key held too long would delete what was just kept.
              focusAfter(currentTarget, () => [noticeOf(deletes.current)]);
              onKeep();
            }}
          >
            {kept ? 'Keep this in its place' : 'Keep in this browser'}
          </button>{' '}
          <span className={styles['columns']}>
            Without it, closing the tab forgets the file. On a shared computer, leave it so.
          </span>
        </p>
      ) : null}
      {keptFault === '' ? null : <Notice tone="danger">{keptFault}</Notice>}
    </>
  );
}

function noticeOf(button: Element | null): Element | null | undefined {
  return button?.closest('[role="status"]');
}

function nameOf({ name, volumes }: KeptNote): string {
  return volumes === '' ? name : `${name} with volumes of ${volumes}`;
}
