import { bytesText } from '../text/readingText.ts';
import styles from './IntakeSection.module.css';
import type { OpenIntake } from './openIntake.ts';
import { SaveZipButton } from './SaveZipButton.tsx';

/** Saves the rates that were read as CSVs in the form of a release, in one zip: to host, to send, to open again. */
export function SaveRates({ intake }: { readonly intake: OpenIntake }) {
  return (
    <SaveZipButton
      className={styles['save']}
      label="Save as rate CSVs"
      onSave={async (onProgress) => {
        const [{ packedRates }, { saveBlob }] = await Promise.all([
          import('../export/saveRatesClient.ts'),
          import('../export/saveBlob.ts'),
        ]);
        const { tables, publishers } = intake;
        const blob = await packedRates({ tables, publishers }, onProgress);
        saveBlob('my-rates.zip', blob);
        return `Saved my-rates.zip (${bytesText(blob.size)}). Its README says what is in it.`;
      }}
    />
  );
}
