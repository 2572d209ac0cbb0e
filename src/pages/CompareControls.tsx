import { useId } from 'react';
import { payers } from '../domain/payer.ts';
import type { PlaceCode } from '../domain/place.ts';
import { type Site, sites } from '../domain/scope.ts';
import { mostStates } from '../domain/stateComparison.ts';
import { placeTitle } from '../text/names.ts';
import styles from './Compare.module.css';
import { type CompareChoice, ownCodes } from './compareChoice.ts';
import { SelectField } from './Field.tsx';

interface CompareControlsProps {
  readonly choice: CompareChoice;
  readonly onChoice: (choice: CompareChoice) => void;
  readonly places: readonly PlaceCode[];
  /** Places the release has rates for. */
  readonly available: readonly PlaceCode[];
  readonly families: readonly string[];
  readonly hasOwn: boolean;
}

const siteNames: Readonly<Record<Site, string>> = {
  hospital: 'Hospital outpatient',
  office: 'Office, professional',
  all: 'All sites',
};

/** Which states, codes and payer are laid beside each other. */
export function CompareControls(props: CompareControlsProps) {
  const { choice, onChoice, places, available, families, hasOwn } = props;
  const id = useId();
  const isFull = places.length >= mostStates;
  const change = (part: Partial<CompareChoice>) => onChoice({ ...choice, ...part });
  return (
    <form className={styles['controls']} onSubmit={(event) => event.preventDefault()}>
      <fieldset className={styles['states']} aria-describedby={`${id}most`}>
        <legend>States side by side</legend>
        <p id={`${id}most`}>Up to {mostStates} of those with published rates.</p>
        <ul>
          {available.map((place) => {
            const isChosen = places.includes(place);
            return (
              <li key={place}>
                <label>
                  <input
                    type="checkbox"
                    checked={isChosen}
                    disabled={isFull && !isChosen}
                    onChange={() =>
                      change({
                        places: isChosen ? places.filter((each) => each !== place) : [...places, place],
                      })
                    }
                  />
                  {placeTitle(place)}
                </label>
              </li>
            );
          })}
        </ul>
      </fieldset>
      <div className={styles['fields']}>
        <SelectField label="Codes" value={choice.family} onValue={(family) => change({ family, code: null })}>
          {hasOwn ? <option value={ownCodes}>The codes of your file</option> : null}
          {families.map((family) => (
            <option key={family} value={family}>
              {family}
            </option>
          ))}
        </SelectField>
        <SelectField label="Payer of the states" value={choice.payer} onValue={(payer) => change({ payer })}>
          <option value="buca">BUCA</option>
          {payers.map((payer) => (
            <option key={payer.id} value={payer.id}>
              {payer.name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Sites compared"
          value={choice.site}
          onValue={(site) => change({ site: sites.find((each) => each === site) ?? choice.site })}
        >
          {sites.map((site) => (
            <option key={site} value={site}>
              {siteNames[site]}
            </option>
          ))}
        </SelectField>
      </div>
    </form>
  );
}
