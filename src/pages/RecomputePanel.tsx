import { useState } from 'react';
import { downloadText } from '../export/downloadText.ts';
import { type Explained, isWorking } from '../figures/working.ts';
import { VotesWorking } from './VotesWorking.tsx';
import { WorkingView } from './WorkingView.tsx';

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
  const before = followed.length > 1 ? followed.at(-2) : model;
  const shared = {
    onClose,
    back:
      followed.length === 0
        ? null
        : { title: before?.title ?? '', onBack: () => setFollowed(followed.slice(0, -1)) },
    onDownload: (text: string) => onDownload(fileName(shown.title), text),
  };
  return isWorking(shown) ? (
    <WorkingView {...shared} working={shown} onFollow={(next) => setFollowed([...followed, next])} />
  ) : (
    <VotesWorking {...shared} model={shown} />
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
