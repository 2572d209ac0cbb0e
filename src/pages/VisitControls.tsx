import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { AreaChoice } from './AreaChoice.tsx';
import styles from './Desk.module.css';
import { SelectField } from './Field.tsx';
import type { VisitView } from './visitView.ts';

interface VisitControlsProps {
  readonly view: VisitView;
  readonly onView: (view: VisitView) => void;
  /** What counts where the view leaves it open. */
  readonly source: 'own' | 'market';
  readonly year: number;
  /** The user's file; null where none is open. */
  readonly ownFile: string | null;
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  /** Where the practice is; null where no contract is on the desk. */
  readonly practice: MedicareArea | null;
}

/** At whose rates, where, and beside which year of Medicare the visits are priced. */
export function VisitControls(props: VisitControlsProps) {
  const { view, onView, source, year, ownFile, schedule, localities, practice } = props;
  return (
    <div className={styles['controls']}>
      <SelectField
        label="Rates of the visits"
        value={source}
        onValue={(value) => onView({ ...view, source: value === 'own' ? 'own' : 'market' })}
      >
        <option value="market">Market medians of this release</option>
        {ownFile === null ? null : <option value="own">My rates: {ownFile}</option>}
      </SelectField>
      <AreaChoice
        of="visits"
        area={view.area}
        onArea={(next) => onView({ ...view, area: next })}
        {...{ practice, schedule, localities }}
      />
      <SelectField
        label="Medicare year of the visits"
        value={String(year)}
        onValue={(value) => onView({ ...view, year: Number(value) })}
      >
        {schedule.years.toReversed().map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
