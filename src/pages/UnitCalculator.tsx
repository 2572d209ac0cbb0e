import { useId, useRef, useState } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { eightMinuteRule, midpointRule, midpointUnits, quarterHour } from '../domain/unitRules.ts';
import { countOf } from '../text/numbers.ts';
import { unitSentence } from '../text/unitText.ts';
import { useFocusBeside } from '../ui/useFocusAfter.ts';
import styles from './UnitCalculator.module.css';

interface UnitCalculatorProps {
  /** The catalogue; only active codes sold by the quarter of an hour can be picked. */
  readonly codes: readonly BillingCode[];
  /** The code the page is about; it stands first if it can be picked. */
  readonly code: string;
}

interface Line {
  readonly id: number;
  readonly code: string;
  /** As typed. */
  readonly minutes: string;
}

const mostMinutes = 600;

/** Minutes of a visit in, units by both rules out. Nothing of it leaves the page or enters the address. */
export function UnitCalculator({ codes, code }: UnitCalculatorProps) {
  const headingId = useId();
  const timed = codes.filter(({ unitMinutes, status }) => unitMinutes === quarterHour && status === 'active');
  const [lines, setLines] = useState<readonly Line[]>(() => {
    const first = timed.find((each) => each.code === code) ?? timed[0];
    return first ? [{ id: 1, code: first.code, minutes: '30' }] : [];
  });
  const adds = useRef<HTMLButtonElement>(null);
  const focusBeside = useFocusBeside(adds);
  if (timed.length === 0) return null;
  const [firstTimed] = timed;
  const services = lines.flatMap((line) => {
    const minutes = minutesOf(line.minutes);
    return minutes === undefined ? [] : [{ code: line.code, minutes }];
  });
  const [pooled, each] = [eightMinuteRule(services), midpointRule(services)];

  function change(id: number, part: Partial<Line>) {
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  }

  function add() {
    const free = timed.find((option) => lines.every((line) => line.code !== option.code)) ?? firstTimed;
    if (!free) return;
    const id = Math.max(0, ...lines.map((line) => line.id)) + 1;
    setLines([...lines, { id, code: free.code, minutes: '' }]);
  }

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>Minutes into units</h2>
      <p className={styles['lead']}>
        Minutes face to face in one visit. Medicare adds them up before it counts; CPT counts each code by
        itself.
      </p>
      <div className={styles['columns']}>
        <div className={styles['lines']}>
          {lines.map((line, index) => (
            <fieldset key={line.id}>
              <legend className="visually-hidden">Service {index + 1}</legend>
              <label className={styles['code']}>
                Code
                <select value={line.code} onChange={({ target }) => change(line.id, { code: target.value })}>
                  {timed.map((option) => (
                    <option key={option.code} value={option.code}>
                      {option.code} {option.title}
                    </option>
                  ))}
                </select>
              </label>
              <label className={styles['minutes']}>
                Minutes
                <input
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  value={line.minutes}
                  aria-invalid={line.minutes !== '' && minutesOf(line.minutes) === undefined}
                  aria-describedby={`${headingId}-help`}
                  onChange={({ target }) => change(line.id, { minutes: target.value })}
                />
              </label>
              <button
                type="button"
                disabled={lines.length === 1}
                aria-label={`Remove service ${index + 1}`}
                onClick={({ currentTarget }) => {
                  focusBeside(currentTarget);
                  setLines(lines.filter((other) => other.id !== line.id));
                }}
              >
                ×
              </button>
            </fieldset>
          ))}
          <p id={`${headingId}-help`} className={styles['help']}>
            {lines.some((line) => line.minutes !== '' && minutesOf(line.minutes) === undefined)
              ? `Minutes are whole numbers from 0 to ${mostMinutes}; what is not is left out of the count.`
              : `Whole minutes, 0 to ${mostMinutes}.`}
          </p>
          <button ref={adds} type="button" onClick={add}>
            Add a service
          </button>
        </div>
        <div>
          <p role="status" className={styles['answer']}>
            {unitSentence(pooled, each)}
          </p>
          <table className={styles['table']}>
            <caption className="visually-hidden">Units by rule</caption>
            <thead>
              <tr>
                <th scope="col">Code</th>
                <th scope="col">Minutes</th>
                <th scope="col">8-minute rule (Medicare)</th>
                <th scope="col">Midpoint rule (CPT)</th>
              </tr>
            </thead>
            <tbody>
              {pooled.services.map((service, index) => (
                <tr key={service.code}>
                  <th scope="row">{service.code}</th>
                  <td>{service.minutes}</td>
                  <td>{service.units}</td>
                  <td>{each.services[index]?.units}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">Visit</th>
                <td>{services.reduce((sum, { minutes }) => sum + minutes, 0)}</td>
                <td>{pooled.total}</td>
                <td>{each.total}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      </div>
      <WorkedUnits />
    </section>
  );
}

/** Whole minutes, or undefined for anything else; an empty field is not 0 minutes but no entry. */
function minutesOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{1,3}$/.test(trimmed)) return undefined;
  const minutes = Number(trimmed);
  return minutes <= mostMinutes ? minutes : undefined;
}

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

/** Worked lines for the reader, computed by the rules above. */
function WorkedUnits() {
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
