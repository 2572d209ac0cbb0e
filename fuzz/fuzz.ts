import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Coverage } from './coverage.ts';
import { fuzzTargets } from './fuzzTargets.ts';
import { type FuzzFault, runTarget } from './runTarget.ts';
import { Watchdog } from './watchdog.ts';

const folder = 'test/fixtures/fuzz';

/**
 * `npm run fuzz -- [targets] [--cases N] [--seed S] [--blind]`: N cases of each target whose name begins with one of the
 * words given, or of all together N where none is. Prints a table; inputs that break a promise are made small and kept.
 */
export async function fuzz(...args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      blind: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const chosen = fuzzTargets.filter(
    ({ name }) => positionals.length === 0 || positionals.some((word) => name.startsWith(word)),
  );
  const cases = Number(values.cases);
  if (chosen.length === 0 || !Number.isInteger(cases) || cases < 1) {
    process.exitCode = 2;
    return `Targets: ${fuzzTargets.map(({ name }) => name).join(', ')}. --cases is a whole number.`;
  }
  const each = positionals.length === 0 ? Math.ceil(cases / chosen.length) : cases;
  const watchdog = new Watchdog(
    chosen.map(({ name }) => name),
    values.seed,
  );
  console.log('target | cases | cases per CPU second | coverage | faults');
  let total = 0;
  let faulty = 0;
  for (const [number, target] of chosen.entries()) {
    const coverage = values.blind ? undefined : new Coverage();
    const run = await runTarget(target, {
      cases: each,
      seed: values.seed,
      ...(coverage && { coverage }),
      onCase: (at) => watchdog.see(number, at),
    });
    // A short run may end before its first look.
    coverage?.isNew();
    coverage?.close();
    if (coverage?.ways === 0) throw new Error(`nothing of what ${target.name} runs was watched`);
    total += run.cases;
    faulty += run.faults.length;
    const found = coverage ? `${coverage.ways} ways, ${run.kept} kept` : 'not watched';
    console.log(
      `${target.name} | ${run.cases} | ${Math.round(run.cases / run.seconds)} | ${found} | ${run.faults.length}`,
    );
    for (const fault of run.faults) console.log(`  ${keep(target.name, fault)}`);
  }
  await watchdog.close();
  if (faulty > 0) process.exitCode = 1;
  return `${total} cases over ${chosen.length} targets, ${faulty} kinds of faults.`;
}

/** @returns the line of the list of kept cases. */
function keep(target: string, { input, fault }: FuzzFault): string {
  const name = `${target}/${createHash('sha256').update(input).digest('hex').slice(0, 12)}.bin`;
  mkdirSync(`${folder}/${target}`, { recursive: true });
  writeFileSync(`${folder}/${name}`, input);
  const line = `- \`${name}\`: ${fault.replaceAll(/\s+/g, ' ').slice(0, 200)}`;
  appendFileSync(`${folder}/README.md`, `${line}\n`);
  return line;
}
