import type { DeskView } from '../share/address.ts';
import { useHref } from '../ui/links.tsx';
import styles from './OwnPage.module.css';

interface OwnElsewhereProps {
  readonly part: DeskView;
}

/** "Your rates" inside another site's page: nothing to open a file with, and the way to where there is. */
export function OwnElsewhere({ part }: OwnElsewhereProps) {
  const href = useHref();
  return (
    <div className={styles['page']}>
      <header>
        <h1>Your rates</h1>
        <p>
          This page opens your own files, so it is not shown inside another site’s page.{' '}
          <a href={href({ page: 'own', view: part })} target="_blank" rel="noopener">
            Open it in a tab of its own
          </a>
          .
        </p>
      </header>
    </div>
  );
}
