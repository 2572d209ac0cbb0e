import { useState } from 'react';
import { downloadText } from '../export/downloadText.ts';
import { recomputeCsv } from '../export/recomputeCsv.ts';
import { workingCsv, workingValueText } from '../export/workingCsv.ts';
import { type Explained, isWorking } from '../figures/working.ts';
import { RecomputeDialog } from './RecomputeDialog.tsx';
import { RecomputeTables } from './RecomputeTables.tsx';
import { recomputeFacts } from './recomputeFacts.tsx';

interface RecomputePanelProps {
  readonly model: Explained;
  readonly onClose: () => void;
  /** Hands the CSV to the reader; a test reads it instead. */
  readonly onDownload?: (name: string, text: string) => void;
}

/**
 * How a figure was made, and everything needed to make it again. A number in it that has a working of its own opens
 * in the same dialog, with a way back.
 */
export function RecomputePanel({ model, onClose, onDownload = downloadText }: RecomputePanelProps) {
  const [followed, setFollowed] = useState<readonly Explained[]>([]);
  const shown = followed.at(-1) ?? model;
  const before = followed.at(-2) ?? model;
  const isPublished = isWorking(shown) && shown.kind === 'as-published';
  const csv = () => (isWorking(shown) ? workingCsv(shown) : recomputeCsv(shown));
  return (
    <RecomputeDialog
      verb={isPublished ? 'Where this comes from' : 'Recompute this'}
      title={shown.title}
      valueText={isWorking(shown) ? workingValueText(shown) : shown.valueText}
      facts={recomputeFacts(shown)}
      onClose={onClose}
      back={
        followed.length === 0
          ? null
          : { title: before.title, onBack: () => setFollowed(followed.slice(0, -1)) }
      }
      download={isPublished ? 'Download this as CSV' : 'Download the CSV that reproduces it'}
      onDownload={() => onDownload(fileName(shown.title), csv())}
    >
      <RecomputeTables
        key={followed.length}
        explained={shown}
        onFollow={(next) => setFollowed([...followed, next])}
      />
    </RecomputeDialog>
  );
}

/** `recompute-median-of-bcbs-for-97110-texas.csv` */
function fileName(title: string): string {
  const words = title
    .toLowerCase()
    .replaceAll('%', 'percent')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `recompute-${words}.csv`;
}
