import type { SpokenPoint } from '../figures/talkingFigure.ts';
import { keepTogether } from '../text/keepTogether.ts';
import styles from './Compare.module.css';

interface TalkingListProps {
  readonly label: string;
  readonly points: readonly SpokenPoint[];
}

/** Points to make, each with its evidence and where it can be attacked. */
export function TalkingList({ label, points }: TalkingListProps) {
  return (
    <ol className={styles['points']} aria-label={label}>
      {points.map(({ id, side, claim, evidence, weak }) => (
        <li key={id}>
          <p className={styles['claim']}>{keepTogether(claim)}</p>
          <p className={styles['evidence']}>
            <span className={styles['tag']}>Evidence</span> {keepTogether(evidence)}
          </p>
          {side === 'expect' && weak.length === 0 ? null : (
            <p className={styles['weak']}>
              <span className={styles['tag']}>{side === 'ask' ? 'Weak spots' : 'Its own weak spots'}</span>{' '}
              {weak.length === 0 ? 'none by these rules.' : keepTogether(weak.join(' '))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
