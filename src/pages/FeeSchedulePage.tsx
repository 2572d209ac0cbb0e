import { type ReactNode, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { feeScheduleList } from '../figures/feeScheduleList.ts';
import { localityCellWorking } from '../figures/localityCellWorking.ts';
import { localityTable } from '../figures/localityTable.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { type FeeScheduleAddress, formatAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { placeTitle } from '../text/names.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import { CountyLookup } from './CountyLookup.tsx';
import { FeeScheduleCode } from './FeeScheduleCode.tsx';
import { FeeScheduleControls } from './FeeScheduleControls.tsx';
import styles from './FeeSchedulePage.module.css';
import { explainedCell, useExplained } from './useExplained.tsx';
import { unreadYear, yearShown } from './yearShown.ts';

export interface FeeSchedulePageProps {
  readonly address: FeeScheduleAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: FeeScheduleAddress) => void;
  readonly catalogue: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  /** Below the heading: what there is to say of the link itself. */
  readonly links?: ReactNode;
}

/** What Medicare pays for a code of its tables: by place, locality, county and year; or all codes at once. */
export function FeeSchedulePage({
  address,
  unread,
  onAddress,
  catalogue,
  schedule,
  localities,
  links,
}: FeeSchedulePageProps) {
  const href = useHref();
  const { place, participation } = address;
  const year = yearShown(address.year, schedule.years);
  const isKnownCode = address.code === null || schedule.codes.includes(address.code);
  const code = isKnownCode ? address.code : null;
  const list = useMemo(
    () => (code === null ? feeScheduleList(schedule, catalogue, place, year, { participation }) : null),
    [code, schedule, catalogue, place, year, participation],
  );
  const table = useMemo(
    () => (code === null ? null : localityTable(schedule, code, place, year, { participation })),
    [schedule, code, place, year, participation],
  );
  const { open, panel } = useExplained();
  const at = { schedule, place, year, participation, origin: 'CMS tables of this release' };
  const localityCell = explainedCell(open, (row, column) => {
    if (code === null || column.kind !== 'money') return undefined;
    const working = { ...at, code, address: formatAddress(address) };
    return () => localityCellWorking(working, row.id, column.id);
  });
  // Each code's amounts are means over the place's localities.
  const listCell = explainedCell(
    open,
    (row, column) => () =>
      medicareTableWorking({ ...at, code: row.id, address: formatAddress(address) }, 'mean', column.id),
  );
  const title = catalogue.find((each) => each.code === code)?.title;
  const lost = [
    ...unread,
    ...unreadYear(address.year, schedule.years, 'year'),
    ...(isKnownCode
      ? []
      : [
          {
            part: `code=${address.code}`,
            reason: 'not in the Medicare tables of this release; all codes are shown',
          },
        ]),
  ];

  return (
    <article className={styles['page']}>
      <header className={styles['header']}>
        <p className={styles['small']}>
          <a href={href({ page: 'home' })}>Codes</a> <span aria-hidden="true">/</span> Medicare fee schedule
        </p>
        <h1 tabIndex={-1}>
          {code === null ? 'Medicare fee schedule' : `Medicare fee schedule: ${code} ${title ?? ''}`.trim()}{' '}
          <span>
            {placeTitle(place)}, {year}
          </span>
        </h1>
      </header>
      {links}
      <UnreadNotice parts={lost} />
      <FeeScheduleControls
        schedule={schedule}
        catalogue={catalogue}
        address={{ ...address, code }}
        year={year}
        onAddress={onAddress}
      />
      {code === null ? null : (
        <FeeScheduleCode
          schedule={schedule}
          code={code}
          place={place}
          year={year}
          participation={participation}
          address={formatAddress(address)}
          hasCodePage={title !== undefined}
        />
      )}
      <CountyLookup
        schedule={schedule}
        localities={localities}
        code={code}
        place={place}
        year={year}
        participation={participation}
      />
      {table && (
        <FigureCard
          figure={table}
          headingLevel={2}
          chart={null}
          table={
            table.rows.length > 0 ? (
              <SelfSortedTable figure={table} captionHidden renderCell={localityCell} />
            ) : null
          }
        />
      )}
      {list && (
        <FigureCard
          figure={list}
          headingLevel={2}
          chart={null}
          table={
            <SelfSortedTable
              figure={list}
              captionHidden
              renderCell={listCell}
              renderLabel={({ id, label }) => (
                <span className={styles['code']}>
                  <a href={href({ ...address, code: id })}>{id}</a> <span>{label.slice(id.length)}</span>
                </span>
              )}
            />
          }
        />
      )}
      {panel}
    </article>
  );
}
