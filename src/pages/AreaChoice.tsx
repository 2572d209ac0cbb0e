import { useState } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { localityOfCounty } from '../domain/localityLookup.ts';
import { everywhere, type MedicareArea } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { newestYear } from '../domain/newestYear.ts';
import { places } from '../domain/place.ts';
import { areaTitle } from '../text/areaText.ts';
import { countySentence } from '../text/countyText.ts';
import { localityText } from '../text/medicareText.ts';
import { placeTitle } from '../text/names.ts';
import styles from './Desk.module.css';
import { SelectField, TextField } from './Field.tsx';

interface AreaChoiceProps {
  /** "visits", "terms": what the labels end in. */
  readonly of: string;
  /** null = where the practice is, as chosen for the contract. */
  readonly area: MedicareArea | null;
  readonly onArea: (area: MedicareArea | null) => void;
  /** Where the practice is; null where no contract is on the desk. */
  readonly practice: MedicareArea | null;
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
}

/** The area that counts: an own choice, else the practice's, else everywhere. */
export function chosenArea(area: MedicareArea | null, practice: MedicareArea | null): MedicareArea {
  return area ?? practice ?? everywhere;
}

/** Where Medicare's prices are read: a state, one of its localities, or the one a county is in. In memory only. */
export function AreaChoice({ of, area, onArea, practice, schedule, localities }: AreaChoiceProps) {
  const shown = chosenArea(area, practice);
  const isPractice = area === null && practice !== null;
  const here = shown.place === null ? [] : schedule.localities(newestYear(schedule.years), shown.place);
  return (
    <>
      <SelectField
        label={`Place of the ${of}`}
        value={isPractice ? 'practice' : (shown.place ?? '')}
        onValue={(value) =>
          onArea(value === 'practice' ? null : { place: value === '' ? null : value, locality: null })
        }
      >
        {practice ? <option value="practice">Your practice: {areaTitle(schedule, practice)}</option> : null}
        <option value="">National</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </SelectField>
      {here.length > 1 && !isPractice ? (
        <>
          <SelectField
            label={`Medicare locality of the ${of}`}
            value={shown.locality ? keyOf(shown.locality) : ''}
            onValue={(key) =>
              onArea({ ...shown, locality: here.find((each) => keyOf(each) === key) ?? null })
            }
          >
            <option value="">Mean of the state’s localities</option>
            {here.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {localityText(each.name)} ({each.locality})
              </option>
            ))}
          </SelectField>
          <CountyField key={shown.place} {...{ of, localities, onArea }} place={shown.place as string} />
        </>
      ) : null}
    </>
  );
}

const keyOf = ({ mac, locality }: { readonly mac: string; readonly locality: string }) =>
  `${mac} ${locality}`;

interface CountyFieldProps extends Pick<AreaChoiceProps, 'of' | 'onArea' | 'localities'> {
  readonly place: string;
}

function CountyField({ of, onArea, localities, place }: CountyFieldProps) {
  const [county, setCounty] = useState('');
  const answer = localityOfCounty(localities, county, place);

  function ask(text: string): void {
    setCounty(text);
    const found = localityOfCounty(localities, text, place);
    // "either" cannot be told, and another state's county is not where this practice is.
    if (!('locality' in found) || found.kind === 'either' || found.locality.place !== place) return;
    const { mac, locality } = found.locality;
    const named = found.kind === 'named' ? { county: found.county } : {};
    onArea({ place, locality: { mac, locality, ...named } });
  }

  return (
    <div>
      <TextField label={`County of the ${of}, ${placeTitle(place)}`} value={county} onValue={ask} />
      <span role="status" className={styles['help']}>
        {answer.kind === 'nothing-asked' ? '' : countySentence(answer)}
      </span>
    </div>
  );
}
