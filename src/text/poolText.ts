import type { BenchmarkFacts } from '../domain/benchmarkFacts.ts';
import type { CountedFiles } from '../domain/countedFiles.ts';
import { countOf } from './numbers.ts';

/** What the nation is: `“National” is a pool of 17 states’ published files, not a national sample`, without a stop. */
export function poolSentence({ releaseStates }: Pick<BenchmarkFacts, 'releaseStates'>): string {
  return `“National” is a pool of ${countOf(releaseStates, 'state’s', 'states’')} published files, not a national sample`;
}

/** `47 published files, 2020–2026`. */
export function filesText(files: CountedFiles | null): string {
  if (files === null) return 'no published file with counted rates';
  const { count, firstYear, lastYear } = files;
  return `${countOf(count, 'published file')}, ${firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`}`;
}
