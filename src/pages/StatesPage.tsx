import type { ReactNode } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { mapHeight } from '../charts/mapLayout.ts';
import { UsMap } from '../charts/UsMap.tsx';
import type { BillingCode } from '../domain/billingCode.ts';
import type { BoardRow, Measure } from '../domain/board.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { Comparison } from '../domain/mapClass.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { relaxations } from '../domain/relax.ts';
import type { Release } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import { boardWorking } from '../figures/boardWorking.ts';
import { formatAddress, type Sort, statesAddress } from '../share/address.ts';
import type { ListedRows } from '../share/statesQuery.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { relaxText } from '../text/relaxText.ts';
import { releaseName } from '../text/releaseText.ts';
import { countedNoun, scopeSentence } from '../text/scopeSentence.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import { BoardTable } from './BoardTable.tsx';
import { Exportable } from './Exportable.tsx';
import { PayerMaps } from './PayerMaps.tsx';
import { StatesControls } from './StatesControls.tsx';
import styles from './StatesPage.module.css';
import { StatesScope } from './StatesScope.tsx';
import { unreadSort } from './unreadInView.ts';
import { useStatesFigures } from './useStatesFigures.ts';

/** What the reader picks on this page; all of it belongs in the address. */
export interface StatesView {
  readonly payer: BoardRow['payer'];
  readonly measure: Measure;
  readonly comparison: Comparison;
  /** Of the table beside the map; null = by rank. */
  readonly sort: Sort | null;
  readonly mapped: ListedRows;
  /** The order of the board, a second list of the same page. */
  readonly board: Sort | null;
  readonly listed: ListedRows;
}

interface StatesPageProps extends StatesView {
  readonly code: BillingCode;
  /** The code's rates of all places. */
  readonly table: RateTable;
  readonly schedule: FeeSchedule;
  readonly scope: Scope;
  readonly release: Release;
  readonly onView: (change: Partial<StatesView>) => void;
  readonly onScope: (scope: Scope) => void;
  /** What of the address could not be read. */
  readonly unread: readonly UnreadPart[];
  /** Below the heading: what there is to say of the link itself. */
  readonly links?: ReactNode;
  /** Where this view is found again, for what is exported of it. */
  readonly address: string;
  /** null = the national page of the code. */
  readonly hrefForPlace: (place: PlaceCode | null) => string;
}

/** All places of a code beside the nation: a map, its table, one small map per payer, and the board of all of them. */
export function StatesPage(props: StatesPageProps) {
  const { code, table, schedule, scope, measure, comparison, sort, release, onView, onScope, hrefForPlace } =
    props;
  const origin = releaseName(release);
  const { all, payer, hasPayer, map, maps, ranking } = useStatesFigures({
    table,
    scope,
    schedule,
    payer: props.payer,
    measure,
    comparison,
    origin,
  });
  const sentence = scopeSentence(scope, all.nation.providerName);
  const explain = (where: string, whose: string | null, columnId: string) =>
    boardWorking(
      {
        board: all,
        table,
        ratesFile: `rates/${code.code}/national.csv`,
        schedule,
        measure,
        origin,
        address: formatAddress({ ...statesAddress(code.code), scope, payer, measure, comparison, sort }),
      },
      where,
      whose ?? payer,
      columnId,
    );

  return (
    <article className={styles['page']}>
      <Exportable release={release} scope={sentence} address={props.address}>
        <StatesHeader code={code} nationalHref={hrefForPlace(null)} />
        {props.links}
        <UnreadNotice
          parts={[
            ...props.unread,
            ...unreadSort(sort, map.figure),
            ...unreadSort(props.board, ranking, 'board'),
          ]}
        />
        <StatesScope {...{ table, scope, onScope, sentence }} selection={all.nation.selection} />
        <StatesControls
          payers={all.nation.rows}
          payer={payer}
          measure={measure}
          comparison={comparison}
          onView={onView}
        />
        {hasPayer || all.payers.length === 0 ? null : (
          <Notice title="The payer of this link">
            has no rates in this scope; {map.payerName} is shown.
          </Notice>
        )}
        {all.nation.selection.counted === 0 ? (
          <Notice tone="warning" title={`No payer rates for ${code.code} are in this scope.`}>
            {table.length === 0 ? '' : relaxText(relaxations(all.nation.selection))} Every place says so by
            name.
          </Notice>
        ) : null}
        <FigureCard
          figure={map.figure}
          sort={sort}
          headingLevel={2}
          chart={
            <div className={styles['beside']}>
              <MeasuredChart height={mapHeight(300)}>
                {(width) => <UsMap map={map} width={width} hrefForPlace={hrefForPlace} />}
              </MeasuredChart>
              <BoardTable
                figure={map.figure}
                sort={sort}
                onSort={(next) => onView({ sort: next })}
                hrefForPlace={hrefForPlace}
                noun={countedNoun(scope)}
                listed={props.mapped}
                onListed={(mapped) => onView({ mapped })}
                explain={explain}
              />
            </div>
          }
          table={null}
        />
        {maps.length > 1 ? (
          <PayerMaps
            code={code.code}
            {...{ maps, ranking, payer }}
            onPayer={(next) => onView({ payer: next })}
          />
        ) : null}
        <FigureCard
          figure={ranking}
          sort={props.board}
          headingLevel={2}
          chart={null}
          table={
            <BoardTable
              figure={ranking}
              sort={props.board}
              onSort={(next) => onView({ board: next })}
              hrefForPlace={hrefForPlace}
              noun={countedNoun(scope)}
              listed={props.listed}
              onListed={(listed) => onView({ listed })}
              explain={explain}
            />
          }
        />
      </Exportable>
    </article>
  );
}

interface StatesHeaderProps {
  readonly code: BillingCode;
  readonly nationalHref: string;
}

/** The code by name, and the way back to it. */
function StatesHeader({ code, nationalHref }: StatesHeaderProps) {
  const href = useHref();
  return (
    <header className={styles['header']}>
      <p className={styles['crumb']}>
        <a href={href({ page: 'home' })}>Codes</a> <span aria-hidden="true">/</span>{' '}
        <a href={nationalHref}>{code.code} nationally</a>
      </p>
      <h1 tabIndex={-1}>
        {code.code} {code.title} <span className={styles['where']}>All states</span>
      </h1>
    </header>
  );
}
