import { useId, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { medicareHistory, yearlyChange } from '../domain/medicareYears.ts';
import { type PlaceCode, places } from '../domain/place.ts';
import { countOf } from '../text/numbers.ts';
import { percentText } from '../text/termText.ts';
import { Notice } from '../ui/Notice.tsx';
import styles from './Desk.module.css';
import { Exportable } from './Exportable.tsx';
import { SelectField, TextField } from './Field.tsx';
import { TermEditor } from './TermEditor.tsx';
import { TermFigures } from './TermFigures.tsx';
import { chargeOf, percentIn, sampleTerms, type TermDraft, termOf } from './termDraft.ts';
import { countIn } from './visitDraft.ts';

/** What is looked at. In memory only: not in the address, not in storage. */
export interface TermsView {
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly a: TermDraft;
  readonly b: TermDraft;
  readonly charge: string;
  readonly chargeGrowth: string;
  readonly units: string;
  readonly years: number;
  /** Medicare's yearly change ahead, as typed; null = as its own history went. */
  readonly growth: string | null;
  /** Whether anything of the example was changed: from then on it is the user's own. */
  readonly isEdited: boolean;
}

export const firstTermsView: TermsView = {
  code: '97110',
  place: null,
  ...sampleTerms,
  charge: '',
  chargeGrowth: '',
  units: '1000',
  years: 3,
  growth: null,
  isEdited: false,
};

const mostUnits = 10_000_000;
const mostYears = 10;

export interface TermsSectionProps {
  readonly view: TermsView;
  readonly onView: (view: TermsView) => void;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly release: { readonly id: string; readonly date: string };
}

/** Two ways of wording a rate, over the years Medicare has behind it and the years of a contract ahead. */
export function TermsSection({ view, onView, codes, schedule, release }: TermsSectionProps) {
  const headingId = useId();
  const { code, place } = view;
  const titles = useMemo(() => new Map(codes.map((each) => [each.code, each.title])), [codes]);
  const history = useMemo(() => medicareHistory(schedule, code, place), [schedule, code, place]);
  const edit = (part: Partial<TermsView>) => onView({ ...view, ...part, isEdited: true });
  const newest = schedule.years.at(-1) as number;
  const [a, b] = [termOf(view.a), termOf(view.b)];
  const charge = chargeOf(view.charge, view.chargeGrowth, newest);
  const units = countIn(view.units, mostUnits);
  const own = yearlyChange(history);
  const growth = view.growth === null ? (own ?? 0) : percentIn(view.growth);
  const unreadable = [
    ...(typeof a === 'string' ? [`term A: ${a}`] : []),
    ...(typeof b === 'string' ? [`term B: ${b}`] : []),
    ...(charge === undefined ? ['the charge is dollars, its change a percentage'] : []),
    ...(units === undefined ? ['units are a whole number'] : []),
    ...(growth === undefined ? ['Medicare’s change is a percentage'] : []),
  ];
  const span = `${schedule.years[0]} to ${newest}`;
  const historyWords =
    own === undefined ? 'no change: it has no history' : `as ${span} went: ${percentText(own)}`;

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>Two ways of wording a rate</h2>
      <p className={styles['lead']}>
        Fixed dollars or a share of Medicare? Compare two terms for one unit of a code: what the same words
        would have paid under the fee schedules of {span}, and what they are worth over a contract, under an
        assumption you can see. What you enter stays in this page’s memory.
      </p>
      <div className={styles['controls']}>
        <SelectField
          label="Code of the terms"
          value={code}
          onValue={(value) => onView({ ...view, code: value })}
        >
          {schedule.codes.map((each) => (
            <option key={each} value={each}>
              {each} {titles.get(each) ?? ''}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Place of the terms"
          value={place ?? ''}
          onValue={(value) => onView({ ...view, place: value === '' ? null : value })}
        >
          <option value="">National</option>
          {places.map(({ code: each, name }) => (
            <option key={each} value={each}>
              {name} ({each})
            </option>
          ))}
        </SelectField>
        <TextField
          label={`Charge a unit in ${newest} ($)`}
          value={view.charge}
          onValue={(value) => edit({ charge: value })}
          invalid={charge === undefined}
          numeric
        />
        <TextField
          label="Charge changes by (% a year)"
          value={view.chargeGrowth}
          onValue={(value) => edit({ chargeGrowth: value })}
          invalid={charge === undefined}
          numeric
        />
        <TextField
          label="Units a year"
          value={view.units}
          onValue={(value) => edit({ units: value })}
          invalid={units === undefined}
          numeric
        />
        <SelectField
          label="Years of the contract"
          value={String(view.years)}
          onValue={(value) => edit({ years: Number(value) })}
        >
          {Array.from({ length: mostYears }, (_, index) => index + 1).map((count) => (
            <option key={count} value={count}>
              {countOf(count, 'year')}, {newest} to {newest + count - 1}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Medicare ahead"
          value={view.growth === null ? 'history' : 'typed'}
          onValue={(value) => edit({ growth: value === 'history' ? null : '0' })}
        >
          <option value="history">{historyWords}</option>
          <option value="typed">a change you type</option>
        </SelectField>
        {view.growth === null ? null : (
          <TextField
            label="Medicare changes by (% a year)"
            value={view.growth}
            onValue={(value) => edit({ growth: value })}
            invalid={growth === undefined}
            numeric
          />
        )}
      </div>
      <div className={styles['visits']}>
        <TermEditor
          name="Term A"
          draft={view.a}
          years={schedule.years}
          onDraft={(next) => edit({ a: next })}
        />
        <TermEditor
          name="Term B"
          draft={view.b}
          years={schedule.years}
          onDraft={(next) => edit({ b: next })}
        />
      </div>
      <div className={styles['buttons']}>
        <button
          type="button"
          disabled={!view.isEdited}
          onClick={() => onView({ ...firstTermsView, code, place })}
        >
          Back to the example terms
        </button>
      </div>
      {typeof a === 'string' ||
      typeof b === 'string' ||
      charge === undefined ||
      units === undefined ||
      growth === undefined ? (
        <Notice tone="warning" title="This cannot be read:">
          {unreadable.join('; ')}.
        </Notice>
      ) : (
        <Exportable release={release} scope="" isOwn={view.isEdited}>
          <TermFigures
            a={a}
            b={b}
            charge={charge}
            units={units}
            years={view.years}
            growth={growth}
            growthSource={view.growth === null ? historyWords : 'as typed'}
            history={history}
            schedule={schedule}
            code={code}
            place={place}
            origin={`CMS tables of release ${release.id}`}
            isSample={!view.isEdited}
          />
        </Exportable>
      )}
    </section>
  );
}
