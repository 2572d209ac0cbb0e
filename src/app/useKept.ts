import { useState } from 'react';

/** What was entered on a page that is not shown any more. Gone with the tab: nothing of it is stored. */
const memory = new Map<string, unknown>();

/** A state that survives a look at other pages. */
export function useKept<Value>(name: string, first: Value): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => (memory.has(name) ? (memory.get(name) as Value) : first));
  return [
    value,
    (next) => {
      memory.set(name, next);
      setValue(next);
    },
  ];
}
