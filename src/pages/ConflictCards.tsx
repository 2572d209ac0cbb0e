import type { Authority, Conflict, Position } from '../domain/codeContext.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { scheduleYears } from '../domain/scheduleYears.ts';
import { scheduleAmountText, scheduleListingText } from '../text/contextText.ts';
import { AuthorityLine } from './AuthorityLine.tsx';
import styles from './ContextSection.module.css';

interface ConflictCardsProps {
  readonly code: string;
  readonly conflicts: readonly Conflict[];
  readonly schedule: FeeSchedule;
  readonly authorityOf: (id: string) => Authority;
}

/** Where sources disagree: what each says, side by side, and what to take from it. */
export function ConflictCards({ code, conflicts, schedule, authorityOf }: ConflictCardsProps) {
  return conflicts.map(({ id, question, positions, reading }) => (
    <article key={id} className={styles['conflict']} aria-labelledby={`conflict-${code}-${id}`}>
      <h4 id={`conflict-${code}-${id}`}>{question}</h4>
      <ul className={styles['positions']}>
        {positions.map((position) => {
          const text = positionText(position, code, schedule);
          return (
            <li key={`${position.by} ${text}`}>
              <p>{text}</p>
              <AuthorityLine authority={authorityOf(position.by)} />
            </li>
          );
        })}
      </ul>
      <p>
        <strong>Reading.</strong> {reading.text} <AuthorityLine authority={authorityOf(reading.by)} />
      </p>
    </article>
  ));
}

function positionText(position: Position, code: string, schedule: FeeSchedule): string {
  switch (position.kind) {
    case 'stated':
      return position.text;
    case 'fee-schedule-amount':
      return scheduleAmountText(scheduleYears(schedule, code));
    case 'fee-schedule-listing':
      return scheduleListingText(position.code, scheduleYears(schedule, position.code));
  }
}
