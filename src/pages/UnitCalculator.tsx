import { useId, useRef, useState } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import {
  eightMinuteRule,
  midpointRule,
  quarterHour,
  type TimedService,
  type VisitUnits,
} from '../domain/unitRules.ts';
import { unitSentence } from '../text/unitText.ts';
import { useFocusBeside } from '../ui/useFocusAfter.ts';
import styles from './UnitCalculator.module.css';
import { WorkedUnits } from './WorkedUnits.tsx';

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
            <ServiceLine
              key={line.id}
              line={line}
              number={index + 1}
              options={timed}
              helpId={`${headingId}-help`}
              onChange={(part) => change(line.id, part)}
              isOnly={lines.length === 1}
              onRemove={(button) => {
                focusBeside(button);
                setLines(lines.filter((other) => other.id !== line.id));
              }}
            />
          ))}
          <p id={`${headingId}-help`} className={styles['help']}>
            {lines.some(isUnreadable)
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
          <UnitTable services={services} pooled={pooled} each={each} />
        </div>
      </div>
      <WorkedUnits />
    </section>
  );
}

interface ServiceLineProps {
  readonly line: Line;
  /** Of the line in the visit, from 1. */
  readonly number: number;
  readonly options: readonly BillingCode[];
  /** Of the words that say which minutes can be read. */
  readonly helpId: string;
  readonly onChange: (part: Partial<Line>) => void;
  /** The last line left cannot be removed. */
  readonly isOnly: boolean;
  /** Told the button, for the focus: it goes with its line. */
  readonly onRemove: (button: Element) => void;
}

/** A service of the visit: its code and its minutes. */
function ServiceLine({ line, number, options, helpId, onChange, isOnly, onRemove }: ServiceLineProps) {
  return (
    <fieldset>
      <legend className="visually-hidden">Service {number}</legend>
      <label className={styles['code']}>
        Code
        <select value={line.code} onChange={({ target }) => onChange({ code: target.value })}>
          {options.map((option) => (
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
          aria-invalid={isUnreadable(line)}
          aria-describedby={helpId}
          onChange={({ target }) => onChange({ minutes: target.value })}
        />
      </label>
      <button
        type="button"
        disabled={isOnly}
        aria-label={`Remove service ${number}`}
        onClick={({ currentTarget }) => onRemove(currentTarget)}
      >
        ×
      </button>
    </fieldset>
  );
}

interface UnitTableProps {
  readonly services: readonly TimedService[];
  /** Units by the 8-minute rule, and with each code counted by itself. */
  readonly pooled: VisitUnits;
  readonly each: VisitUnits;
}

/** Units of every code and of the visit, the two rules side by side. */
function UnitTable({ services, pooled, each }: UnitTableProps) {
  return (
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
  );
}

/** Whole minutes, or undefined for anything else; an empty field is not 0 minutes but no entry. */
function minutesOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{1,3}$/.test(trimmed)) return undefined;
  const minutes = Number(trimmed);
  return minutes <= mostMinutes ? minutes : undefined;
}

/** Whether minutes are typed that cannot be counted. */
function isUnreadable({ minutes }: Line): boolean {
  return minutes !== '' && minutesOf(minutes) === undefined;
}
