import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { idleTime } from '../support/idleTime.ts';

const from = (year: number): Scope => ({ ...defaultScope, vintage: { from: year, to: null } });
const yearsOf = (workOut: ReturnType<typeof vi.fn<(scope: Scope) => void>>) =>
  workOut.mock.calls.map(([scope]) => scope.vintage.from);

/** What works out `workOut` beforehand, told by year what may be chosen. */
async function shown(workOut: (scope: Scope) => void) {
  const { useForesight } = await import('../../src/pages/useForesight.ts');
  const { result, rerender, unmount } = renderHook(useForesight, { initialProps: workOut });
  return {
    foresee: (years: readonly number[]) => result.current(years.map(from)),
    change: rerender,
    unmount,
  };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('choices worked out beforehand', () => {
  test('one each time the browser is idle, the first one first', async () => {
    const idle = idleTime();
    const workOut = vi.fn<(scope: Scope) => void>();
    const { foresee } = await shown(workOut);
    foresee([2022, 2020]);
    expect(workOut).not.toHaveBeenCalled();
    idle.come();
    expect(yearsOf(workOut)).toEqual([2022]);
    idle.come();
    expect(yearsOf(workOut)).toEqual([2022, 2020]);
    expect(idle.waiting()).toBe(0);
  });

  test('six of them at most', async () => {
    const idle = idleTime();
    const workOut = vi.fn<(scope: Scope) => void>();
    const { foresee } = await shown(workOut);
    foresee([1, 2, 3, 4, 5, 6, 7, 8]);
    while (idle.waiting() > 0) idle.come();
    expect(yearsOf(workOut)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('those of another control take the place of what is left', async () => {
    const idle = idleTime();
    const workOut = vi.fn<(scope: Scope) => void>();
    const { foresee } = await shown(workOut);
    foresee([2022, 2020]);
    idle.come();
    foresee([2026]);
    while (idle.waiting() > 0) idle.come();
    expect(yearsOf(workOut)).toEqual([2022, 2026]);
  });

  test('from what the page holds by then', async () => {
    const idle = idleTime();
    const [before, since] = [vi.fn<(scope: Scope) => void>(), vi.fn<(scope: Scope) => void>()];
    const { foresee, change } = await shown(before);
    foresee([2022]);
    change(since);
    idle.come();
    expect(before).not.toHaveBeenCalled();
    expect(yearsOf(since)).toEqual([2022]);
  });

  test('no more once the page is left', async () => {
    const idle = idleTime();
    const { foresee, unmount } = await shown(() => {});
    foresee([2022]);
    expect(idle.waiting()).toBe(1);
    unmount();
    expect(idle.waiting()).toBe(0);
  });

  test('not at all where no idle time can be asked for', async () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    vi.resetModules();
    const workOut = vi.fn<(scope: Scope) => void>();
    const { foresee, unmount } = await shown(workOut);
    foresee([2022]);
    unmount();
    expect(workOut).not.toHaveBeenCalled();
  });
});
