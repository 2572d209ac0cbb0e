import type { ReactNode } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { newestYear } from '../domain/newestYear.ts';
import { places } from '../domain/place.ts';
import type { FeeScheduleAddress } from '../share/address.ts';
import { factorText } from '../text/medicareText.ts';
import styles from './FeeSchedulePage.module.css';

interface FeeScheduleControlsProps {
  readonly schedule: FeeSchedule;
  readonly catalogue: readonly BillingCode[];
  readonly address: FeeScheduleAddress;
  /** The year shown, whether or not the address names one. */
  readonly year: number;
  readonly onAddress: (address: FeeScheduleAddress) => void;
}

/** Code, place, year, and in years with two factors whose factor. Every change is answered at once. */
export function FeeScheduleControls(props: FeeScheduleControlsProps) {
  const { schedule, catalogue, address, year, onAddress } = props;
  const titles = new Map(catalogue.map(({ code, title }) => [code, title]));
  const everyone = schedule.factor(year);
  const qualifying = schedule.factor(year, { participation: 'QP' });
  const hasTwo = everyone !== undefined && qualifying?.appliesTo === 'QP';
  const newest = newestYear(schedule.years);
  return (
    <form className={styles['controls']} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label="Code"
        value={address.code ?? ''}
        onValue={(code) => onAddress({ ...address, code: code === '' ? null : code })}
      >
        <option value="">All codes</option>
        {schedule.codes.map((code) => (
          <option key={code} value={code}>
            {titles.has(code) ? `${code} ${titles.get(code)}` : code}
          </option>
        ))}
      </Choice>
      <Choice
        label="Place"
        value={address.place ?? ''}
        onValue={(place) => onAddress({ ...address, place: place === '' ? null : place })}
      >
        <option value="">National</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </Choice>
      <Choice
        label="Year"
        value={String(year)}
        onValue={(text) => onAddress({ ...address, year: Number(text) === newest ? null : Number(text) })}
      >
        {schedule.years.toReversed().map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </Choice>
      {hasTwo && (
        <Choice
          label={`Conversion factor of ${year}`}
          value={address.participation}
          isWide
          onValue={(value) => onAddress({ ...address, participation: value === 'QP' ? 'QP' : 'nonQP' })}
        >
          <option value="nonQP">{factorText(everyone)}: everyone else</option>
          <option value="QP">{factorText(qualifying)}: qualifying participants (QP)</option>
        </Choice>
      )}
    </form>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Whether its options are long: it takes the room of two. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <label className={props.isWide ? `${styles['choice']} ${styles['wide']}` : styles['choice']}>
      <span>{props.label}</span>
      <select value={props.value} onChange={({ target }) => props.onValue(target.value)}>
        {props.children}
      </select>
    </label>
  );
}
