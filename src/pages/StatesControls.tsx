import type { BenchmarkRow } from '../domain/benchmark.ts';
import { type BoardRow, type Measure, measures } from '../domain/board.ts';
import { type Comparison, comparisons } from '../domain/mapClass.ts';
import styles from './StatesPage.module.css';

interface StatesControlsProps {
  /** The national rows: each payer with its n. */
  readonly payers: readonly BenchmarkRow[];
  readonly payer: BoardRow['payer'];
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly onView: (change: {
    readonly payer?: BoardRow['payer'];
    readonly measure?: Measure;
    readonly comparison?: Comparison;
  }) => void;
}

const measureNames: Readonly<Record<Measure, string>> = { median: 'Median', mean: 'Mean' };
const comparisonNames: Readonly<Record<Comparison, string>> = {
  national: 'Difference from national',
  medicare: '% of Medicare',
};

/** Whose figure, which average, compared with what. */
export function StatesControls({ payers, payer, measure, comparison, onView }: StatesControlsProps) {
  return (
    <div className={styles['controls']}>
      <label>
        <span>Payer</span>
        <select
          value={payer}
          onChange={({ target }) => {
            const picked = payers.find(({ id }) => id === target.value);
            if (picked) onView({ payer: picked.id });
          }}
        >
          {payers.map(({ id, name, n }) => (
            <option key={id} value={id}>
              {n === 0 ? `${name} (no rates)` : `${name} (n ${n})`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Average</span>
        <select
          value={measure}
          onChange={({ target }) => {
            const picked = measures.find((each) => each === target.value);
            if (picked) onView({ measure: picked });
          }}
        >
          {measures.map((each) => (
            <option key={each} value={each}>
              {measureNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Coloured by</span>
        <select
          value={comparison}
          onChange={({ target }) => {
            const picked = comparisons.find((each) => each === target.value);
            if (picked) onView({ comparison: picked });
          }}
        >
          {comparisons.map((each) => (
            <option key={each} value={each}>
              {comparisonNames[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
