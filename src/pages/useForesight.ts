import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Scope } from '../domain/scope.ts';
import { hasIdleTime } from '../ui/hasIdleTime.ts';

/** The choices of one control that are worked out beforehand: the years of the files at hand, and a few more. */
const mostChoices = 6;

/**
 * Works out what the choices of a control would answer, while the browser has nothing else to do: between the focus a
 * control takes and the choice that is then made of it, it mostly has not. One choice at a time, so that none holds up a
 * key for long; another control's choices take the place of those still left. Where no idle time can be asked for nothing
 * is worked out beforehand.
 *
 * @param workOut makes the answer to a scope where it will be looked for
 * @returns is told the scopes, the likeliest first
 */
export function useForesight(workOut: (scope: Scope) => void): (scopes: readonly Scope[]) => void {
  const newest = useRef(workOut);
  useLayoutEffect(() => {
    newest.current = workOut;
  }, [workOut]);
  const request = useRef(0);
  useEffect(() => {
    if (hasIdleTime) return () => cancelIdleCallback(request.current);
  }, []);
  return foresee;

  function foresee(scopes: readonly Scope[]): void {
    if (!hasIdleTime) return;
    cancelIdleCallback(request.current);
    const [scope, ...left] = scopes.slice(0, mostChoices);
    if (!scope) return;
    request.current = requestIdleCallback(() => {
      newest.current(scope);
      foresee(left);
    });
  }
}
