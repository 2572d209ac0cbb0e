import styles from './SiteNotices.module.css';

interface SiteNoticesProps {
  /** A newer build waits for this page to be reloaded. */
  readonly hasUpdate: boolean;
  readonly isOffline: boolean;
}

/** What the reader must know of the connection and of newer releases; nothing at all most of the time. */
export function SiteNotices({ hasUpdate, isOffline }: SiteNoticesProps) {
  return (
    <div role="status" className={styles['notices']} data-print="hide">
      {hasUpdate ? (
        <p className={styles['notice']}>
          <span>
            A newer version of this site is ready. Until you reload, this page keeps its own release.
          </span>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      ) : null}
      {isOffline ? (
        <p className={styles['notice']}>
          You are offline. Pages and states you have opened before are here; others need a connection.
        </p>
      ) : null}
    </div>
  );
}
