import type { ChangeEvent, FocusEvent } from 'react';
import type { Scope } from '../domain/scope.ts';

/** Who is told of choices of a scope. */
export interface ScopeListeners {
  readonly onScope: (scope: Scope) => void;
  /** A control has the focus: the scopes its choices would ask for, the nearest to the present one first. */
  readonly onForesee?: ((scopes: readonly Scope[]) => void) | undefined;
}

/** What a `<select>` tells: the value chosen, and once it has the focus those that could be. */
export interface SelectListeners {
  readonly onChange: (event: ChangeEvent<HTMLSelectElement>) => void;
  readonly onFocus?: ((event: FocusEvent<HTMLSelectElement>) => void) | undefined;
}

/** For a `<select>` whose values each ask for a scope. */
export function scopeChoice(
  scopeOf: (value: string) => Scope,
  { onScope, onForesee }: ScopeListeners,
): SelectListeners {
  return {
    onChange: ({ target }) => onScope(scopeOf(target.value)),
    onFocus: onForesee && (({ target }) => onForesee(otherValues(target).map(scopeOf))),
  };
}

/** Those not chosen, the nearest in the list first: where an arrow key leads. */
function otherValues({ options, selectedIndex }: HTMLSelectElement): readonly string[] {
  return [...options]
    .map(({ value, disabled }, index) => ({ value, disabled, steps: Math.abs(index - selectedIndex) }))
    .filter(({ disabled, steps }) => steps > 0 && !disabled)
    .sort((a, b) => a.steps - b.steps)
    .map(({ value }) => value);
}
