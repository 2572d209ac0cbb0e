import { type RecomputeMeasure, recomputeMeasures } from '../domain/recomputeMeasure.ts';
import styles from './RecomputePanel.module.css';

/** The measure a benchmark column shows, undefined for columns that are counts or words. */
export function measureOfColumn(columnId: string): RecomputeMeasure | undefined {
  return recomputeMeasures.find((measure) => measure === columnId);
}

/** A printed figure that opens its own working. */
export function RecomputeCell(props: {
  readonly text: string;
  /** `Median of BCBS`. */
  readonly name: string;
  readonly onOpen: () => void;
}) {
  return (
    <button
      type="button"
      className={styles['cell']}
      aria-haspopup="dialog"
      title={`Recompute this: ${props.name}`}
      onClick={props.onOpen}
    >
      {props.text}
    </button>
  );
}
