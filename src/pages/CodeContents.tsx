import { memo } from 'react';
import type { PlaceCode } from '../domain/place.ts';
import { placeTitle } from '../text/names.ts';
import { useAlive } from '../ui/useAlive.ts';
import styles from './CodePage.module.css';

interface CodeContentsProps {
  readonly place: PlaceCode | null;
  /** Whether any payer rate is counted here. */
  readonly hasVotes: boolean;
  readonly hasPublished: boolean;
  /** A part is gone to: it may have to be loaded first. */
  readonly onPick: () => void;
}

/** The way to each part of a long page. */
export const CodeContents = memo(function CodeContents(props: CodeContentsProps) {
  const { place, hasVotes, hasPublished, onPick } = props;
  const isAlive = useAlive();
  const parts: ReadonlyArray<readonly [string, string, boolean]> = [
    [`figure-benchmark-${place ?? 'national'}`, `${placeTitle(place)} benchmark`, true],
    ['figure-deviation', 'Against national', place !== null && hasVotes],
    ['votes', 'Votes and outliers', hasVotes],
    ['figure-benchmark-national', 'National benchmark', place !== null],
    ['figure-medicare', 'Medicare', true],
    ['figure-charges', 'Hospital charges', true],
    ['published', 'What others print', hasPublished],
    ['context', 'About the code', true],
  ];
  return (
    <nav className={styles['contents']} aria-label="On this page" data-print="hide" data-needs="script">
      {/* The parts it leads to come with the script. */}
      {isAlive ? (
        <ul>
          {parts
            .filter(([, , isThere]) => isThere)
            .map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`} onClick={onPick}>
                  {name}
                </a>
              </li>
            ))}
        </ul>
      ) : null}
    </nav>
  );
});
