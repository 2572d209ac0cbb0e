import type { ReactNode } from 'react';
import styles from './ColumnsPanel.module.css';

interface RememberColumnsProps {
  readonly isRemembered: boolean;
  /** Whether the first line holds headings: of no other may anything be stored. */
  readonly isFit: boolean;
  /** Whether the columns can be read by as they stand; remembered ones must be. */
  readonly isComplete?: boolean;
  readonly onRemember: (isWanted: boolean) => void;
  /** What else can be done, between the choice and what is said of it. */
  readonly children?: ReactNode;
}

/** The choice to keep a file's columns for others with the same headings, and what is stored then. */
export function RememberColumns(props: RememberColumnsProps) {
  const { isRemembered, isFit, isComplete = true, onRemember, children } = props;
  return (
    <>
      <label className={styles['remember']}>
        <input
          type="checkbox"
          checked={isRemembered}
          disabled={!isFit || !isComplete}
          onChange={({ target }) => onRemember(target.checked)}
        />
        Remember these columns for files with the same headings
      </label>
      {children}
      <small>
        {isFit
          ? 'Only the headings and your choice are stored in this browser, no cell of the file.'
          : 'Not for this file: its first line holds rates, not headings, and no cell is ever stored.'}
      </small>
    </>
  );
}
