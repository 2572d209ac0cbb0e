import type { Problem } from '../domain/problem.ts';
import {
  billingClasses,
  codeTypes,
  flagBit,
  type RateTable,
  rateFlags,
  settings,
} from '../domain/rateTable.ts';
import { cellsOf } from './csvBlock.ts';
import type { CsvSink } from './csvScanner.ts';
import { type CsvAccount, CsvStream } from './csvStream.ts';
import { excerpt } from './excerpt.ts';
import type { RateDictionaries } from './rateDictionaries.ts';
import { countColumn, mostCents, mostCount, rateFileColumns } from './rateFileColumns.ts';
import { type RateNumbers, RateTableBuilder } from './rateTableBuilder.ts';
import type { CsvHead } from './readCsv.ts';
import { RowFields } from './rowFields.ts';

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

type RateColumn = (typeof rateColumns)[number] | typeof countColumn;

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
 *
 * @param content the file's text, its bytes, or those in pieces cut anywhere, each read before the next is asked for.
 */
export function readRateFile(
  content: string | Uint8Array | Iterable<Uint8Array>,
  file: string,
  code: string,
  dictionaries: RateDictionaries,
): RateFileResult {
  const modifiers = interner();
  const methodologies = interner();
  /** By provider; 0 until a line of it was read. */
  const counts = new Uint32Array(dictionaries.providers.length);
  const rates = new RateTableBuilder();
  const problems: Problem[] = [];
  let missing: readonly string[] = [];
  let heading: CsvHead | undefined;

  const stream = new CsvStream(file, (head) => {
    heading = head;
    missing = rateColumns.filter((column) => !head.header.includes(column));
    // Lines are still to be counted.
    return missing.length > 0 ? { block: () => true, row: () => true } : sinkFor(head.header);
  });
  const account = readAll(stream, content);
  if (heading && missing.length > 0) {
    const found = excerpt(heading.header.join(','));
    const message = `The heading lacks ${missing.join(', ')}; no line could be read.`;
    problems.push({ file, line: heading.headerLine, column: '', found, message, leftOut: true });
  }
  const words = { modifiers: modifiers.words, methodologies: methodologies.words };
  return {
    table: rates.table(code, dictionaries, words, countsOf(counts)),
    present: account.rowsPresent,
    leftOut: account.rowsPresent - rates.length,
    problems: [...account.problems, ...problems],
  };

  function sinkFor(header: readonly string[]): CsvSink {
    const positions = new Map<string, number>(
      [...rateColumns, countColumn].map((column) => [column, header.indexOf(column)]),
    );
    const columns = rateFileColumns(header, dictionaries, modifiers.index, methodologies.index);
    function addByCells(line: number, cells: readonly string[]): void {
      const fields = new RowFields<RateColumn>(file, line, cells, positions);
      const { count, ...row } = readRow(fields);
      const earlier = counts[row.provider] || count;
      // Of a provider that is not known there is no earlier line.
      if (fields.problems.length === 0 && count !== earlier)
        fields.fail(countColumn, `An earlier line of this provider has ${earlier}.`);
      if (fields.problems.length > 0) problems.push(...fields.problems);
      else add(row, count);
    }
    // A line that is left out says nothing about its provider.
    function add(row: RateNumbers, count: number): void {
      counts[row.provider] = count;
      rates.add(row);
    }
    return {
      block(block) {
        columns.setBlock(block);
        for (let row = 0; row < block.rows; row++) {
          const line = block.lines[row] as number;
          if (columns.isPlain(row, counts)) add(columns.row(row, line), columns.count(row));
          else addByCells(line, cellsOf(block, row));
        }
        return true;
      },
      row({ line, cells }) {
        addByCells(line, cells);
        return true;
      },
    };
  }

  /** One line cell by cell: what cannot be used is told, and why. */
  function readRow(fields: RowFields<RateColumn>): RateNumbers & { readonly count: number } {
    const provider = fields.indexIn('provider', dictionaries.providerIndex, 'provider');
    const isKnown = fields.problems.length === 0;
    const place = fields.placeOrNone('state');
    const count = providerCount(fields);
    const home = dictionaries.providers[provider]?.place ?? place;
    if (isKnown && place !== home)
      fields.fail('state', `The provider of this line is filed under ${home || 'no state'}.`);
    return {
      count,
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
  }
}

function readAll(stream: CsvStream, content: string | Uint8Array | Iterable<Uint8Array>): CsvAccount {
  if (typeof content === 'string') return stream.end(new TextEncoder().encode(content));
  if (content instanceof Uint8Array) return stream.end(content);
  for (const piece of content) stream.write(piece);
  return stream.end();
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
function countsOf(counts: Uint32Array): Uint32Array | null {
  return counts.some((count) => count > 1) ? counts.map((count) => Math.max(1, count)) : null;
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
