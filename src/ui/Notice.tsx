import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'warning' | 'danger';

interface NoticeProps {
  readonly tone?: NoticeTone;
  /** A word or two in bold before the text. */
  readonly title?: string;
  readonly children: ReactNode;
}

const marks: Readonly<Record<NoticeTone, string>> = { info: 'i', warning: '!', danger: '×' };

/** Something the reader must know. Danger interrupts a screen reader (alert); the others wait their turn (status). */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  return (
    <div className={styles['notice']} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className={styles['mark']} aria-hidden="true">
        {marks[tone]}
      </span>
      <div className={styles['body']}>
        {title ? <strong>{title} </strong> : null}
        {children}
      </div>
    </div>
  );
}
