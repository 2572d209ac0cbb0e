import { useId, useMemo, useState } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { type CountyAnswer, localityOfCounty } from '../domain/localityLookup.ts';
import { indexRowOf } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import type { PlaceCode } from '../domain/place.ts';
import { absenceText } from '../text/absence.ts';
import { countySentence } from '../text/countyText.ts';
import { periodWords } from '../text/medicareText.ts';
import { placeTitle } from '../text/names.ts';
import { formatMoney } from '../text/numbers.ts';
import styles from './FeeSchedulePage.module.css';

interface CountyLookupProps {
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  /** null when no code is chosen: the locality alone is answered. */
  readonly code: string | null;
  readonly place: PlaceCode | null;
  readonly year: number;
  readonly participation: 'nonQP' | 'QP';
}

/** Type a county, read its locality and its amount. What is typed is in no address. */
export function CountyLookup(props: CountyLookupProps) {
  const { localities, place } = props;
  const headingId = useId();
  const inputId = useId();
  const [county, setCounty] = useState('');
  const answer = useMemo(() => localityOfCounty(localities, county, place), [localities, county, place]);
  const year = localities[0]?.year;
  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>Which locality is my county in?</h2>
      <form className={styles['county']} onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={inputId}>
          County{place === null ? ' and state' : ` (${placeTitle(place)}, or name another state)`}
        </label>
        <input
          id={inputId}
          type="text"
          value={county}
          onChange={({ target }) => setCounty(target.value)}
          placeholder={place === null ? 'Harris, TX' : 'Name of a county'}
          autoComplete="off"
          spellCheck={false}
        />
      </form>
      <div role="status" className={styles['answer']} data-kind={answer.kind}>
        {answer.kind === 'nothing-asked' ? null : (
          <>
            <p>{countySentence(answer)}</p>
            <AmountIn {...props} answer={answer} />
          </>
        )}
      </div>
      <p className={styles['small']}>
        From CMS’s own list of localities and counties{year === undefined ? '' : ` (${year})`}, in its words.
        It names a county only where a state has several localities.
      </p>
    </section>
  );
}

function AmountIn(props: CountyLookupProps & { readonly answer: CountyAnswer }) {
  const { schedule, code, year, participation, answer } = props;
  // "either" means that it cannot be told: an amount would pretend it could.
  if (code === null || !('locality' in answer) || answer.kind === 'either') return null;
  const named = answer.kind === 'named' ? answer.county : undefined;
  const row = indexRowOf(schedule.localities(year, null), answer.locality, named);
  const amounts = schedule.amounts(code, year, answer.locality.place, { participation });
  if (amounts.kind === 'absent') return <p>{`${code} in ${year}: ${absenceText(amounts)}.`}</p>;
  const amount = amounts.value.find(({ locality }) => locality === row)?.amount;
  if (!amount) return null;
  return (
    <p>
      {`${code} in ${periodWords(schedule.factor(year, { participation }), year)}: `}
      <strong>{formatMoney(amount.nonFacility)}</strong>
      {` non-facility, ${formatMoney(amount.facility)} facility${amount.therapyReduced === null ? '' : `, ${formatMoney(amount.therapyReduced)} for a later unit`}.`}
    </p>
  );
}
