import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultOf } from '../../fuzz/faultOf.ts';
import { promise } from '../../fuzz/fuzzTarget.ts';
import { fuzzTargets } from '../../fuzz/fuzzTargets.ts';
import { kindOf, minimised } from '../../fuzz/minimised.ts';
import { runTarget } from '../../fuzz/runTarget.ts';

const folder = 'test/fixtures/fuzz';
const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.bin'))
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .replaceAll('\\', '/')
      .slice(folder.length + 1),
  );

describe('input that once broke a promise', () => {
  test.each(kept)('%s is read as promised', async (name) => {
    const target = fuzzTargets.find((each) => name.startsWith(`${each.name}/`));
    if (!target) throw new Error(`${name} is of no target`);
    expect(await faultOf(target, Uint8Array.from(readFileSync(`${folder}/${name}`)))).toBeUndefined();
  });

  test('is listed with what was wrong', () => {
    const list = readFileSync(`${folder}/README.md`, 'utf8');
    const listed = [...list.matchAll(/^- `(.*?)`: \S/gm)].map(([, name]) => name);
    expect(new Set(listed)).toEqual(new Set(kept));
  });
});

/** Cases of each target, 20,000 in all: what takes longest gets least, so that all take a few seconds. */
const slice: ReadonlyArray<readonly [names: RegExp, cases: number]> = [
  [/^workbook/, 50],
  [/^(own-|published-file|release\/rates)/, 100],
  [/^(hpt|tic|pprrvu|gpci|locco|pf)/, 100],
  [/^(words|csv|parquet)$/, 200],
  [/^release\/(release|context)/, 250],
  [/^release/, 450],
  [/^kept/, 3000],
  [/^address$/, 4000],
];

describe('made-up input, the same each time', () => {
  test.each(fuzzTargets.map((target) => [target.name, target] as const))(
    '%s keeps its word',
    async (name, target) => {
      const cases = slice.find(([names]) => names.test(name))?.[1] ?? 0;
      const run = await runTarget(target, { cases, seed: 'slice' });
      expect(run.faults.map(({ fault, input }) => [fault, Buffer.from(input).toString('latin1')])).toEqual(
        [],
      );
      expect(run.cases).toBe(cases);
    },
  );
});

describe('the search itself', () => {
  const target = {
    name: 'planted',
    words: ['boom'],
    seeds: () => [new TextEncoder().encode('code,rate\n97110,31.50\n')],
    check(input: Uint8Array) {
      promise(!new TextDecoder().decode(input).includes('boom'), 'it went off at line 12');
    },
  };

  test('finds a planted fault, and keeps no more of the input than brings it out', async () => {
    const { faults } = await runTarget(target, { cases: 500, seed: 'a' });
    expect(faults.map(({ fault, input }) => [fault, new TextDecoder().decode(input)])).toEqual([
      ['it went off at line 12', 'boom'],
    ]);
  });

  test('gives the same cases for the same seed, and others for another', async () => {
    const inputsOf = async (seed: string) => {
      const inputs: string[] = [];
      const check = (input: Uint8Array) => void inputs.push(Buffer.from(input).toString('latin1'));
      await runTarget({ ...target, check }, { cases: 60, seed });
      return inputs;
    };
    expect(await inputsOf('a')).toEqual(await inputsOf('a'));
    expect(await inputsOf('a')).not.toEqual(await inputsOf('b'));
  });

  test('names what is no error, and an error without a message', async () => {
    const thrown = (error: unknown) =>
      faultOf(
        {
          ...target,
          check() {
            throw error;
          },
        },
        new Uint8Array(),
      );
    expect(await thrown('x')).toBe('it throws x, which is no error');
    expect(await thrown(new TypeError())).toBe('it throws TypeError: without a message');
  });

  test('tells kinds of faults apart from their numbers', async () => {
    expect(kindOf('3 read of "x"')).toBe(kindOf('14 read of "yz"'));
    const input = new TextEncoder().encode('aaaa boom bbbb boom');
    expect(new TextDecoder().decode(await minimised(target, input, 'it went off at line 12'))).toBe('boom');
  });
});
