import { useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { type PlaceCode, places } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { ChargeSummary, Release } from '../domain/release.ts';
import { defaultScope } from '../domain/scope.ts';
import { chargesFigure } from '../figures/chargesFigure.ts';
import type { Figure } from '../figures/figure.ts';
import { medicareFigure } from '../figures/medicareFigure.ts';
import type { CodeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { placeTitle } from '../text/names.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ScopeBar } from '../ui/ScopeBar.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { StatePager } from '../ui/StatePager.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { CodeHeader } from './CodeHeader.tsx';
import styles from './CodePage.module.css';
import { fileYears } from './fileYears.ts';

export interface CodePageData {
  readonly code: BillingCode;
  readonly release: Release;
  readonly nationalRates: RateTable;
  /** null on the national page. */
  readonly placeRates: RateTable | null;
  /** Places with any payer rate for the code. */
  readonly placesWithRates: ReadonlySet<PlaceCode>;
  readonly charges: readonly ChargeSummary[];
  readonly schedule: FeeSchedule;
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
  const { code, release, nationalRates, placeRates, placesWithRates, charges, schedule } = data;
  const newestYear = schedule.years.at(-1) as number;
  const isKnownYear = address.medicareYear === null || schedule.years.includes(address.medicareYear);
  const medicareYear = isKnownYear ? (address.medicareYear ?? newestYear) : newestYear;
  const origin = `release ${release.id}`;
  const chargeFigure = useMemo(
    () => chargesFigure(code.code, place, charges, origin),
    [code, place, charges, origin],
  );
  const feeFigure = useMemo(
    () => medicareFigure(schedule, code.code, place, medicareYear),
    [schedule, code, place, medicareYear],
  );
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
        beside={
          <>
            <TableCard figure={feeFigure} />
            <TableCard figure={chargeFigure} />
          </>
        }
      />
    </article>
  );
}

function TableCard({ figure }: { readonly figure: Figure }) {
  const table = figure.rows.length > 0 ? <SelfSortedTable figure={figure} captionHidden /> : null;
  return <FigureCard figure={figure} headingLevel={2} chart={null} table={table} />;
}
