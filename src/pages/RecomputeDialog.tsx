import { Fragment, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './RecomputePanel.module.css';
import type { RecomputeFact } from './recomputeFacts.tsx';

interface RecomputeDialogProps {
  /** What is done: "Recompute this". */
  readonly verb: string;
  readonly title: string;
  readonly valueText: string;
  readonly facts: readonly RecomputeFact[];
  readonly onClose: () => void;
  /** Back to the figure this one was opened from. */
  readonly back: { readonly title: string; readonly onBack: () => void } | null;
  /** What the button that hands over the sheet says. */
  readonly download: string;
  readonly onDownload: () => void;
  readonly children: ReactNode;
}

/**
 * The frame of every working. A modal dialog of the platform's own: it keeps the focus, closes on Escape, and gives
 * the focus back to where it came from.
 */
export function RecomputeDialog(props: RecomputeDialogProps) {
  const { verb, title, valueText, facts, onClose, back, download, onDownload, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const shown = useRef(title);

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  useEffect(() => {
    if (shown.current === title) return;
    shown.current = title;
    // Another figure in the same dialog: the button that led here is gone, so the focus goes to what came.
    heading.current?.focus();
    dialog.current?.scrollTo?.({ top: 0 });
  }, [title]);

  return (
    <dialog ref={dialog} className={styles['panel']} aria-labelledby={headingId} onClose={onClose}>
      <div className={styles['content']}>
        <div className={styles['head']}>
          <div>
            <h2 id={headingId} ref={heading} tabIndex={-1}>
              {verb}: {title}
            </h2>
            <p className={styles['value']}>{valueText}</p>
          </div>
          <div className={styles['actions']}>
            {back ? (
              <button type="button" onClick={back.onBack} title={back.title}>
                Back
              </button>
            ) : null}
            <button type="button" onClick={() => dialog.current?.close()}>
              Close
            </button>
          </div>
        </div>
        <dl className={styles['facts']}>
          {facts.map(({ term, text }) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </Fragment>
          ))}
        </dl>
        <div className={styles['actions']}>
          <button type="button" onClick={onDownload}>
            {download}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
