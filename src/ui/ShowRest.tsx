import type { ReactNode } from 'react';
import { useFocusAfter } from './useFocusAfter.ts';

interface ShowRestProps {
  /** Whether rows are left to show; without any there is no button. It stays in the page all the same, for the focus. */
  readonly hasRest: boolean;
  readonly onShow: () => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Shows the rows a table beside it has left out, and puts the focus on the first of them: the button is gone by then. */
export function ShowRest({ hasRest, onShow, className, children }: ShowRestProps) {
  const focusAfter = useFocusAfter();
  return hasRest ? (
    <button
      type="button"
      className={className}
      onClick={({ currentTarget }) => {
        const rows = () => [...(box?.querySelectorAll('tbody tr[id]') ?? [])];
        const box = currentTarget.parentElement;
        const before = new Set(rows().map(({ id }) => id));
        focusAfter(currentTarget, () => [
          rows()
            .find(({ id }) => !before.has(id))
            ?.querySelector('th'),
        ]);
        onShow();
      }}
    >
      {children}
    </button>
  ) : null;
}
