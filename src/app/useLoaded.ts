import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';

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
 *
 * @param key null = nothing is wanted yet.
 * @param given a value that is already here, and its key: it is not loaded again.
 */
export function useLoaded<Value>(
  key: string | null,
  load: () => Promise<Value>,
  given: { readonly key: string; readonly value: Value } | null = null,
): Loaded<Value> {
  const [, setArrived] = useState(given?.key);
  const [failure, setFailure] = useState<{ request: object; error: Error } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const request = useMemo(() => ({ key, attempt }), [key, attempt]);
  const start = useEffectEvent(load);
  const newest = useRef(given?.key);
  // What came once is shown in the very next frame; the files behind it are kept anyway. Shown last stands last.
  const [seen] = useState(() => new Map<string, Value>(given ? [[given.key, given.value]] : []));
  const again = key === null ? undefined : seen.get(key);

  useEffect(() => {
    const wanted = request.key;
    if (wanted === null || newest.current === wanted) return;
    let isCurrent = true;
    async function run(here: string): Promise<void> {
      try {
        const known = seen.get(here);
        const value = known ?? (await start());
        if (!isCurrent) return;
        newest.current = here;
        seen.delete(here);
        seen.set(here, value);
        // Of a value seen before nothing changes on the page: it only becomes the one that stays for the next.
        if (known === undefined) setArrived(here);
      } catch (error) {
        if (!isCurrent) return;
        setFailure({ request, error: error instanceof Error ? error : new Error(String(error)) });
      }
    }
    void run(wanted);
    return () => {
      isCurrent = false;
    };
  }, [request, seen]);

  const stays = [...seen].at(-1);
  return {
    key: again === undefined ? (stays?.[0] ?? null) : key,
    value: again ?? stays?.[1] ?? null,
    error: failure?.request === request && again === undefined ? failure.error : null,
    retry: () => setAttempt((count) => count + 1),
  };
}
