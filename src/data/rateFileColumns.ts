import { findPlace } from '../domain/place.ts';
import { billingClasses, codeTypes, flagBit, rateFlags, settings } from '../domain/rateTable.ts';
import { CodedColumn, unusable } from './codedColumn.ts';
import type { CsvBlock } from './csvBlock.ts';
import { centsColumn, wholeColumn } from './numberColumns.ts';
import type { RateDictionaries } from './rateDictionaries.ts';
import type { RateNumbers } from './rateTableBuilder.ts';

/** The column a file may have besides: how many providers the line's provider stands for; blank or absent is 1. */
export const countColumn = 'count';

/** More providers than there are: with it, no sum of a file leaves the whole numbers. */
export const mostCount = 100_000_000;

/** The largest rate the cents column holds: 42,949,672.95 dollars. */
export const mostCents = 2 ** 32 - 1;

/**
 * The columns of a rate file, read a block at a time. A row is plain where every cell is one that can be used; the
 * others are read cell by cell, which tells what is wrong with them.
 *
 * @param modifierIndex and `methodologyIndex` number the words in order of appearance.
 */
export function rateFileColumns(
  header: readonly string[],
  { providers, providerIndex, planIndex, sourceIndex }: RateDictionaries,
  modifierIndex: (word: string) => number,
  methodologyIndex: (word: string) => number,
) {
  const coded = (heading: string, read: (word: string) => number) =>
    new CodedColumn(header.indexOf(heading), read);
  const oneOf = (heading: string, words: readonly string[]) => coded(heading, (word) => words.indexOf(word));
  const idIn = (heading: string, ids: ReadonlyMap<string, number>) =>
    coded(heading, (word) => ids.get(word) ?? unusable);

  // Places are numbered as they come, so that a line's can be held against its provider's by number.
  const placeNumbers = new Map<string, number>();
  const placeNumber = (place: string): number => {
    if (place !== '' && !findPlace(place)) return unusable;
    const known = placeNumbers.get(place) ?? placeNumbers.size;
    placeNumbers.set(place, known);
    return known;
  };
  const homes: number[] = [];
  const state = coded('state', placeNumber);
  const provider = coded('provider', (word) => {
    const index = providerIndex.get(word) ?? unusable;
    if (index !== unusable) homes[index] = placeNumber(providers[index]?.place ?? '');
    return index;
  });
  const plan = idIn('plan', planIndex);
  const source = idIn('source', sourceIndex);
  const codeType = oneOf('code_type', codeTypes);
  const setting = oneOf('setting', settings);
  const billingClass = oneOf('billing_class', billingClasses);
  const flags = coded('flags', flagBits);
  const modifier = coded('modifier', modifierIndex);
  const methodology = coded('methodology', methodologyIndex);
  const mayFail = [state, provider, plan, source, codeType, setting, billingClass, flags];
  const count = header.includes(countColumn) ? coded(countColumn, countIn) : undefined;
  if (count) mayFail.push(count);
  const cents = centsColumn(header.indexOf('rate'));
  const sourceRows = wholeColumn(header.indexOf('source_rows'));

  return {
    setBlock(block: CsvBlock): void {
      for (const column of [...mayFail, modifier, methodology]) column.setBlock(block);
      for (const column of [cents, sourceRows]) {
        column.length = 0;
        column.addBlock(block);
      }
    },
    /** @param counts what earlier lines say of each provider; 0 where there is none. */
    isPlain(row: number, counts: Uint32Array): boolean {
      for (const column of mayFail) if (column.number(row) === unusable) return false;
      const home = provider.number(row);
      const earlier = counts[home] as number;
      const amount = cents.values[row] as number;
      return (
        amount > 0 &&
        amount <= mostCents &&
        (sourceRows.values[row] as number) > 0 &&
        homes[home] === state.number(row) &&
        (earlier === 0 || earlier === this.count(row))
      );
    },
    count(row: number): number {
      return count ? count.number(row) : 1;
    },
    row(row: number, line: number): RateNumbers {
      return {
        line,
        provider: provider.number(row),
        plan: plan.number(row),
        source: source.number(row),
        codeType: codeType.number(row),
        setting: setting.number(row),
        billingClass: billingClass.number(row),
        cents: cents.values[row] as number,
        flags: flags.number(row),
        modifier: modifier.number(row),
        methodology: methodology.number(row),
        sourceRows: sourceRows.values[row] as number,
      };
    },
  };
}

/** The bits of flags joined with `|`; unusable where one of them is not known. */
function flagBits(words: string): number {
  if (words === '') return 0;
  let bits = 0;
  for (const word of words.split('|')) {
    const flag = rateFlags.find((candidate) => candidate === word);
    if (flag === undefined) return unusable;
    bits |= flagBit(flag);
  }
  return bits;
}

function countIn(word: string): number {
  if (word === '') return 1;
  const count = /^\d{1,15}$/.test(word) ? Number(word) : 0;
  return count > 0 && count <= mostCount ? count : unusable;
}
