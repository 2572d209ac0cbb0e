import type { BenchmarkFacts } from '../domain/benchmarkFacts.ts';
import type { CountedFiles } from '../domain/countedFiles.ts';
import { methods } from './methods.ts';
import { countOf } from './numbers.ts';

/** What the nation is: `“National” is a pool of 17 states’ published files, not a national sample`, without a stop. */
export function poolSentence({ releaseStates }: Pick<BenchmarkFacts, 'releaseStates'>): string {
  return `“National” is a pool of ${countOf(releaseStates, 'state’s', 'states’')} published files, not a national sample`;
}

/** `47 published files, 2020–2026`; of a user's, who need not have published them, `1 file of yours`. */
export function filesText(files: CountedFiles | null, isOwn = false): string {
  if (files === null) return `no ${isOwn ? '' : 'published '}file with counted rates`;
  const { count, firstYear, lastYear } = files;
  const what = isOwn ? countOf(count, 'file of yours', 'files of yours') : countOf(count, 'published file');
  if (lastYear === 0) return what;
  return `${what}, ${firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`}`;
}

/** What a place is held against, in words. */
export interface WholeWords {
  /** In titles and headings. */
  readonly name: string;
  /** What it is made of. */
  readonly pool: string;
  /** A figure of it: `median` → `national median`. */
  readonly figure: (name: string) => string;
  /** That figure, where it was named before. */
  readonly same: string;
  /** How a place differs from it. */
  readonly deviation: string;
}

const nation: WholeWords = {
  name: 'national',
  pool: 'the national pool',
  figure: (name) => `national ${name}`,
  same: 'the national one',
  deviation: methods.deviation,
};

const allOfFile = 'all of your file';
const file: WholeWords = {
  name: allOfFile,
  pool: allOfFile,
  figure: (name) => `${name} of ${allOfFile}`,
  same: 'that of the file',
  deviation: methods.deviationOfFile,
};

/** @param isOwn whether the rates are a user's file, which is no nation whatever states it holds */
export function wholeWords(isOwn: boolean): WholeWords {
  return isOwn ? file : nation;
}
