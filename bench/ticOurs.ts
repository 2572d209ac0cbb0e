import { createReadStream } from 'node:fs';
import { readPublishedFile } from '../src/data/formats/readPublishedFile.ts';
import { readCost } from './support/readCost.mjs';
import { asked } from './support/ticAsked.mjs';

/** Reads a file as the command line does, and prints what it came to and took. */
export async function ticOurs(file: string, which: string): Promise<string> {
  const codes = new Set(asked);
  let count = 0;
  let cents = 0;
  let groups = 0;
  const cost = readCost();
  const results = readPublishedFile(
    { name: file, bytes: createReadStream(file, { highWaterMark: 1 << 18 }) },
    {
      context: { wants: which === 'all' ? () => true : (code) => codes.has(code) },
      sink: () => ({
        head() {},
        group() {
          groups += 1;
        },
        rate: (rate) => {
          count += 1;
          cents += rate.cents;
        },
      }),
    },
  );
  const problems: string[] = [];
  for await (const result of results) {
    if (result.kind !== 'account') problems.push(result.kind);
    else problems.push(...result.account.problems.map(({ message }) => message));
  }
  return JSON.stringify({ count, cents, groups, problems, ...cost() });
}
