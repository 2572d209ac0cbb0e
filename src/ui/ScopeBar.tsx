import { type ReactNode, useId, useMemo, useState } from 'react';
import { bases, defaultScope, type Scope, sites } from '../domain/scope.ts';
import { RestingButton } from './RestingButton.tsx';
import styles from './ScopeBar.module.css';
import { useAlive } from './useAlive.ts';

interface ScopeBarProps {
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  /** Years of the published files at hand, ascending. */
  readonly years: readonly number[];
  /** null = the newest. */
  readonly medicareYear?: number | null;
  readonly medicareYears?: readonly number[];
  /** Without it there is no such control: a page that shows no fee schedule of one year has nothing to choose. */
  readonly onMedicareYear?: (year: number | null) => void;
  /** What `onReset` goes back to. */
  readonly standard?: Scope;
  /** Everything back to its default, in one change: two changes of the address in a row would undo each other. */
  readonly onReset: () => void;
  /** The scope in words, from `text/sentences`. */
  readonly sentence: string;
  /** The finer filters, below the controls. */
  readonly children?: ReactNode;
}

const siteNames = {
  hospital: 'Hospital outpatient',
  office: 'Office, professional',
  all: 'All sites',
} as const;
const basisNames = { providers: 'Provider', rates: 'Published rate' } as const;
const leftOutNames = { out: 'Left out', in: 'Counted' } as const;

function isSame(a: Scope, b: Scope): boolean {
  const names = Object.keys(a) as (keyof Scope)[];
  return names.every((name) =>
    name === 'vintage'
      ? a.vintage.from === b.vintage.from && a.vintage.to === b.vintage.to
      : a[name] === b[name],
  );
}

/** How wide each control is on a wide screen, whatever it holds: their room is kept before they are there. */
const widths = {
  site: '12.5rem',
  basis: '9rem',
  from: '6.5rem',
  to: '6.5rem',
  leftOut: '17rem',
  medicareYear: '10rem',
  reset: '4.5rem',
} as const;

function Choice(props: {
  width: string;
  label: string;
  value: string;
  onValue: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <label className={styles['choice']} style={{ inlineSize: props.width }}>
      <span>{props.label}</span>
      <select value={props.value} onChange={({ target }) => props.onValue(target.value)}>
        {props.children}
      </select>
    </label>
  );
}

function options(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}

// The same elements each time: a choice made elsewhere need not look into every list of choices.
const siteOptions = options(siteNames);
const basisOptions = options(basisNames);
const leftOutOptions = options(leftOutNames);

function yearOptions(years: readonly number[]) {
  return years.map((year) => (
    <option key={year} value={year}>
      {year}
    </option>
  ));
}

/** Which rates count: the scope in words, and the controls that change it. Every change is answered at once. */
export function ScopeBar({
  scope,
  onScope,
  years,
  medicareYear = null,
  medicareYears = [],
  onMedicareYear,
  standard = defaultScope,
  onReset,
  sentence,
  children,
}: ScopeBarProps) {
  const headingId = useId();
  const controlsId = useId();
  const [open, setOpen] = useState(false);
  // A page's file keeps the room of the controls; they come with the script that answers to them.
  const isAlive = useAlive();
  const newest = medicareYears.length > 0 ? Math.max(...medicareYears) : null;
  const fileYears = useMemo(() => yearOptions(years), [years]);
  const olderYears = useMemo(
    () => yearOptions(medicareYears.toSorted((a, b) => b - a).slice(1)),
    [medicareYears],
  );
  const { from, to } = scope.vintage;

  /** An end moved past the other takes it along: a range is never empty by a slip. */
  function setYear(end: 'from' | 'to', text: string) {
    const year = text === '' ? null : Number(text);
    const other = end === 'from' ? to : from;
    const crossed = year !== null && other !== null && (end === 'from' ? year > other : year < other);
    const opposite = crossed ? year : other;
    onScope({
      ...scope,
      vintage: end === 'from' ? { from: year, to: opposite } : { from: opposite, to: year },
    });
  }

  return (
    <section className={styles['scope']} aria-labelledby={headingId}>
      <h2 id={headingId} className="visually-hidden">
        What counts
      </h2>
      <p className={styles['sentence']}>{sentence}</p>
      {isAlive ? (
        <>
          {/* On a narrow screen the figures come before seven controls; on a wide one this button is not there. */}
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={open}
            aria-controls={controlsId}
            data-print="hide"
            data-needs="script"
            onClick={() => setOpen(!open)}
          >
            Change what counts
          </button>
          <form
            id={controlsId}
            className={styles['controls']}
            data-open={open}
            data-needs="script"
            onSubmit={(event) => event.preventDefault()}
          >
            <Choice
              width={widths.site}
              label="Site"
              value={scope.site}
              onValue={(value) =>
                onScope({ ...scope, site: sites.find((site) => site === value) ?? scope.site })
              }
            >
              {siteOptions}
            </Choice>
            <Choice
              width={widths.basis}
              label="One vote per"
              value={scope.basis}
              onValue={(value) =>
                onScope({ ...scope, basis: bases.find((basis) => basis === value) ?? scope.basis })
              }
            >
              {basisOptions}
            </Choice>
            <Choice
              width={widths.from}
              label="Files from"
              value={String(from ?? '')}
              onValue={(value) => setYear('from', value)}
            >
              <option value="">Earliest</option>
              {fileYears}
            </Choice>
            <Choice
              width={widths.to}
              label="Files to"
              value={String(to ?? '')}
              onValue={(value) => setYear('to', value)}
            >
              <option value="">Latest</option>
              {fileYears}
            </Choice>
            <Choice
              width={widths.leftOut}
              label="Rows that contradict their own file"
              value={scope.leftOutRows}
              onValue={(value) => onScope({ ...scope, leftOutRows: value === 'in' ? 'in' : 'out' })}
            >
              {leftOutOptions}
            </Choice>
            {onMedicareYear === undefined ? null : (
              <Choice
                width={widths.medicareYear}
                label="Medicare year"
                value={medicareYear === newest ? '' : String(medicareYear ?? '')}
                onValue={(value) => onMedicareYear(value === '' ? null : Number(value))}
              >
                <option value="">{newest === null ? 'Newest' : `${newest} (newest)`}</option>
                {olderYears}
              </Choice>
            )}
            <RestingButton
              style={{ inlineSize: widths.reset }}
              isResting={isSame(scope, standard) && medicareYear === null}
              onClick={onReset}
            >
              Reset
            </RestingButton>
          </form>
        </>
      ) : (
        <div className={`${styles['controls']} ${styles['room']}`} data-needs="script">
          {Object.entries(widths).map(([name, inlineSize]) => (
            <i key={name} style={{ inlineSize }} />
          ))}
        </div>
      )}
      {children}
    </section>
  );
}
