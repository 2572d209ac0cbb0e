import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { limitingCharge } from '../domain/limitingCharge.ts';
import { nationalPaymentAmount } from '../domain/medicareAmount.ts';
import type { PlaceCode } from '../domain/place.ts';
import { localityCellWorking } from '../figures/localityCellWorking.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { codeAddress } from '../share/address.ts';
import { mean } from '../stats/mean.ts';
import { absenceText } from '../text/absence.ts';
import { factorText, pricedStatusText } from '../text/medicareText.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { StatTile } from '../ui/StatTile.tsx';
import { StatTiles } from '../ui/StatTiles.tsx';
import styles from './FeeSchedulePage.module.css';
import { MedicareTrendCard } from './MedicareTrendCard.tsx';
import { RecomputeCell } from './RecomputeCell.tsx';
import { type Explain, useExplained } from './useExplained.tsx';

interface FeeScheduleCodeProps {
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly year: number;
  readonly participation: 'nonQP' | 'QP';
  /** Whether the catalogue has a page of rates for the code. */
  readonly hasCodePage: boolean;
  readonly address: string;
}

/** One code of the fee schedule: status, amounts, relative values, trend. */
export function FeeScheduleCode(props: FeeScheduleCodeProps) {
  const { schedule, code, place, year, address, hasCodePage } = props;
  const href = useHref();
  const rvu = schedule.relativeValues(code, year);
  return (
    <>
      {rvu.kind === 'absent' ? (
        <Notice tone="warning" title={`No fee-schedule amount in ${year}:`}>
          {absenceText(rvu)}.
        </Notice>
      ) : (
        <p className={styles['status']}>
          {pricedStatusText(rvu.value.status)}{' '}
          {rvu.value.multipleProcedure === '5'
            ? 'Always a therapy service: paid by this schedule in hospitals too, later units reduced.'
            : 'Not an always-therapy service: Medicare pays hospitals for it by another system, and the therapy reduction does not apply.'}
        </p>
      )}
      <AmountTiles {...props} />
      {hasCodePage && (
        <p>
          <a href={href(codeAddress(code, place))}>What payers pay for {code}</a>
        </p>
      )}
      <MedicareTrendCard schedule={schedule} code={code} place={place} address={address} />
    </>
  );
}

function AmountTiles(props: FeeScheduleCodeProps) {
  const { schedule, code, place, year, participation } = props;
  const { open, panel } = useExplained();
  const amounts = schedule.amounts(code, year, place, { participation });
  const rvu = schedule.relativeValues(code, year);
  const factor = schedule.factor(year, { participation });
  if (amounts.kind === 'absent' || rvu.kind === 'absent' || !factor) return null;
  const all = amounts.value.map(({ amount }) => amount);
  const [only] = all;
  const n = all.length === 1 ? 'one locality' : `mean over ${countOf(all.length, 'locality', 'localities')}`;
  const reduced = all.map(({ therapyReduced }) => therapyReduced).filter((each) => each !== null);
  const national = nationalPaymentAmount(rvu.value, factor);
  const { workRvu, nonFacilityPeRvu, facilityPeRvu, malpracticeRvu } = rvu.value;
  const practice =
    nonFacilityPeRvu === facilityPeRvu
      ? hundredths(nonFacilityPeRvu)
      : `${hundredths(nonFacilityPeRvu)} (facility ${hundredths(facilityPeRvu)})`;
  const at = { ...props, origin: 'CMS tables of this release' };
  const tile = (cents: number, label: string, explain: Explain) => (
    <RecomputeCell text={formatMoney(cents)} name={label} onOpen={() => open(explain)} />
  );
  const locality = amounts.value[0]?.locality;
  return (
    <>
      <StatTiles isLive>
        <StatTile
          label="Non-facility"
          value={tile(mean(all.map((each) => each.nonFacility)), 'Non-facility', () =>
            medicareTableWorking(at, 'mean', 'non-facility'),
          )}
          note={n}
        />
        <StatTile
          label="Facility"
          value={tile(mean(all.map((each) => each.facility)), 'Facility', () =>
            medicareTableWorking(at, 'mean', 'facility'),
          )}
          note={n}
        />
        {reduced.length > 0 && (
          <StatTile
            label="Later unit"
            value={tile(mean(reduced), 'Later unit', () => medicareTableWorking(at, 'mean', 'later-unit'))}
            note="therapy reduction: half of practice expense"
          />
        )}
        <StatTile
          label="National payment amount"
          value={tile(national.nonFacility, 'National payment amount', () =>
            medicareTableWorking(at, 'national', 'non-facility'),
          )}
          note="all indices 1, non-facility"
        />
        {all.length === 1 && only && (
          <StatTile
            label="Limiting charge"
            value={tile(
              limitingCharge(only.nonFacility),
              'Limiting charge',
              () =>
                locality &&
                localityCellWorking(at, `${locality.mac}-${locality.locality}`, 'limiting-charge'),
            )}
            note="non-facility × 1.0925: non-participating providers who do not take assignment"
          />
        )}
        <StatTile
          label="Conversion factor"
          value={factorText(factor)}
          note={`${factor.from} to ${factor.to}${factor.appliesTo === 'all' ? '' : factor.appliesTo === 'QP' ? ', QP' : ', everyone but QPs'}`}
        />
        <StatTile
          label="Relative values"
          value={hundredths(workRvu + nonFacilityPeRvu + malpracticeRvu)}
          note={`work ${hundredths(workRvu)}, practice expense ${practice}, malpractice ${hundredths(malpracticeRvu)}`}
        />
      </StatTiles>
      {panel}
    </>
  );
}

function hundredths(value: number): string {
  return (value / 100).toFixed(2);
}
