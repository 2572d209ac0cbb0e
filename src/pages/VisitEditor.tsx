import { useRef } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { useFocusBeside } from '../ui/useFocusAfter.ts';
import styles from './Desk.module.css';
import { SelectField, TextField } from './Field.tsx';
import {
  countIn,
  isTimed,
  mostMinutes,
  mostUnits,
  mostVisits,
  type VisitDraft,
  wholeNumber,
} from './visitDraft.ts';

interface VisitEditorProps {
  readonly draft: VisitDraft;
  /** Active codes only. */
  readonly codes: readonly BillingCode[];
  readonly onDraft: (draft: VisitDraft) => void;
  /** Told the button, for the focus: it goes with its visit. */
  readonly onRemove: ((button: Element) => void) | null;
}

/** One kind of visit: its services, who furnishes it, how often it comes. */
export function VisitEditor({ draft, codes, onDraft, onRemove }: VisitEditorProps) {
  const adds = useRef<HTMLButtonElement>(null);
  const focusBeside = useFocusBeside(adds);
  const name = draft.name.trim() === '' ? 'Visit without a name' : draft.name;
  const change = (id: number, part: Partial<VisitDraft['lines'][number]>) =>
    onDraft({ ...draft, lines: draft.lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  function add() {
    const free = codes.find(({ code }) => draft.lines.every((line) => line.code !== code));
    const id = Math.max(0, ...draft.lines.map((line) => line.id)) + 1;
    if (free) onDraft({ ...draft, lines: [...draft.lines, { id, code: free.code, count: '' }] });
  }
  return (
    <fieldset className={styles['box']}>
      <legend>{name}</legend>
      <TextField
        label="Name of the visit"
        value={draft.name}
        onValue={(text) => onDraft({ ...draft, name: text })}
      />
      {draft.lines.map((line, index) => {
        const timed = isTimed(codes, line.code);
        const most = timed ? mostMinutes : mostUnits;
        return (
          <div key={line.id} className={styles['line']}>
            <SelectField
              label={`Service ${index + 1}`}
              value={line.code}
              onValue={(code) => change(line.id, { code })}
            >
              {codes.map(({ code, title }) => (
                <option key={code} value={code}>
                  {code} {title}
                </option>
              ))}
            </SelectField>
            <TextField
              label={timed ? 'Minutes' : 'Units'}
              of={`service ${index + 1}`}
              value={line.count}
              onValue={(count) => change(line.id, { count })}
              invalid={line.count !== '' && countIn(line.count, most) === undefined}
              wants={wholeNumber(most)}
              numeric
            />
            <button
              type="button"
              disabled={draft.lines.length === 1}
              aria-label={`Remove service ${index + 1} of ${name}`}
              onClick={({ currentTarget }) => {
                focusBeside(currentTarget);
                onDraft({ ...draft, lines: draft.lines.filter(({ id }) => id !== line.id) });
              }}
            >
              ×
            </button>
          </div>
        );
      })}
      <TextField
        label="Visits a year"
        value={draft.perYear}
        onValue={(perYear) => onDraft({ ...draft, perYear })}
        invalid={countIn(draft.perYear, mostVisits) === undefined}
        wants={wholeNumber(mostVisits)}
        numeric
      />
      <label>
        <input
          type="checkbox"
          checked={draft.assistant}
          onChange={({ target }) => onDraft({ ...draft, assistant: target.checked })}
        />{' '}
        By an assistant (CQ, CO)
      </label>
      <div className={styles['buttons']}>
        <button ref={adds} type="button" onClick={add}>
          Add a service
        </button>
        {onRemove ? (
          <button type="button" onClick={({ currentTarget }) => onRemove(currentTarget)}>
            Remove this visit
          </button>
        ) : null}
      </div>
    </fieldset>
  );
}
