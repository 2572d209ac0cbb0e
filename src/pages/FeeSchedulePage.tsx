import type { ReactNode } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { type FeeScheduleAddress, formatAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { placeTitle } from '../text/names.ts';
import { useHref } from '../ui/links.tsx';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import { CountyLookup } from './CountyLookup.tsx';
import { FeeScheduleCode } from './FeeScheduleCode.tsx';
import { FeeScheduleControls } from './FeeScheduleControls.tsx';
import styles from './FeeSchedulePage.module.css';
import { FeeScheduleTables } from './FeeScheduleTables.tsx';
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
      <FeeScheduleTables {...{ address, schedule, code, year, catalogue }} />
    </article>
  );
}
