import type { ColumnMatch, OwnRatesField } from './ownRatesColumns.ts';
import type { TableColumns, TableHead } from './ownTable.ts';

/** What the header of a user's file tells: which columns are read, and what a line of it is. */
export interface OwnColumns extends Pick<TableColumns<OwnRatesField>, 'missing' | 'source'> {
  readonly matches: readonly ColumnMatch[];
  /** Where each field stands in the header. */
  readonly positions: ReadonlyMap<OwnRatesField, number>;
  /** Columns of further modifiers, read with the modifier's. */
  readonly laterModifiers: readonly number[];
  /** Claim lines, not rates. */
  readonly isClaims: boolean;
  /** Whether there is a header and nothing is missing: else lines are counted only. */
  readonly isUsable: boolean;
}

export function positionsOf(matches: readonly ColumnMatch[]): ReadonlyMap<OwnRatesField, number> {
  return new Map(matches.map(({ field, index }) => [field, index]));
}

/** Every column whose cells are looked at. */
export function readIndexes({ positions, laterModifiers }: OwnColumns): readonly number[] {
  return [...positions.values(), ...laterModifiers];
}

export function matchedHeadings({ matches }: OwnColumns): TableColumns<OwnRatesField>['matched'] {
  return matches.map(({ field, header }) => ({ field, header }));
}

/** The columns as a user is shown them; null where there is no table at all. */
export function shownColumns(
  { header, headerLine }: TableHead,
  columns: OwnColumns,
  firstRows: TableColumns<OwnRatesField>['firstRows'],
): TableColumns<OwnRatesField> | null {
  if (headerLine === 0) return null;
  return {
    header,
    firstRows,
    matched: matchedHeadings(columns),
    missing: columns.missing,
    lines: columns.isClaims ? 'claims' : 'rates',
    source: columns.source,
  };
}
