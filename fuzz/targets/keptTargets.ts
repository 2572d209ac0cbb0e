import { columnMemoryText, parseColumnMemory } from '../../src/data/columnMemory.ts';
import { readKeptScenarios } from '../../src/data/keptScenarios.ts';
import { choiceFor, matchColumns } from '../../src/data/ownRatesColumns.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { keepsFinite } from '../promises.ts';

const columns = JSON.stringify([
  { headings: ['CPT', 'Payor', 'Fee'], fields: { code: 'CPT', payer: 'Payor', rate: 'Fee' }, lines: 'rates' },
  { headings: ['a', 'b'], fields: { code: 'a', units: 'b' }, lines: 'claims' },
]);

const scenarios = JSON.stringify({
  date: '2026-11-22',
  scenarios: [
    {
      name: 'An offer',
      rule: { kind: 'percent', change: 0.05 },
      overrides: [{ payer: 'Aetna', family: 'Procedures', rule: { kind: 'medicare', share: 1.2 } }],
      lowers: false,
    },
    { name: 'B', rule: { kind: 'percentile', p: 0.5 }, overrides: [], lowers: true },
  ],
});

/** What was kept in the browser, which others who use it may have changed. */
export const keptTargets: readonly FuzzTarget[] = [
  {
    name: 'kept/columns',
    seeds: () => [new TextEncoder().encode(columns)],
    words: ['"headings"', '"fields"', '"lines"', '"rates"', '"claims"', '"code"', '"__proto__"'],
    check(input) {
      const memory = parseColumnMemory(new TextDecoder().decode(input));
      for (const { headings } of memory) {
        const { choice } = choiceFor(headings, undefined, memory);
        matchColumns(headings, choice);
      }
      const again = parseColumnMemory(columnMemoryText(memory));
      promise(JSON.stringify(again) === JSON.stringify(memory), 'a memory kept again is another');
    },
  },
  {
    name: 'kept/scenarios',
    seeds: () => [new TextEncoder().encode(scenarios)],
    words: ['"kind"', '"percent"', '"medicare"', '"share"', '"p"', '"overrides"', '1e308', '-1'],
    check(input) {
      const text = new TextDecoder().decode(input);
      const kept = withStorage(text, readKeptScenarios);
      if (kept === null) return;
      promise(kept.scenarios.length >= 1 && kept.scenarios.length <= 3, 'there are too many scenarios');
      keepsFinite(kept);
    },
  },
];

/** Node has no store of a browser's: one that holds this text under every name. */
function withStorage<T>(text: string, read: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', { value: { getItem: () => text }, configurable: true });
  try {
    return read();
  } finally {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  }
}
