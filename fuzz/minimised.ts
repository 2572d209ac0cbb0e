import { faultOf } from './faultOf.ts';
import type { FuzzTarget } from './fuzzTarget.ts';

/** Readings tried at most: a small case is for reading, not a proof. */
const mostTries = 1500;

/**
 * The input without what is not needed to bring out the same kind of fault: parts are left out, halves first, then
 * smaller, as long as it stays (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
 */
export async function minimised(target: FuzzTarget, input: Uint8Array, fault: string): Promise<Uint8Array> {
  const kind = kindOf(fault);
  let least = input;
  let tries = 0;
  for (let size = Math.ceil(input.length / 2); size >= 1 && tries < mostTries; ) {
    let isSmaller = false;
    for (let at = 0; at < least.length && tries < mostTries; ) {
      const rest = Uint8Array.from([...least.subarray(0, at), ...least.subarray(at + size)]);
      tries += 1;
      const found = await faultOf(target, rest);
      if (found !== undefined && kindOf(found) === kind) {
        least = rest;
        isSmaller = true;
      } else at += size;
    }
    if (!isSmaller || size > 1) size = size === 1 ? 0 : Math.floor(size / 2);
  }
  return least;
}

/** Without its numbers and quoted words, which change as the input gets smaller. */
export function kindOf(fault: string): string {
  return fault.replace(/"[^"]*"|\d+/g, '').slice(0, 60);
}
