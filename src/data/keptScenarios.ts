import * as v from 'valibot';
import type { Scenario } from '../domain/scenario.ts';
import { readJson } from './readJson.ts';

/** Scenarios as the user saved them in this browser: names and rules, payers' names where an exception has one. */
export interface KeptScenarios {
  readonly scenarios: readonly Scenario[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const key = 'rate-atlas.scenarios';

const change = v.pipe(v.number(), v.finite());
const rule = v.variant('kind', [
  v.object({ kind: v.literal('keep') }),
  v.object({ kind: v.literal('percentile'), p: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  v.object({ kind: v.literal('medicare'), share: v.pipe(v.number(), v.minValue(0), v.maxValue(10)) }),
  v.object({ kind: v.literal('percent'), change }),
  v.object({ kind: v.literal('dollars'), change }),
]);
const keptSchema = v.object({
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, 'not a date')),
  scenarios: v.pipe(
    v.array(
      v.object({
        name: v.string(),
        rule,
        overrides: v.array(v.object({ payer: v.string(), family: v.string(), rule })),
        lowers: v.boolean(),
      }),
    ),
    v.minLength(1),
    v.maxLength(3),
  ),
});

/** What was saved, or null: nothing, something unreadable, or a browser that keeps nothing. */
export function readKeptScenarios(): KeptScenarios | null {
  try {
    const text = localStorage.getItem(key);
    return text === null
      ? null
      : (readJson(text, key, 'the list of saved scenarios', keptSchema).value ?? null);
  } catch {
    return null;
  }
}

/** @returns false where the browser refuses: private windows, policies, no room. */
export function keepScenarios(kept: KeptScenarios): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function deleteKeptScenarios(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to delete.
  }
}
