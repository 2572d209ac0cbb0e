import styles from './SiteNotices.module.css';

interface SiteNoticesProps {
  /** A newer build waits for this page to be reloaded. */
  readonly hasUpdate: boolean;
  readonly isOffline: boolean;
  /** The browser takes no address: the bar still says where the page was. */
  readonly isAddressLate: boolean;
}

/** What the reader must know of the connection, of newer releases and of the address; nothing at all most of the time. */
export function SiteNotices({ hasUpdate, isOffline, isAddressLate }: SiteNoticesProps) {
  return (
    <div role="status" className={styles['notices']} data-print="hide">
      {hasUpdate ? (
        <p className={styles['notice']}>
          <span>
            A newer version of this site is ready. Until you reload, this page keeps its own release.
            Reloading closes a file of yours that is open here.
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
      {isAddressLate ? (
        <p className={styles['notice']}>
          The address bar still says a view you have left: this browser takes no new address for now. The page
          shows what you chose, and the address follows as soon as it can.
        </p>
      ) : null}
    </div>
  );
}
