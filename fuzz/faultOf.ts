import type { FuzzTarget } from './fuzzTarget.ts';
import { keepsPrototype } from './promises.ts';

/** Seconds of processor time; no input is large enough to need a tenth of it. */
const longestSeconds = 2;

/** What is wrong with how a reader takes an input; undefined where it keeps its word. */
export async function faultOf(target: FuzzTarget, input: Uint8Array): Promise<string | undefined> {
  const before = process.cpuUsage();
  try {
    await target.check(input);
    keepsPrototype();
  } catch (error) {
    if (!(error instanceof Error)) return `it throws ${String(error)}, which is no error`;
    if (error.name === 'BrokenPromise') return error.message;
    return `it throws ${error.name}: ${error.message === '' ? 'without a message' : error.message}`;
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return seconds > longestSeconds ? `it takes more than ${longestSeconds} seconds` : undefined;
}
