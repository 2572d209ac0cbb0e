import type { IntakeProgress } from '../data/intake/intakeReport.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { bytesText, speedText, timeLeftText } from '../text/readingText.ts';
import styles from './ImportPanel.module.css';

interface ReadingProgressProps {
  readonly name: string;
  /** From 0 to 1, over all files. */
  readonly fraction: number;
  /** Null for a file that is read at once. */
  readonly progress: IntakeProgress | null;
  readonly onCancel: () => void;
}

/** A reading under way. What is spoken changes by tenths: a screen reader must not count along. */
export function ReadingProgress({ name, fraction, progress, onCancel }: ReadingProgressProps) {
  const tenths = Math.floor(fraction * 10);
  const several = progress !== null && progress.files > 1;
  return (
    <div className={styles['progress']}>
      <div className={styles['reading']}>
        <p role="status">
          Reading {name}
          {tenths > 0 ? <span className="visually-hidden">, {tenths}0% read</span> : null}
        </p>
        <progress aria-label={`Reading ${name}`} max={1} value={fraction} />
        <span className={styles['percent']}>{Math.floor(fraction * 100)}%</span>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
      {progress && progress.bytes > 0 ? (
        <>
          <p className={styles['numbers']}>
            {[
              `${bytesText(progress.done)} of ${bytesText(progress.bytes)}`,
              speedText(progress.bytesPerSecond),
              timeLeftText(progress.bytes - progress.done, progress.bytesPerSecond),
              `${countOf(progress.rates, 'rate')} so far`,
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </p>
          {several ? (
            <div className={styles['reading']}>
              <p>
                File {formatCount(progress.number)} of {formatCount(progress.files)}: {progress.file}
              </p>
              <progress
                aria-label="This file"
                max={1}
                value={progress.fileBytes > 0 ? progress.fileDone / progress.fileBytes : 1}
              />
              <span className={styles['percent']}>
                {bytesText(progress.fileDone)} of {bytesText(progress.fileBytes)}
              </span>
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
