import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { newestYear } from '../domain/newestYear.ts';
import { countOf } from '../text/numbers.ts';
import { AreaChoice } from './AreaChoice.tsx';
import styles from './Desk.module.css';
import { SelectField, TextField } from './Field.tsx';
import { percentIn } from './termDraft.ts';
import type { TermsView } from './termsView.ts';

const mostYears = 10;

interface TermsControlsProps {
  readonly view: TermsView;
  /** A choice of what is looked at: the example stays the example. */
  readonly onView: (view: TermsView) => void;
  /** A change of what is compared: from then on it is the user's own. */
  readonly onEdit: (part: Partial<TermsView>) => void;
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  /** Where the practice is; null where no contract is on the desk. */
  readonly practice: MedicareArea | null;
  /** What Medicare's own history says of the years ahead. */
  readonly historyWords: string;
}

/** Where, for which code and over which years two terms are compared, and what is assumed of the years ahead. */
export function TermsControls(props: TermsControlsProps) {
  const { view, onView, onEdit, schedule, localities, practice, historyWords } = props;
  const newest = newestYear(schedule.years);
  return (
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
        onValue={(chargeGrowth) => onEdit({ chargeGrowth })}
        invalid={view.chargeGrowth.trim() !== '' && percentIn(view.chargeGrowth) === undefined}
        numeric
      />
      <SelectField
        label="Years of the contract"
        value={String(view.years)}
        onValue={(value) => onEdit({ years: Number(value) })}
      >
        {Array.from({ length: mostYears }, (_, index) => index + 1).map((count) => (
          <option key={count} value={count}>
            {countOf(count, 'year')}, {count === 1 ? newest : `${newest} to ${newest + count - 1}`}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Medicare ahead"
        value={view.growth === null ? 'history' : 'typed'}
        onValue={(value) => onEdit({ growth: value === 'history' ? null : '0' })}
      >
        <option value="history">{historyWords}</option>
        <option value="typed">a change you type</option>
      </SelectField>
      {view.growth === null ? null : (
        <TextField
          label="Medicare changes by (% a year)"
          value={view.growth}
          onValue={(value) => onEdit({ growth: value })}
          invalid={percentIn(view.growth) === undefined}
          numeric
        />
      )}
    </div>
  );
}
