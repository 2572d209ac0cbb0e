import { useRef } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { RestingButton } from '../ui/RestingButton.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './Desk.module.css';
import { VisitEditor } from './VisitEditor.tsx';
import type { VisitDraft } from './visitDraft.ts';

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
            if (codes.length > 0) onVisits([...visits, visitAfter(visits)]);
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

/** A visit to begin with: half an hour of exercises, once a year. */
function visitAfter(visits: readonly VisitDraft[]): VisitDraft {
  const last = Math.max(0, ...visits.map(({ id }) => Number(id.split('-').at(-1)) || 0));
  const lines = [{ id: 1, code: '97110', count: '30' }];
  return { id: `visit-${last + 1}`, name: '', perYear: '1', assistant: false, lines };
}
