import type { ChargeColumns } from './chargeColumns.ts';
import { sameHeadings } from './ownRatesColumns.ts';

/** Who said which column is which: the headings, the user, or the user when such a file was read before. */
export type ChargeSource = 'headings' | 'chosen' | 'remembered';

/** Which column of a hospital's own table holds what, as someone said who looked at it. */
export interface ChosenCharges extends ChargeColumns {
  readonly source: Exclude<ChargeSource, 'headings'>;
}

/** What was said of a file's columns, if these cells are its header; undefined where nothing was. */
export type ChargeChoice = (file: string, header: readonly string[]) => ChosenCharges | undefined;

/** Columns set for every file with the same headings. */
export interface RememberedCharges extends ChargeColumns {
  readonly headings: readonly string[];
}

/** Columns set for one file of those that are open; in an archive its entry. */
export interface FileCharges extends RememberedCharges {
  readonly file: string;
}

/** A file's own choice before what is remembered of its headings. */
export function chargeChoice(
  chosen: readonly FileCharges[],
  remembered: readonly RememberedCharges[],
): ChargeChoice {
  return (file, header) => {
    const own = chosen.find((entry) => entry.file === file && sameHeadings(entry.headings, header));
    if (own) return { fields: own.fields, payers: own.payers, source: 'chosen' };
    const known = remembered.find(({ headings }) => sameHeadings(headings, header));
    return known && { fields: known.fields, payers: known.payers, source: 'remembered' };
  };
}

/** What was taken for what in a hospital's own table, so that a user can see and correct it. */
export interface ReadCharges extends ChargeColumns {
  readonly header: readonly string[];
  /** The rows that come first, as text, long cells cut. */
  readonly firstRows: readonly (readonly string[])[];
  /** Who the alias table says each heading of a payer means, in the order of `payers`; '' where it does not know. */
  readonly payerNames: readonly string[];
  readonly source: ChargeSource;
}

/** Whether rates can be read by these columns: a code, and what payers pay. */
export function areEnough(columns: ChargeColumns): boolean {
  return columns.fields.code !== undefined && havePayers(columns);
}

/** Whether they say what payers pay: in a column for each, or in each row a payer beside a rate. */
export function havePayers({ fields, payers }: ChargeColumns): boolean {
  return payers.length > 0 || (fields.payer !== undefined && fields.rate !== undefined);
}
