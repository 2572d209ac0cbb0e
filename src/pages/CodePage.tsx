import { lazy, Suspense, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { CodeContext } from '../domain/codeContext.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { type PlaceCode, places } from '../domain/place.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { ChargeSummary, Release } from '../domain/release.ts';
import { defaultScope } from '../domain/scope.ts';
import { type CodeAddress, formatAddress, statesAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { placeTitle } from '../text/names.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { Loading } from '../ui/Loading.tsx';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ScopeBar } from '../ui/ScopeBar.tsx';
import { StatePager } from '../ui/StatePager.tsx';
import { CodeContents } from './CodeContents.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { CodeHeader } from './CodeHeader.tsx';
import styles from './CodePage.module.css';
import { fileYears } from './fileYears.ts';

const CodeBackground = lazy(() =>
  import('./CodeBackground.tsx').then((module) => ({ default: module.CodeBackground })),
);

export interface CodePageData {
  readonly code: BillingCode;
  /** The whole catalogue, for links to related codes. */
  readonly codes: readonly BillingCode[];
  readonly release: Release;
  readonly nationalRates: RateTable;
  /** null on the national page. */
  readonly placeRates: RateTable | null;
  /** Places with any payer rate for the code. */
  readonly placesWithRates: ReadonlySet<PlaceCode>;
  readonly charges: readonly ChargeSummary[];
  readonly schedule: FeeSchedule;
  /** What others print for the code. */
  readonly published: readonly PublishedFigure[];
  /** null = the release has no context for the code. */
  readonly context: CodeContext | null;
}

interface CodePageProps {
  readonly address: CodeAddress;
  readonly unread: readonly UnreadPart[];
  readonly data: CodePageData;
  readonly onAddress: (address: CodeAddress) => void;
  /** How many rates the user's own file holds for this code; 0 without one. */
  readonly ownRates: number;
}

/** A billing code, nationally or in one place. */
export function CodePage({ address, unread, data, onAddress, ownRates }: CodePageProps) {
  const href = useHref();
  const { place, scope } = address;
  const { code, release, nationalRates, placeRates, placesWithRates, schedule } = data;
  const newestYear = schedule.years.at(-1) as number;
  const isKnownYear = address.medicareYear === null || schedule.years.includes(address.medicareYear);
  const medicareYear = isKnownYear ? (address.medicareYear ?? newestYear) : newestYear;
  const origin = `release ${release.id}`;
  const years = useMemo(() => fileYears(nationalRates), [nationalRates]);
  const hereRates = placeRates ?? nationalRates;

  return (
    <article className={styles['page']}>
      <CodeHeader code={code} place={place} />
      <StatePager
        place={place}
        places={places}
        hasRates={placesWithRates}
        hrefForPlace={(next) => href({ ...address, place: next })}
        onPlace={(next) => onAddress({ ...address, place: next })}
      />
      <p className={styles['ways']} data-print="hide">
        <a href={href({ ...statesAddress(code.code), scope })}>All states: board and map</a>
      </p>
      {unread.length > 0 ? (
        <Notice title="Part of this link could not be read.">
          {unread.map(({ part, reason }) => `${part}: ${reason}`).join('. ')}.
        </Notice>
      ) : null}
      {isKnownYear ? null : (
        <Notice title="Part of this link could not be read.">
          {`medicare=${address.medicareYear}: this release has fee schedules for ${schedule.years[0]} to ${newestYear}; ${newestYear} is shown.`}
        </Notice>
      )}
      {ownRates > 0 ? (
        <Notice title="Your file">
          has {ownRates} {ownRates === 1 ? 'rate' : 'rates'} for {code.code}.{' '}
          <a href={href({ page: 'own' })}>See them as a benchmark</a>
        </Notice>
      ) : null}
      <ScopeBar
        scope={scope}
        onScope={(next) => onAddress({ ...address, scope: next })}
        years={years}
        medicareYear={address.medicareYear}
        medicareYears={schedule.years}
        onMedicareYear={(year) => onAddress({ ...address, medicareYear: year })}
        onReset={() => onAddress({ ...address, scope: defaultScope, medicareYear: null })}
        sentence={scopeSentence(scope)}
      />
      <CodeContents place={place} hasVotes={hereRates.length > 0} hasPublished={data.published.length > 0} />
      {hereRates.length === 0 ? (
        <Notice
          tone="warning"
          title={`No payer rates for ${code.code} ${place === null ? '' : `in ${placeTitle(place)} `}are in this release.`}
        >
          The payers below say so by name. Medicare and hospital charges are shown as what they are.
        </Notice>
      ) : null}
      <CodeFigures
        nationalRates={nationalRates}
        placeRates={placeRates}
        place={place}
        scope={scope}
        schedule={schedule}
        medicareYear={medicareYear}
        sort={address.sort}
        onSort={(sort) => onAddress({ ...address, sort })}
        onScope={(next) => onAddress({ ...address, scope: next })}
        origin={origin}
        isOwn={false}
        address={formatAddress(address)}
        ratesFile={(where) => `rates/${code.code}/${where ?? 'national'}.csv`}
        open={address.open}
        onOpen={(open) => onAddress({ ...address, open })}
        published={data.published}
        beside={
          <Suspense fallback={<Loading label="Loading Medicare and the code’s context" />}>
            <CodeBackground address={address} data={data} medicareYear={medicareYear} origin={origin} />
          </Suspense>
        }
      />
    </article>
  );
}
