import type { ReactNode } from 'react';
import type { Figure } from '../figures/figure.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import styles from './EmbedFrame.module.css';

interface EmbedFrameProps {
  readonly figure: Figure;
  /** What of the frame's address could not be read; another site's author sees it here or nowhere. */
  readonly unread: readonly UnreadPart[];
  /** The release that is shown. */
  readonly releaseId: string;
  /** The release the frame's address names; null = none. */
  readonly pin: string | null;
  /** The same view as a whole page. */
  readonly fullHref: string;
  readonly children: ReactNode;
}

/**
 * One figure without a page around it, for another site's frame: title, figure, what it counts, where it comes from, the
 * way in.
 */
export function EmbedFrame({ figure, unread, releaseId, pin, fullHref, children }: EmbedFrameProps) {
  return (
    <main id="main" className={styles['frame']}>
      <h1>{figure.title}</h1>
      <p className={styles['summary']}>{figure.summary}</p>
      <UnreadNotice parts={unread} />
      {children}
      <footer className={styles['source']}>
        <p>What counts: {figure.scope}</p>
        <details>
          <summary>Method</summary>
          <p>{figure.method}</p>
        </details>
        <p>Sources: {keepTogether(figure.sources)}</p>
        {pin !== null && pin !== releaseId ? (
          <p role="status">
            This frame was made on release {pin}; the figures are of release {releaseId}. The full page says
            what changed.
          </p>
        ) : null}
        <p>
          <a href={fullHref} target="_blank" rel="noopener">
            Rate Atlas: method, votes and every other payer
          </a>
          . Estimates from published files, not a guarantee of payment. CPT codes © American Medical
          Association.
        </p>
      </footer>
    </main>
  );
}
