import { basename, extname } from 'node:path';
import type { FileBytes } from '../../data/fileBytes.ts';
import type { FileAccount, FormatRate } from '../../data/formats/formatReader.ts';
import type { OwnRates, OwnReading } from '../../data/ownRates.ts';
import { readOwnRatesBlob, readOwnRatesFile } from '../../data/ownRatesFile.ts';
import type { PlanLine } from '../../domain/payer.ts';
import {
  billingClasses,
  type CodeType,
  codeTypes,
  type Provider,
  type RateTable,
  settings,
} from '../../domain/rateTable.ts';

/** A rate of a table of the user's own, of the source of its date. */
export interface OwnTableRate {
  readonly date: string;
  readonly provider: Provider;
  readonly line: PlanLine;
  readonly rate: Omit<FormatRate, 'groups'>;
  /** How many lines say so. */
  readonly times: number;
}

/** What the page calls the provider of a file that names none. */
const unnamed = 'Your file';

/**
 * Reads a table of one's own (CSV, workbook …) with the page's reader of such files and hands over its rates.
 *
 * @param bytes in memory, or those of a file that stays on disk: then of any size.
 * @param wants whether a code belongs to the release.
 * @param take called with each distinct rate.
 */
export async function ownTableRates(
  bytes: Uint8Array | FileBytes,
  file: string,
  reading: OwnReading,
  wants: (code: string) => boolean,
  take: (rate: OwnTableRate) => void,
): Promise<Omit<FileAccount, 'format'>> {
  const own =
    bytes instanceof Uint8Array
      ? await readOwnRatesFile(bytes, file, reading)
      : await readOwnRatesBlob(bytes, file, reading);
  const asked = [...own.tables.values()].filter(({ code }) => wants(code));
  for (const table of asked) for (let row = 0; row < table.length; row++) take(rateAt(table, row, file));
  return accountOf(own, asked);
}

function rateAt(table: RateTable, row: number, file: string): OwnTableRate {
  const plan = table.plans[table.plan[row] as number];
  const provider = table.providers[table.provider[row] as number];
  if (!plan || !provider) throw new RangeError('a rate table points into its own dictionaries');
  return {
    date: table.sources[table.source[row] as number]?.date ?? '',
    // A release has many files; "yours" would say nothing in it.
    provider: provider.name === unnamed ? { ...provider, name: basename(file, extname(file)) } : provider,
    line: plan.line,
    times: table.sourceRows[row] as number,
    rate: {
      at: table.line[row] as number,
      code: table.code,
      codeType: codeTypes[table.codeType[row] as number] as CodeType,
      modifier: table.modifiers[table.modifier[row] as number] ?? '',
      payerRaw: plan.payerRaw,
      plan: plan.plan,
      setting: settings[table.setting[row] as number] ?? '',
      billingClass: billingClasses[table.billingClass[row] as number] ?? '',
      cents: table.cents[row] as number,
      methodology: table.methodologies[table.methodology[row] as number] ?? '',
      flags: table.flags[row] as number,
    },
  };
}

/** Lines of codes that belong to no page of the release are left out, and lines without a dollar amount. */
function accountOf(own: OwnRates, asked: readonly RateTable[]): Omit<FileAccount, 'format'> {
  const linesOf = (tables: Iterable<RateTable>) =>
    [...tables].reduce((sum, table) => sum + table.sourceRows.reduce((rows, each) => rows + each, 0), 0);
  const inTables = linesOf(own.tables.values());
  const read = linesOf(asked);
  const leftOut = {
    unreadable: own.rowsLeftOut,
    'no-dollars': own.rowsRead - inTables,
    'code-not-asked': inTables - read,
  };
  return {
    present: own.rowsPresent,
    read,
    leftOut: Object.fromEntries(Object.entries(leftOut).filter(([, count]) => count > 0)),
    problems: own.problems,
    notes: own.notes,
  };
}
