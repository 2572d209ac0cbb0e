import { useState } from 'react';
import { bytesText } from '../text/readingText.ts';
import styles from './IntakeSection.module.css';
import type { OpenIntake } from './openIntake.ts';

/** Saves the rates that were read as CSVs in the form of a release, in one zip: to host, to send, to open again. */
export function SaveRates({ intake }: { readonly intake: OpenIntake }) {
  const [isBusy, setIsBusy] = useState(false);
  const [message, setMessage] = useState('');

  async function save() {
    setIsBusy(true);
    setMessage('Packing…');
    try {
      const [{ packedRates }, { saveBlob }] = await Promise.all([
        import('../export/saveRatesClient.ts'),
        import('../export/saveBlob.ts'),
      ]);
      const { tables, publishers } = intake;
      const blob = await packedRates({ tables, publishers }, (share) =>
        setMessage(`Packing… ${Math.floor(share * 10)}0%`),
      );
      saveBlob('my-rates.zip', blob);
      setMessage(`Saved my-rates.zip (${bytesText(blob.size)}). Its README says what is in it.`);
    } catch (error) {
      setMessage(`That did not work: ${error instanceof Error ? error.message : String(error)}.`);
    }
    setIsBusy(false);
  }

  return (
    <span className={styles['save']} data-print="hide">
      <button type="button" disabled={isBusy} onClick={() => void save()}>
        Save as rate CSVs
      </button>
      <span role="status">{message}</span>
    </span>
  );
}
