/** Remembers what `load` promises for each key. A failed load is forgotten, so asking again tries again. */
export function promiseCache<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const promises = new Map<string, Promise<Value>>();
  return (key) => {
    const known = promises.get(key);
    if (known) return known;
    const promise = load(key);
    promises.set(key, promise);
    promise.catch(() => promises.delete(key));
    return promise;
  };
}
