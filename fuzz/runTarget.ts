import { Chance } from './chance.ts';
import type { Coverage } from './coverage.ts';
import { faultOf } from './faultOf.ts';
import type { FuzzTarget } from './fuzzTarget.ts';
import { kindOf, minimised } from './minimised.ts';
import { mutant } from './mutate.ts';

export interface FuzzFault {
  readonly input: Uint8Array;
  readonly fault: string;
}

export interface TargetRun {
  readonly cases: number;
  /** Of processor time: other work on the machine does not count. */
  readonly seconds: number;
  /** One for each kind, made small. */
  readonly faults: readonly FuzzFault[];
  /** Inputs that were kept because code ran that had not. */
  readonly kept: number;
}

export interface RunOrder {
  readonly cases: number;
  readonly seed: string;
  readonly coverage?: Coverage;
  /** Called before each case. */
  readonly onCase?: (at: number) => void;
}

/** Cases between two looks at what code ran: a look costs as much as several cases. */
const batch = 16;
const mostKept = 2000;

/** The seeds as they are, then mutants of them and, where coverage is watched, of what reached new code. */
export async function runTarget(
  target: FuzzTarget,
  { cases, seed, coverage, onCase }: RunOrder,
): Promise<TargetRun> {
  const seeds = [...(await target.seeds())];
  const given = seeds.length;
  const material = { seeds, words: target.words };
  const faults = new Map<string, FuzzFault>();
  const startedAt = process.cpuUsage();
  let recent: Uint8Array[] = [];
  for (let at = 0; at < cases; at++) {
    onCase?.(at);
    const chance = new Chance(`${seed} ${target.name} ${at}`);
    const input = at < given ? (seeds[at] ?? new Uint8Array()) : mutant(material, chance);
    const fault = await faultOf(target, input);
    if (fault !== undefined && !faults.has(kindOf(fault))) {
      faults.set(kindOf(fault), { fault, input: await minimised(target, input, fault) });
    }
    if (!coverage || at < given) continue;
    recent.push(input);
    if (recent.length < batch) continue;
    if (coverage.isNew() && seeds.length < mostKept)
      seeds.push(...recent.filter(({ length }) => length < 8000));
    recent = [];
  }
  const { user, system } = process.cpuUsage(startedAt);
  return { cases, seconds: (user + system) / 1e6, faults: [...faults.values()], kept: seeds.length - given };
}
