import { type PlaceCode, places } from '../domain/place.ts';
import { inPlace } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { SelectField } from './Field.tsx';
import styles from './IntakeSection.module.css';
import type { OpenIntake } from './openIntake.ts';

interface IntakePlacesProps {
  readonly intake: OpenIntake;
  readonly onPlace: (place: PlaceCode | '') => void;
}

/** Where providers are that their file does not place: a list of providers says it, or the user. */
export function IntakePlaces({ intake, onPlace }: IntakePlacesProps) {
  const { place, placed, listed, report } = intake;
  const { joined, severalPlaces, assumed, unplaced } = placed;
  return (
    <section className={styles['codes']} aria-label="Providers without a state">
      <h3>Providers without a state</h3>
      <p>
        {countOf(report.census.providersWithoutPlace, 'provider')} of {report.census.providers}{' '}
        {report.census.providersWithoutPlace === 1 ? 'has' : 'have'} no state in the files; payers’ files
        never state one. Their rates show under “All of your files”. Choose the state the file is for, or add
        a CSV of providers with the columns NPI, name and state.
      </p>
      <SelectField label="State of providers without one" value={place} onValue={onPlace}>
        <option value="">not stated</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </SelectField>
      {listed.size > 0 || place !== '' ? (
        <p role="status">
          {[
            listed.size > 0 ? `${countOf(joined, 'provider')} placed by the list` : '',
            severalPlaces > 0
              ? `${countOf(severalPlaces, 'provider')} with NPIs in several states, which the list cannot place`
              : '',
            assumed > 0 ? `${countOf(assumed, 'provider')} taken to be ${inPlace(place)}` : '',
            unplaced > 0 ? `${countOf(unplaced, 'provider')} still without a state` : '',
          ]
            .filter((part) => part !== '')
            .join('; ')}
          .
        </p>
      ) : null}
    </section>
  );
}
