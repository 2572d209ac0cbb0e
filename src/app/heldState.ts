/** State that outlives the pages that show it: read, changed in parts, and told to whoever listens. */
export interface HeldState<State> {
  readonly state: () => State;
  readonly change: (next: Partial<State>) => void;
  /** @returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells one follower of every change, in place of the one before, for as long as the tab lives. */
  readonly follow: (told: (state: State) => void) => void;
}

export function heldState<State extends object>(first: State): HeldState<State> {
  let current = first;
  const listeners = new Set<() => void>();
  let follower: (() => void) | null = null;
  return {
    state: () => current,
    change(next) {
      current = { ...current, ...next };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    follow(told) {
      if (follower) listeners.delete(follower);
      follower = () => told(current);
      listeners.add(follower);
    },
  };
}
