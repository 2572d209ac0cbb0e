import { useMemo } from 'react';
import { pagePoints, talkingPoints } from '../domain/talkingPoints.ts';
import { spokenPoint, talkingFigure } from '../figures/talkingFigure.ts';
import { talkingWorking } from '../figures/talkingWorking.ts';
import { countOf } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './Compare.module.css';
import type { Desk } from './desk.ts';
import { TalkingList } from './TalkingList.tsx';
import { talkingFacts } from './talkingFacts.ts';
import { explainedCell, useExplained } from './useExplained.tsx';

const mostShown = 100;

/** What the cells give a negotiator to say, and what the other side may answer. */
export function TalkingCard({ desk }: { readonly desk: Desk }) {
  const { positions, choice, facts } = desk;
  const { open, panel } = useExplained();
  const points = useMemo(() => talkingPoints(positions, choice.place), [positions, choice.place]);
  const said = useMemo(() => {
    const about = talkingFacts(desk);
    return {
      about,
      figure: talkingFigure(points.slice(0, mostShown), about),
      page: pagePoints(points).map((point) => spokenPoint(point, about)),
    };
  }, [desk, points]);
  const { about, figure, page } = said;
  const cell = explainedCell(open, (row, column) => {
    const point = points.find(({ id }) => id === row.id);
    return point && column.id === 'stake' ? () => talkingWorking(point, row.label, facts.origin) : undefined;
  });
  const expected = page.filter(({ side }) => side === 'expect');
  return (
    <>
      <FigureCard
        figure={figure}
        whole={() => talkingFigure(points, about)}
        headingLevel={2}
        chart={null}
        table={
          <>
            <TalkingList label="Points to make" points={page.filter(({ side }) => side === 'ask')} />
            {expected.length > 0 ? (
              <>
                <h3>What to expect from the other side</h3>
                <TalkingList label="What to expect" points={expected} />
              </>
            ) : null}
            {points.length > 0 ? (
              <details className={styles['all']}>
                <summary>
                  {points.length > mostShown
                    ? `The first ${mostShown} of ${countOf(points.length, 'point')} as a table`
                    : `All ${countOf(points.length, 'point')} as a table`}
                </summary>
                <SelfSortedTable figure={figure} captionHidden renderCell={cell} />
              </details>
            ) : null}
          </>
        }
      />
      {panel}
    </>
  );
}
