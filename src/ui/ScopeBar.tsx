import { type ReactNode, useId, useState } from 'react';
import styles from './ScopeBar.module.css';
import { controlWidths, ScopeControls, type ScopeControlsProps } from './ScopeControls.tsx';
import { useAlive } from './useAlive.ts';

interface ScopeBarProps extends ScopeControlsProps {
  /** The scope in words: `scopeSentence`. */
  readonly sentence: string;
  /** The finer filters, below the controls. */
  readonly children?: ReactNode;
}

/** Which rates count: the scope in words, and the controls that change it. */
export function ScopeBar({ sentence, children, ...controls }: ScopeBarProps) {
  const headingId = useId();
  const controlsId = useId();
  const [open, setOpen] = useState(false);
  // A page's file keeps the room of the controls; they come with the script that answers to them.
  const isAlive = useAlive();

  return (
    <section className={styles['scope']} data-scope="" aria-labelledby={headingId}>
      <h2 id={headingId} className="visually-hidden">
        What counts
      </h2>
      <p className={styles['sentence']}>{sentence}</p>
      {isAlive ? (
        <>
          {/* On a narrow screen the figures come before seven controls; on a wide one this button is not there. */}
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={open}
            aria-controls={controlsId}
            data-print="hide"
            data-needs="script"
            onClick={() => setOpen(!open)}
          >
            Change what counts
          </button>
          <form
            id={controlsId}
            className={styles['controls']}
            data-open={open}
            data-needs="script"
            onSubmit={(event) => event.preventDefault()}
          >
            <ScopeControls {...controls} />
          </form>
        </>
      ) : (
        <div className={`${styles['controls']} ${styles['room']}`} data-needs="script">
          {Object.entries(controlWidths).map(([name, inlineSize]) => (
            <i key={name} style={{ inlineSize }} />
          ))}
        </div>
      )}
      {children}
    </section>
  );
}
