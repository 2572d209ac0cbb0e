import { memo } from 'react';
import { useHref } from '../ui/links.tsx';
import styles from './PackButton.module.css';
import { SaveZipButton } from './SaveZipButton.tsx';

interface PackButtonProps {
  readonly code: string;
  /** The release the page shows. */
  readonly releaseId: string;
}

/** Saves the site with this code's pages and data as one zip, for use from a folder without a connection. */
export const PackButton = memo(function PackButton({ code, releaseId }: PackButtonProps) {
  const href = useHref();
  return (
    <SaveZipButton
      className={styles['pack']}
      label={`Save ${code} for offline use`}
      onSave={async (onProgress) => {
        const [{ offlinePack }, { saveBlob }] = await Promise.all([
          import('../export/offlinePack.ts'),
          import('../export/saveBlob.ts'),
        ]);
        const pack = await offlinePack({
          code,
          releaseId,
          root: new URL(href({ page: 'home' }), location.href).href,
          fetchFile: (url) => fetch(url),
          onProgress,
        });
        const name = `rate-atlas-${code}-${releaseId}.zip`;
        saveBlob(name, new Blob([pack], { type: 'application/zip' }));
        return `Saved ${name} (${(pack.byteLength / 1e6).toFixed(1)} MB). Its README says how to open it.`;
      }}
    />
  );
});
