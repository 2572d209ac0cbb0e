import { type ReactNode, useId, useState } from 'react';
import { marketPools } from '../domain/contractMarket.ts';
import type { Target } from '../domain/contractPosition.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { localityOfCounty } from '../domain/localityLookup.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { newestYear } from '../domain/newestYear.ts';
import { type PlaceCode, places } from '../domain/place.ts';
import { type Site, sites } from '../domain/scope.ts';
import { countySentence } from '../text/countyText.ts';
import { localityText } from '../text/medicareText.ts';
import { placeTitle } from '../text/names.ts';
import { ContractTarget } from './ContractTarget.tsx';
import { type DeskChoice, deskIn } from './deskChoice.ts';
import styles from './FeeSchedulePage.module.css';

interface ContractControlsProps {
  readonly choice: DeskChoice | undefined;
  readonly onChoice: (choice: DeskChoice) => void;
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  readonly placesWithRates: ReadonlySet<PlaceCode>;
  /** What the target is until one is chosen; null while the market is on its way. */
  readonly standardTarget: Target | null;
}

/** Where the practice is, and what its contract is held against. Nothing of it goes into an address. */
export function ContractControls(props: ContractControlsProps) {
  const { choice, onChoice, schedule, placesWithRates } = props;
  return (
    <form className={styles['controls']} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label="State of your practice"
        value={choice?.place ?? ''}
        onValue={(place) => {
          if (place !== '') onChoice(deskIn(place, placesWithRates.has(place), choice));
        }}
      >
        <option value="">Choose a state</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </Choice>
      {choice ? (
        <>
          <LocalityChoice key={choice.place} {...props} choice={choice} />
          <MarketChoice {...props} choice={choice} />
          <Choice
            label="Medicare of"
            value={String(choice.medicareYear ?? '')}
            onValue={(year) => onChoice({ ...choice, medicareYear: year === '' ? null : Number(year) })}
          >
            <option value="">Each rate’s own year</option>
            {schedule.years.toReversed().map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </Choice>
          <ContractTarget
            target={choice.target}
            standard={props.standardTarget}
            onTarget={(target) => onChoice({ ...choice, target })}
          />
        </>
      ) : null}
    </form>
  );
}

type ChosenProps = ContractControlsProps & { readonly choice: DeskChoice };

const localityKey = ({ mac, locality }: { readonly mac: string; readonly locality: string }) =>
  `${mac} ${locality}`;

function LocalityChoice({ choice, onChoice, schedule, localities }: ChosenProps) {
  const inputId = useId();
  const [county, setCounty] = useState('');
  const { place, locality } = choice;
  const here = schedule.localities(newestYear(schedule.years), place);
  const answer = localityOfCounty(localities, county, place);

  function ask(text: string): void {
    setCounty(text);
    const found = localityOfCounty(localities, text, place);
    // "either" cannot be told, and another state's county is not where this practice is.
    if (!('locality' in found) || found.kind === 'either' || found.locality.place !== place) return;
    const { mac, locality: number } = found.locality;
    onChoice({ ...choice, locality: { mac, locality: number } });
  }

  return (
    <>
      <Choice
        label="Medicare locality"
        value={locality ? localityKey(locality) : ''}
        onValue={(key) =>
          onChoice({ ...choice, locality: here.find((each) => localityKey(each) === key) ?? null })
        }
      >
        <option value="">Mean of the state’s localities</option>
        {here.map((each) => (
          <option key={localityKey(each)} value={localityKey(each)}>
            {localityText(each.name)} ({each.locality})
          </option>
        ))}
      </Choice>
      <div className={styles['choice']}>
        <label htmlFor={inputId}>Or your county in {placeTitle(place)}</label>
        <input
          id={inputId}
          type="text"
          value={county}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => ask(target.value)}
        />
        <span role="status">{answer.kind === 'nothing-asked' ? '' : countySentence(answer)}</span>
      </div>
    </>
  );
}

const poolNames = { payer: 'The same payer’s rates', buca: 'BUCA together' } as const;
const siteNames: Readonly<Record<Site, string>> = {
  all: 'All sites',
  hospital: 'Hospital outpatient',
  office: 'Office, professional',
};

function MarketChoice({ choice, onChoice, placesWithRates }: ChosenProps) {
  const { place, marketPlace, pool, site } = choice;
  return (
    <>
      <Choice
        label="Market"
        value={marketPlace ?? ''}
        onValue={(text) => onChoice({ ...choice, marketPlace: text === '' ? null : text })}
      >
        {placesWithRates.has(place) ? <option value={place}>{placeTitle(place)}</option> : null}
        <option value="">All states with files, pooled</option>
      </Choice>
      <Choice
        label="Held against"
        value={pool}
        onValue={(text) => onChoice({ ...choice, pool: marketPools.find((each) => each === text) ?? pool })}
      >
        {marketPools.map((each) => (
          <option key={each} value={each}>
            {poolNames[each]}
          </option>
        ))}
      </Choice>
      <Choice
        label="Sites"
        value={site}
        onValue={(text) => onChoice({ ...choice, site: sites.find((each) => each === text) ?? site })}
      >
        {(['all', 'office', 'hospital'] as const).map((each) => (
          <option key={each} value={each}>
            {siteNames[each]}
          </option>
        ))}
      </Choice>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onValue, children }: ChoiceProps) {
  return (
    <label className={styles['choice']}>
      {label}
      <select value={value} onChange={({ target }) => onValue(target.value)}>
        {children}
      </select>
    </label>
  );
}
