import type { ReactNode } from 'react';
import type { Contract } from '../domain/contract.ts';
import type { LinePosition } from '../domain/contractPosition.ts';
import { largestGaps } from '../domain/largestGaps.ts';
import type { FigureRow } from '../figures/figure.ts';
import { formatCount } from '../text/numbers.ts';
import { useHref } from '../ui/links.tsx';
import { RestingButton } from '../ui/RestingButton.tsx';
import styles from './Compare.module.css';
import { usePicks } from './picks.ts';

/** How many lines one press picks. */
const atOnce = 10;

interface PickColumn {
  /** How many are picked, and what picks or drops many at once. */
  readonly bar: ReactNode;
  /** A line's name with its box. */
  readonly renderLabel: (row: FigureRow) => ReactNode;
}

/** Boxes beside the lines of a contract's table, for the brief. Its rows' ids are those of the lines. */
export function usePickColumn(contract: Contract, positions: readonly LinePosition[]): PickColumn {
  const [picks, setPicks] = usePicks(contract);
  const href = useHref();

  function toggle(id: string): void {
    const next = new Set(picks);
    if (!next.delete(id)) next.add(id);
    setPicks(next);
  }

  return {
    bar: (
      <div className={styles['picks']} data-print="hide">
        <p role="status">
          {formatCount(picks.size)} of {formatCount(positions.length)} picked for the brief.
        </p>
        <button type="button" onClick={() => setPicks(largestGaps(positions, atOnce))}>
          Pick the {atOnce} largest gaps
        </button>
        <RestingButton isResting={picks.size === 0} onClick={() => setPicks(new Set())}>
          Pick none
        </RestingButton>
        <a href={href({ page: 'own', view: 'brief' })}>Open the brief</a>
      </div>
    ),
    renderLabel: (row) => (
      <label className={styles['pick']}>
        <input type="checkbox" checked={picks.has(row.id)} onChange={() => toggle(row.id)} />
        {row.label}
      </label>
    ),
  };
}
