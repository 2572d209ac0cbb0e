import { useLayoutEffect, useRef } from 'react';
import type { Scope } from '../domain/scope.ts';

interface Change<View> {
  /** Changes parts of the newest view. */
  readonly change: (part: Partial<View>) => void;
  /** Changes parts of its scope; a whole scope is all of them. */
  readonly changeScope: (part: Partial<Scope>) => void;
}

/**
 * Changes a part of the view asked for. Parts of the page that are drawn later than the rest still hold what they were
 * given before: what they change is a part of the newest view all the same.
 */
export function useChange<View extends { readonly scope: Scope }>(
  view: View,
  onView: (view: View) => void,
): Change<View> {
  const asked = useRef(view);
  useLayoutEffect(() => {
    asked.current = view;
  }, [view]);
  return {
    change: (part) => onView({ ...asked.current, ...part }),
    changeScope: (part) => onView({ ...asked.current, scope: { ...asked.current.scope, ...part } }),
  };
}
