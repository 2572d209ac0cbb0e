import type { Problem } from '../domain/problem.ts';
import {
  billingClasses,
  codeTypes,
  flagBit,
  type RateTable,
  rateFlags,
  settings,
} from '../domain/rateTable.ts';
import type { RateDictionaries } from './rateDictionaries.ts';
import { readTable } from './readTable.ts';
import type { RowFields } from './rowFields.ts';

/** The columns of a rate file, in the order the release writes them. */
export const rateColumns = [
  'state',
  'provider',
  'plan',
  'code_type',
  'modifier',
  'setting',
  'billing_class',
  'rate',
  'methodology',
  'source',
  'flags',
  'source_rows',
] as const;

/** The column a file may have besides: how many providers the line's provider stands for; blank or absent is 1. */
export const countColumn = 'count';

type RateColumn = (typeof rateColumns)[number] | typeof countColumn;

/** More providers than there are: with it, no sum of a file leaves the whole numbers. */
const mostCount = 100_000_000;

/** The largest rate the cents column holds: 42,949,672.95 dollars. */
const mostCents = 2 ** 32 - 1;

export interface RateFileResult {
  readonly table: RateTable;
  /** Data lines in the file; `table.length + leftOut === present`. */
  readonly present: number;
  readonly leftOut: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads one `rates/<code>/<place>.csv` of a release into columns, one entry per usable line.
 *
 * A line is left out, with a problem, when an id is unknown, a word is not one the column may hold (an unknown flag
 * could change which rates count), the amount is zero or unreadable, the state is not its provider's, or its count is
 * another than an earlier line of the provider has.
 */
export function readRateFile(
  text: string,
  file: string,
  code: string,
  dictionaries: RateDictionaries,
): RateFileResult {
  const modifiers = interner();
  const methodologies = interner();
  const counts = new Map<number, number>();
  const { rows, present, leftOut, problems } = readTable(
    text,
    file,
    rateColumns,
    (fields) => {
      const provider = fields.indexIn('provider', dictionaries.providerIndex, 'provider');
      const place = fields.place('state');
      const count = providerCount(fields);
      const home = dictionaries.providers[provider]?.place ?? place;
      if (place !== home) fields.fail('state', `The provider of this line is filed under ${home}.`);
      const row = {
        line: fields.line,
        provider,
        plan: fields.indexIn('plan', dictionaries.planIndex, 'plan'),
        source: fields.indexIn('source', dictionaries.sourceIndex, 'source'),
        codeType: codeTypes.indexOf(fields.oneOf('code_type', codeTypes)),
        setting: settings.indexOf(fields.oneOf('setting', settings)),
        billingClass: billingClasses.indexOf(fields.oneOf('billing_class', billingClasses)),
        cents: rateCents(fields),
        flags: flagBits(fields),
        modifier: modifiers.index(fields.text('modifier')),
        methodology: methodologies.index(fields.text('methodology')),
        sourceRows: sourceRows(fields),
      };
      const earlier = counts.get(provider) ?? count;
      if (count !== earlier) fields.fail(countColumn, `An earlier line of this provider has ${earlier}.`);
      // A line that is left out says nothing about its provider.
      if (fields.problems.length === 0) counts.set(provider, count);
      return row;
    },
    [countColumn],
  );
  const table: RateTable = {
    code,
    length: rows.length,
    cents: Uint32Array.from(rows, (row) => row.cents),
    provider: Uint32Array.from(rows, (row) => row.provider),
    plan: Uint32Array.from(rows, (row) => row.plan),
    source: Uint32Array.from(rows, (row) => row.source),
    codeType: Uint8Array.from(rows, (row) => row.codeType),
    setting: Uint8Array.from(rows, (row) => row.setting),
    billingClass: Uint8Array.from(rows, (row) => row.billingClass),
    flags: Uint16Array.from(rows, (row) => row.flags),
    modifier: Uint16Array.from(rows, (row) => row.modifier),
    methodology: Uint16Array.from(rows, (row) => row.methodology),
    sourceRows: Uint32Array.from(rows, (row) => row.sourceRows),
    line: Uint32Array.from(rows, (row) => row.line),
    counts: countsOf(counts, dictionaries.providers.length),
    providers: dictionaries.providers,
    plans: dictionaries.plans,
    sources: dictionaries.sources,
    modifiers: modifiers.words,
    methodologies: methodologies.words,
  };
  return { table, present, leftOut, problems };
}

function rateCents(fields: RowFields<RateColumn>): number {
  const before = fields.problems.length;
  const cents = fields.dollars('rate');
  if (fields.problems.length === before && (cents === 0 || cents > mostCents)) {
    fields.fail('rate', 'A rate is more than 0.00 and less than 42,949,672.96 dollars.');
  }
  return cents;
}

function flagBits(fields: RowFields<RateColumn>): number {
  let bits = 0;
  for (const word of fields.list('flags')) {
    const flag = rateFlags.find((candidate) => candidate === word);
    if (flag === undefined) fields.fail('flags', `"${word}" is not one of ${rateFlags.join(', ')}.`);
    else bits |= flagBit(flag);
  }
  return bits;
}

function sourceRows(fields: RowFields<RateColumn>): number {
  const count = fields.whole('source_rows');
  if (fields.text('source_rows') === '0')
    fields.fail('source_rows', 'A rate stands for at least 1 published row.');
  return count;
}

function providerCount(fields: RowFields<RateColumn>): number {
  if (fields.text(countColumn) === '') return 1;
  const before = fields.problems.length;
  const count = fields.whole(countColumn);
  if (fields.problems.length === before && (count === 0 || count > mostCount)) {
    fields.fail(countColumn, `A line stands for 1 to ${mostCount} providers.`);
  }
  return count;
}

/** null where every line is of one provider: nothing then weighs anything. */
function countsOf(counts: ReadonlyMap<number, number>, providers: number): Uint32Array | null {
  if (![...counts.values()].some((count) => count > 1)) return null;
  const found = new Uint32Array(providers).fill(1);
  for (const [provider, count] of counts) found[provider] = count;
  return found;
}

/** Numbers words in order of appearance; '' is always 0. */
function interner(): { index: (word: string) => number; words: string[] } {
  const words = [''];
  const known = new Map([['', 0]]);
  return {
    words,
    index(word) {
      let index = known.get(word);
      if (index === undefined) {
        index = words.push(word) - 1;
        known.set(word, index);
      }
      return index;
    },
  };
}
