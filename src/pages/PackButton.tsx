import { useState } from 'react';
import { useHref } from '../ui/links.tsx';
import styles from './PackButton.module.css';

interface PackButtonProps {
  readonly code: string;
  /** The release the page shows. */
  readonly releaseId: string;
}

/** Saves the site with this code's pages and data as one zip, for use from a folder without a connection. */
export function PackButton({ code, releaseId }: PackButtonProps) {
  const href = useHref();
  const [isBusy, setIsBusy] = useState(false);
  const [message, setMessage] = useState('');

  async function save() {
    setIsBusy(true);
    setMessage('Packing…');
    try {
      const [{ offlinePack }, { saveBlob }] = await Promise.all([
        import('../export/offlinePack.ts'),
        import('../export/saveBlob.ts'),
      ]);
      const pack = await offlinePack({
        code,
        releaseId,
        root: new URL(href({ page: 'home' }), location.href).href,
        fetchFile: (url) => fetch(url),
        // In tenths, or a screen reader would never stop counting.
        onProgress: (share) => setMessage(`Packing… ${Math.floor(share * 10)}0%`),
      });
      const name = `rate-atlas-${code}-${releaseId}.zip`;
      saveBlob(name, new Blob([pack], { type: 'application/zip' }));
      setMessage(`Saved ${name} (${(pack.byteLength / 1e6).toFixed(1)} MB). Its README says how to open it.`);
    } catch (error) {
      setMessage(`That did not work: ${error instanceof Error ? error.message : String(error)}.`);
    }
    setIsBusy(false);
  }

  return (
    <span className={styles['pack']} data-print="hide">
      <button type="button" disabled={isBusy} onClick={() => void save()}>
        {`Save ${code} for offline use`}
      </button>
      <span role="status">{message}</span>
    </span>
  );
}
