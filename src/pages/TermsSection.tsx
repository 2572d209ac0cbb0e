import { useId, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { Contract } from '../domain/contract.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { yearlyChange } from '../domain/medicareYears.ts';
import { newestYear } from '../domain/newestYear.ts';
import { listHistory } from '../domain/termList.ts';
import { areaTitle } from '../text/areaText.ts';
import { countOf } from '../text/numbers.ts';
import { percentText } from '../text/termText.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { RestingButton } from '../ui/RestingButton.tsx';
import { AreaChoice, chosenArea } from './AreaChoice.tsx';
import styles from './Desk.module.css';
import { Exportable } from './Exportable.tsx';
import { SelectField, TextField } from './Field.tsx';
import { TermEditor } from './TermEditor.tsx';
import { TermFigures } from './TermFigures.tsx';
import { TermListEditor } from './TermListEditor.tsx';
import { percentIn, termOf } from './termDraft.ts';
import { termLinesOf } from './termLines.ts';
import { firstTermsView, type TermsView } from './termsView.ts';

const mostYears = 10;

export interface TermsSectionProps {
  readonly view: TermsView;
  readonly onView: (view: TermsView) => void;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  readonly release: { readonly id: string; readonly date: string };
  /** Where the practice is, as chosen for the contract; null where no contract is on the desk. */
  readonly practice: MedicareArea | null;
  /** The user's contract, if one is open. */
  readonly own: { readonly contract: Contract | null; readonly fileName: string } | null;
}

/** Two ways of wording a rate, over the years Medicare has behind it and the years of a contract ahead. */
export function TermsSection(props: TermsSectionProps) {
  const { view, onView, codes, schedule, localities, release, practice, own } = props;
  const headingId = useId();
  const address = useHref()({ page: 'own', view: 'terms' });
  const titles = useMemo(() => new Map(codes.map((each) => [each.code, each.title])), [codes]);
  const area = chosenArea(view.area, practice);
  const where = areaTitle(schedule, area);
  const { lines, faults } = useMemo(
    () => termLinesOf(view.lines, view.chargeGrowth, schedule, area),
    [view.lines, view.chargeGrowth, schedule, area],
  );
  const edit = (part: Partial<TermsView>) => onView({ ...view, ...part, isEdited: true });
  const newest = newestYear(schedule.years);
  const { a, b } = useMemo(() => ({ a: termOf(view.a), b: termOf(view.b) }), [view.a, view.b]);
  const change = yearlyChange(listHistory(lines));
  const growth = view.growth === null ? (change ?? 0) : percentIn(view.growth);
  const unreadable = [
    ...(typeof a === 'string' ? [`term A: ${a}`] : []),
    ...(typeof b === 'string' ? [`term B: ${b}`] : []),
    ...faults,
    ...(growth === undefined ? ['Medicare’s change is a percentage'] : []),
  ];
  const span = `${schedule.years[0]} to ${newest}`;
  const historyWords =
    change === undefined
      ? 'no change: it has no history'
      : `as ${span} went for this list: ${percentText(change)}`;

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>Two ways of wording a rate</h2>
      <p className={styles['lead']}>
        Fixed dollars or a share of Medicare? Compare two terms for the codes of a contract: what the same
        words would have paid under the fee schedules of {span}, and what they are worth over a contract,
        under an assumption you can see. What you enter stays in this page’s memory.
      </p>
      <div className={styles['controls']}>
        <AreaChoice
          of="terms"
          area={view.area}
          onArea={(next) => onView({ ...view, area: next })}
          {...{ practice, schedule, localities }}
        />
        <SelectField
          label="Look at"
          value={view.lines.some(({ code }) => code === view.code) ? (view.code ?? '') : ''}
          onValue={(code) => onView({ ...view, code: code === '' ? null : code })}
        >
          <option value="">{view.lines.length === 1 ? 'one unit' : 'all units of the list'}</option>
          {view.lines.length === 1
            ? null
            : view.lines.map(({ code }) => (
                <option key={code} value={code}>
                  one unit of {code}
                </option>
              ))}
        </SelectField>
        <TextField
          label="Charges change by (% a year)"
          value={view.chargeGrowth}
          onValue={(chargeGrowth) => edit({ chargeGrowth })}
          invalid={view.chargeGrowth.trim() !== '' && percentIn(view.chargeGrowth) === undefined}
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
      <TermListEditor
        lines={view.lines}
        onLines={(next) => edit({ lines: next })}
        {...{ titles, schedule, area, own }}
      />
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
        <RestingButton
          isResting={!view.isEdited}
          onClick={() => onView({ ...firstTermsView, area: view.area })}
        >
          Back to the example terms
        </RestingButton>
      </div>
      {typeof a === 'string' || typeof b === 'string' || faults.length > 0 || growth === undefined ? (
        <Notice tone="warning" title="This cannot be read:">
          {unreadable.join('; ')}.
        </Notice>
      ) : (
        <Exportable release={release} scope="" isOwn={view.isEdited} address={address}>
          <TermFigures
            {...{ a, b, lines, titles, growth, schedule, area, where }}
            code={view.code}
            years={view.years}
            growthSource={view.growth === null ? historyWords : 'as typed'}
            origin={`CMS tables of release ${release.id}`}
            isSample={!view.isEdited}
          />
        </Exportable>
      )}
    </section>
  );
}
