import type { PayerReader } from '../../domain/payerReader.ts';
import type { ReadCharges } from '../chargeChoice.ts';

const shownRows = 4;
const longestCell = 80;

/** Columns as they were taken, with what a user needs to look them over. @param rows the first rows, any number of them. */
export function readCharges(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { fields, payers }: Pick<ReadCharges, 'fields' | 'payers'>,
  source: ReadCharges['source'],
  names: PayerReader,
): ReadCharges {
  return {
    header,
    firstRows: rows
      .slice(0, shownRows)
      .map((row) => header.map((_, index) => (row[index] ?? '').trim().slice(0, longestCell))),
    fields,
    payers,
    payerNames: payers.map((heading) => {
      const { brandAlias, parent } = names.read(heading, '');
      return brandAlias === undefined ? '' : parent;
    }),
    source,
  };
}
