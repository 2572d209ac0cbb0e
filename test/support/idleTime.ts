import { vi } from 'vitest';

/** A browser that has idle time only when a test says so; to be made before the modules that ask for it are imported. */
export interface IdleTime {
  /** Runs what waits for idle time, and not what that asks for in turn. */
  readonly come: () => void;
  /** How many wait. */
  readonly waiting: () => number;
}

export function idleTime(): IdleTime {
  const waiting = new Map<number, () => void>();
  let last = 0;
  vi.stubGlobal('requestIdleCallback', (act: () => void) => {
    waiting.set(++last, act);
    return last;
  });
  vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle));
  vi.resetModules();
  return {
    come() {
      const due = [...waiting.keys()];
      for (const handle of due) {
        const act = waiting.get(handle);
        waiting.delete(handle);
        act?.();
      }
    },
    waiting: () => waiting.size,
  };
}
