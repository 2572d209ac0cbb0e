import { useRef } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { RestingButton } from '../ui/RestingButton.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './Desk.module.css';
import { VisitEditor } from './VisitEditor.tsx';
import { isTimed, type VisitDraft } from './visitDraft.ts';

interface VisitListProps {
  readonly visits: readonly VisitDraft[];
  readonly onVisits: (visits: readonly VisitDraft[]) => void;
  /** Active codes only. */
  readonly codes: readonly BillingCode[];
  /** Whether nothing of the example was changed yet, and how to go back to it. */
  readonly isExample: boolean;
  readonly onExample: () => void;
}

/** The kinds of visits of a year, each to be described; one of them at least stays. */
export function VisitList({ visits, onVisits, codes, isExample, onExample }: VisitListProps) {
  const adds = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();

  function remove(id: string, button: Element) {
    const visit = button.closest('fieldset');
    const beside = [visit?.nextElementSibling, visit?.previousElementSibling].map((other) =>
      [...(other?.querySelectorAll('button') ?? [])].at(-1),
    );
    // That of the last visit left goes, too.
    focusAfter(button, () => [...beside, adds.current]);
    onVisits(visits.filter((each) => each.id !== id));
  }

  return (
    <>
      <div className={styles['visits']}>
        {visits.map((draft) => (
          <VisitEditor
            key={draft.id}
            draft={draft}
            codes={codes}
            onDraft={(next) => onVisits(visits.map((each) => (each.id === next.id ? next : each)))}
            onRemove={visits.length === 1 ? null : (button) => remove(draft.id, button)}
          />
        ))}
      </div>
      <div className={styles['buttons']}>
        <button
          ref={adds}
          type="button"
          onClick={() => {
            const code = firstCode(codes);
            if (code !== undefined) onVisits([...visits, visitAfter(visits, code, isTimed(codes, code))]);
          }}
        >
          Add a visit
        </button>
        <RestingButton isResting={isExample} onClick={onExample}>
          Back to the example
        </RestingButton>
      </div>
    </>
  );
}

/** Exercises, where a release has them, else what it has first. */
function firstCode(codes: readonly BillingCode[]): string | undefined {
  const exercises = codes.find(({ code }) => code === '97110');
  return (exercises ?? codes[0])?.code;
}

/** A visit to begin with, once a year: half an hour of a timed code, one unit of another. */
function visitAfter(visits: readonly VisitDraft[], code: string, timed: boolean): VisitDraft {
  const last = Math.max(0, ...visits.map(({ id }) => Number(id.split('-').at(-1)) || 0));
  const lines = [{ id: 1, code, count: timed ? '30' : '1' }];
  return { id: `visit-${last + 1}`, name: '', perYear: '1', assistant: false, lines };
}
