import { useEffect, useEffectEvent, useMemo, useState } from 'react';

export interface Loaded<Value> {
  /** The newest value that arrived, which may still belong to the key before; `key` says which. */
  readonly key: string | null;
  readonly value: Value | null;
  /** What stopped the load of the current key; null while loading and when it arrived. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Loads a value for a key and keeps the one before it until the next has come, so that leafing from state to state
 * does not flash. A load that is overtaken by another key is ignored when it arrives.
 */
export function useLoaded<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const [arrived, setArrived] = useState<{ key: string; value: Value } | null>(null);
  const [failure, setFailure] = useState<{ key: string; error: Error } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const request = useMemo(() => ({ key, attempt }), [key, attempt]);
  const start = useEffectEvent(load);

  useEffect(() => {
    let isCurrent = true;
    async function run(): Promise<void> {
      try {
        const value = await start();
        if (isCurrent) setArrived({ key: request.key, value });
      } catch (error) {
        if (!isCurrent) return;
        setFailure({ key: request.key, error: error instanceof Error ? error : new Error(String(error)) });
      }
    }
    void run();
    return () => {
      isCurrent = false;
    };
  }, [request]);

  return {
    key: arrived?.key ?? null,
    value: arrived?.value ?? null,
    error: failure?.key === key && arrived?.key !== key ? failure.error : null,
    retry: () => {
      setFailure(null);
      setAttempt((count) => count + 1);
    },
  };
}
