import { useState } from 'react';
import { RestingButton } from '../ui/RestingButton.tsx';

interface SaveZipButtonProps {
  readonly label: string;
  readonly className: string | undefined;
  /** Packs and saves; resolves to the sentence that says what was saved. */
  readonly onSave: (onProgress: (share: number) => void) => Promise<string>;
}

/** A button that packs and saves a zip, and says beside it how far it is and what came of it. */
export function SaveZipButton({ label, className, onSave }: SaveZipButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [message, setMessage] = useState('');

  async function save() {
    setIsBusy(true);
    setMessage('Packing…');
    try {
      // In tenths, or a screen reader would never stop counting.
      setMessage(await onSave((share) => setMessage(`Packing… ${Math.floor(share * 10) * 10}%`)));
    } catch (error) {
      setMessage(`That did not work: ${error instanceof Error ? error.message : String(error)}.`);
    }
    setIsBusy(false);
  }

  return (
    <span className={className} data-print="hide">
      <RestingButton isResting={isBusy} onClick={() => void save()}>
        {label}
      </RestingButton>
      <span role="status">{message}</span>
    </span>
  );
}
