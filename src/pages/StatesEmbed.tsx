import { useMemo, useState } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { mapHeight } from '../charts/mapLayout.ts';
import { UsMap } from '../charts/UsMap.tsx';
import { board } from '../domain/board.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { stateMap } from '../figures/stateMap.ts';
import { codeAddress, type StatesAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { releaseName } from '../text/releaseText.ts';
import { countedNoun } from '../text/scopeSentence.ts';
import { useHref } from '../ui/links.tsx';
import { BoardTable } from './BoardTable.tsx';
import styles from './EmbedFrame.module.css';
import { EmbedFrame } from './EmbedFrame.tsx';
import { unreadSort } from './unreadInView.ts';

interface StatesEmbedProps {
  readonly address: StatesAddress;
  /** The code's rates of all places. */
  readonly table: RateTable;
  readonly schedule: FeeSchedule;
  readonly releaseId: string;
  readonly unread: readonly UnreadPart[];
}

/** A payer in every state, as a map or as its list, for a frame. */
export function StatesEmbed({ address, table, schedule, releaseId, unread }: StatesEmbedProps) {
  const href = useHref();
  const { code, scope, measure, comparison, embed } = address;
  const [sort, setSort] = useState(address.sort);
  const all = useMemo(() => board(table, scope, schedule), [table, scope, schedule]);
  const payer = all.payers.find(({ id }) => id === address.payer)?.id ?? all.payers[0]?.id ?? address.payer;
  const map = useMemo(
    () => stateMap(all, { payer, measure, comparison, origin: releaseName({ id: releaseId }) }),
    [all, payer, measure, comparison, releaseId],
  );
  // A frame stays a frame: a place opens as its own figure, not as a page with all around it.
  const hrefForPlace = (place: PlaceCode) => href({ ...codeAddress(code, place), scope, embed });
  return (
    <EmbedFrame
      figure={map.figure}
      unread={[...unread, ...unreadSort(address.sort, map.figure)]}
      releaseId={releaseId}
      pin={address.pin}
      fullHref={href({ ...address, embed: null })}
    >
      {embed === 'chart' ? (
        <div className={styles['map']}>
          <MeasuredChart height={mapHeight(300)}>
            {(width) => <UsMap map={map} width={width} hrefForPlace={hrefForPlace} />}
          </MeasuredChart>
        </div>
      ) : (
        <BoardTable
          figure={map.figure}
          sort={sort}
          onSort={setSort}
          hrefForPlace={hrefForPlace}
          noun={countedNoun(scope)}
          listed={address.mapped}
        />
      )}
    </EmbedFrame>
  );
}
