import { eightMinuteRule, midpointRule, midpointUnits, quarterHour } from '../domain/unitRules.ts';
import { countOf } from '../text/numbers.ts';
import styles from './UnitCalculator.module.css';

/** Minutes of the codes of a visit: at the edges of the rules, and where the two part. */
const worked: readonly (readonly number[])[] = [
  [7],
  [8],
  [22],
  [23],
  [30],
  [10, 10],
  [5, 5, 5],
  [33, 7],
  [20, 18],
];

/** Worked lines for the reader, computed by the rules the calculator counts by. */
export function WorkedUnits() {
  return (
    <details className={styles['worked']}>
      <summary>Method and worked lines</summary>
      <p>
        8-minute rule: CMS, Medicare Claims Processing Manual, chapter 5, section 20.2. Midpoint rule: CPT
        Professional 2024, p. xx, as quoted in a coding column. A code sold by the hour has its first unit at{' '}
        {firstMinute(60)} minutes, a code sold by the quarter of an hour at {firstMinute(quarterHour)}. Payers
        other than Medicare choose between the two.
      </p>
      <table className={styles['table']}>
        <caption className="visually-hidden">Worked lines</caption>
        <thead>
          <tr>
            <th scope="col">Minutes, one code each</th>
            <th scope="col">8-minute rule</th>
            <th scope="col">Midpoint rule</th>
          </tr>
        </thead>
        <tbody>
          {worked.map((minutes) => {
            const services = minutes.map((each, index) => ({ code: `service ${index + 1}`, minutes: each }));
            return (
              <tr key={minutes.join('+')}>
                <th scope="row">{minutes.join(' + ')}</th>
                <td>{countOf(eightMinuteRule(services).total, 'unit')}</td>
                <td>{countOf(midpointRule(services).total, 'unit')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function firstMinute(unitMinutes: number): number {
  let minutes = 0;
  while (midpointUnits(minutes, unitMinutes) === 0) minutes += 1;
  return minutes;
}
