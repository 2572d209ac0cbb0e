import { type ReactNode, useId, useMemo } from 'react';
import type { OwnVolumes } from '../data/ownVolumes.ts';
import { isInForce } from '../domain/contract.ts';
import type { Problem } from '../domain/problem.ts';
import type { VolumeJoin } from '../domain/volumeJoin.ts';
import { countOf } from '../text/numbers.ts';
import { noMatchText, spreadSentence, volumeLineText, volumeSentence } from '../text/volumeText.ts';
import { Notice } from '../ui/Notice.tsx';
import { ProblemList } from '../ui/ProblemList.tsx';
import type { JoinedVolumes } from './contractFile.ts';
import styles from './OwnPage.module.css';

interface VolumesSectionProps {
  readonly volumes: JoinedVolumes;
  /** Told the button, for the focus: it goes with the volumes. */
  readonly onRemove: (button: Element) => void;
  /** The columns of the file. */
  readonly children: ReactNode;
}

/** A second file's volumes: what was read, what found a rate of the contract, and line by line what did not. */
export function VolumesSection({ volumes: { read, join }, onRemove, children }: VolumesSectionProps) {
  const headingId = useId();
  const problems = useMemo(
    () =>
      join ? [...read.problems, ...withoutRate(read, join)].sort((a, b) => a.line - b.line) : read.problems,
    [read, join],
  );
  const spread = spreadSentence(join?.spread ?? 0);
  const withVolume = join?.lines.filter(({ units }) => units !== null).length ?? 0;
  const inForce = join?.lines.filter(isInForce).length ?? 0;
  const leftOut = join?.unmatched.reduce((sum, { volume }) => sum + volume.lines, 0) ?? 0;
  return (
    <section className={styles['contract']} aria-labelledby={headingId}>
      <h2 id={headingId}>Volumes from {read.fileName}</h2>
      {join ? (
        <>
          <p>{volumeSentence(read.fileName, read.units, join)}</p>
          <p className={styles['columns']}>
            {countOf(withVolume, 'line')} of your contract’s {inForce} in force{' '}
            {withVolume === 1 ? 'has' : 'have'} a volume from it; volumes of the contract’s own file do not
            count beside it.
          </p>
          {spread === '' ? null : <Notice tone="warning">{spread}</Notice>}
        </>
      ) : (
        <p>No volume could be taken from this file; those of your contract’s own file count.</p>
      )}
      <ProblemList
        problems={problems}
        rowsRead={read.rowsRead - leftOut}
        rowsLeftOut={read.rowsLeftOut + leftOut}
        fileName={read.fileName}
        what="volume line"
      />
      {children}
      {read.notes.map((note) => (
        <Notice key={note}>{note}</Notice>
      ))}
      <p>
        <button type="button" onClick={({ currentTarget }) => onRemove(currentTarget)}>
          Remove these volumes
        </button>
      </p>
    </section>
  );
}

/** Volumes that found no rate, as problems of their file. */
function withoutRate({ fileName }: OwnVolumes, { unmatched }: VolumeJoin): readonly Problem[] {
  return unmatched.map(({ volume, why }) => ({
    file: fileName,
    line: volume.line,
    column: why,
    found: volumeLineText(volume),
    message: noMatchText(why),
    leftOut: true,
  }));
}
