import { type ReactNode, useMemo } from 'react';
import { movedVintage } from '../domain/movedVintage.ts';
import { bases, defaultScope, type Scope, sites } from '../domain/scope.ts';
import { RestingButton } from './RestingButton.tsx';
import styles from './ScopeBar.module.css';
import { type ScopeListeners, type SelectListeners, scopeChoice } from './scopeChoice.ts';

export interface ScopeControlsProps extends ScopeListeners {
  readonly scope: Scope;
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
export const controlWidths = {
  site: '12.5rem',
  basis: '10rem',
  from: '6.5rem',
  to: '6.5rem',
  leftOut: '17rem',
  medicareYear: '10rem',
  reset: '4.5rem',
} as const;

interface ChoiceProps extends SelectListeners {
  readonly width: string;
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Choice({ width, label, ...select }: ChoiceProps) {
  return (
    <label className={styles['choice']} style={{ inlineSize: width }}>
      <span>{label}</span>
      <select {...select} />
    </label>
  );
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}

// The same elements each time: a choice made elsewhere need not look into every list of choices.
const siteOptions = optionsOf(siteNames);
const basisOptions = optionsOf(basisNames);
const leftOutOptions = optionsOf(leftOutNames);

/** The years of the files, from and to, and what each is called when it is open. */
const ends = [
  { end: 'from', label: 'Files from', open: 'Earliest' },
  { end: 'to', label: 'Files to', open: 'Latest' },
] as const;

const noYears: readonly number[] = [];

function yearOptions(years: readonly number[]) {
  return years.map((year) => (
    <option key={year} value={year}>
      {year}
    </option>
  ));
}

/** The choices of what counts, but for the finer filters. Every change is answered at once. */
export function ScopeControls(props: ScopeControlsProps) {
  const { scope, years, medicareYear = null, medicareYears, onMedicareYear } = props;
  const { standard = defaultScope, onReset } = props;
  const fileYears = useMemo(() => yearOptions(years), [years]);
  return (
    <>
      <Choice
        width={controlWidths.site}
        label="Site"
        value={scope.site}
        {...scopeChoice(
          (value) => ({ ...scope, site: sites.find((site) => site === value) ?? scope.site }),
          props,
        )}
      >
        {siteOptions}
      </Choice>
      <Choice
        width={controlWidths.basis}
        label="One vote per"
        value={scope.basis}
        {...scopeChoice(
          (value) => ({ ...scope, basis: bases.find((basis) => basis === value) ?? scope.basis }),
          props,
        )}
      >
        {basisOptions}
      </Choice>
      {ends.map(({ end, label, open }) => (
        <Choice
          key={end}
          width={controlWidths[end]}
          label={label}
          value={String(scope.vintage[end] ?? '')}
          {...scopeChoice(
            (value) => ({
              ...scope,
              vintage: movedVintage(scope.vintage, end, value === '' ? null : Number(value)),
            }),
            props,
          )}
        >
          <option value="">{open}</option>
          {fileYears}
        </Choice>
      ))}
      <Choice
        width={controlWidths.leftOut}
        label="Rows that contradict their own file"
        value={scope.leftOutRows}
        {...scopeChoice((value) => ({ ...scope, leftOutRows: value === 'in' ? 'in' : 'out' }), props)}
      >
        {leftOutOptions}
      </Choice>
      {onMedicareYear === undefined ? null : (
        <MedicareYearChoice year={medicareYear} years={medicareYears} onYear={onMedicareYear} />
      )}
      <RestingButton
        style={{ inlineSize: controlWidths.reset }}
        isResting={isSame(scope, standard) && medicareYear === null}
        onClick={onReset}
      >
        Reset
      </RestingButton>
    </>
  );
}

interface MedicareYearChoiceProps {
  readonly year: number | null;
  readonly years: readonly number[] | undefined;
  readonly onYear: (year: number | null) => void;
}

/** The newest year is no year of its own: a link to it follows the next release. */
function MedicareYearChoice({ year, years = noYears, onYear }: MedicareYearChoiceProps) {
  const newest = years.length > 0 ? Math.max(...years) : null;
  const olderYears = useMemo(() => yearOptions(years.toSorted((a, b) => b - a).slice(1)), [years]);
  return (
    <Choice
      width={controlWidths.medicareYear}
      label="Medicare year"
      value={year === newest ? '' : String(year ?? '')}
      onChange={({ target }) => onYear(target.value === '' ? null : Number(target.value))}
    >
      <option value="">{newest === null ? 'Newest' : `${newest} (newest)`}</option>
      {olderYears}
    </Choice>
  );
}
