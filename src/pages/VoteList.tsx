import { votesIn } from '../domain/sortedVotes.ts';
import type { DistributionModel } from '../figures/distribution.ts';
import type { DistributionBin } from '../figures/distributionBins.ts';
import type { Figure } from '../figures/figure.ts';
import { countOf } from '../text/numbers.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { ShowRest } from '../ui/ShowRest.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './DistributionSection.module.css';
import { providerLabel, voteCell } from './VoteCells.tsx';

/** Votes listed before the reader asks for all. */
export const firstVotes = 5;

interface VoteListProps {
  readonly model: DistributionModel;
  /** Of the votes that are listed. */
  readonly figure: Figure;
  /** The bar whose votes they are; without one they are the first or all of the payer's. */
  readonly bin: DistributionBin | undefined;
  /** Lets the bar go. */
  readonly onEveryBin: () => void;
  readonly votes: 'first' | 'all';
  readonly onVotes: (votes: 'first' | 'all') => void;
}

/** The votes behind a distribution, of the bar a reader picked or from the lowest on, and how to list more or fewer. */
export function VoteList({ model, figure, bin, onEveryBin, votes, onVotes }: VoteListProps) {
  const focusAfter = useFocusAfter();
  const hidden = bin ? 0 : votesIn(model.points.slice(figure.rows.length));
  return (
    <div>
      <div className={styles['picked']}>
        {/* Always there, so that a change of it is announced. */}
        <p role="status">{bin ? `Listed: ${countOf(bin.count, 'vote')} of ${bin.range}.` : ''}</p>
        {bin ? (
          <button
            type="button"
            onClick={({ currentTarget }) => {
              const list = currentTarget.parentElement?.nextElementSibling;
              focusAfter(currentTarget, () => [list]);
              onEveryBin();
            }}
          >
            List the votes of every bar
          </button>
        ) : null}
      </div>
      <SelfSortedTable figure={figure} captionHidden renderLabel={providerLabel} renderCell={voteCell} />
      <ShowRest hasRest={hidden > 0} className={styles['more']} onShow={() => onVotes('all')}>
        Show the other {countOf(hidden, 'vote')}
      </ShowRest>
      {votes === 'all' && !bin && model.points.length > firstVotes ? (
        <button
          type="button"
          className={styles['more']}
          onClick={({ currentTarget }) => {
            const box = currentTarget.parentElement;
            focusAfter(currentTarget, () => [box?.querySelector(':scope > button')]);
            onVotes('first');
          }}
        >
          Show the first {firstVotes} only
        </button>
      ) : null}
    </div>
  );
}
