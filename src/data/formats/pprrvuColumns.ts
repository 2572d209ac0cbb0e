/** Where a record of the relative value file keeps what we read. */
export const pprrvuColumns = [
  'code',
  'modifier',
  'status',
  'workRvu',
  'nonFacilityPeRvu',
  'nonFacilityNa',
  'facilityPeRvu',
  'facilityNa',
  'malpracticeRvu',
  'nonFacilityTotal',
  'facilityTotal',
  'pctc',
  'globalDays',
  'multipleProcedure',
  'factor',
] as const;
export type PprrvuColumn = (typeof pprrvuColumns)[number];

/** What the file calls each, for a problem. */
export const pprrvuHeadings: Readonly<Record<PprrvuColumn, string>> = {
  code: 'HCPCS',
  modifier: 'MOD',
  status: 'STATUS CODE',
  workRvu: 'WORK RVU',
  nonFacilityPeRvu: 'NON-FAC PE RVU',
  nonFacilityNa: 'NON-FAC NA INDICATOR',
  facilityPeRvu: 'FACILITY PE RVU',
  facilityNa: 'FACILITY NA INDICATOR',
  malpracticeRvu: 'MP RVU',
  nonFacilityTotal: 'NON-FACILITY TOTAL',
  facilityTotal: 'FACILITY TOTAL',
  pctc: 'PCTC IND',
  globalDays: 'GLOB DAYS',
  multipleProcedure: 'MULT PROC',
  factor: 'CONV FACTOR',
};

export interface PprrvuLayout {
  readonly columns: Readonly<Record<PprrvuColumn, number>>;
  /** Cells a whole record has. */
  readonly width: number;
}

/**
 * The last heading words of each column, in the file's order. The headings are spread over five lines, so the last
 * line's words repeat (`PE RVU`, `INDICATOR`, `TOTAL`, `SURG`) and name a column only by what stands before it. Looked
 * for from left to right they survive a column that is left out or added, as PRIC IND was in 2026.
 */
const lastWords: readonly (readonly [column: PprrvuColumn, words: RegExp])[] = [
  ['code', /^HCPCS$/],
  ['modifier', /^MOD$/],
  ['status', /(^|STATUS )CODE$/],
  ['workRvu', /(^|[^E]\s)RVU$/],
  ['nonFacilityPeRvu', /PE RVU$/],
  ['nonFacilityNa', /INDICATOR$/],
  ['facilityPeRvu', /PE RVU$/],
  ['facilityNa', /INDICATOR$/],
  ['malpracticeRvu', /(^|[^E]\s)RVU$/],
  ['nonFacilityTotal', /TOTAL$/],
  ['facilityTotal', /TOTAL$/],
  ['pctc', /\bIND$/],
  ['globalDays', /DAYS$/],
  ['multipleProcedure', /PROC$/],
  ['factor', /FACTOR$/],
];

/** The layout a heading line describes; undefined when a column is not found. */
export function layoutOfHeading(cells: readonly string[]): PprrvuLayout | undefined {
  const names = cells.map((cell) => cell.toUpperCase().replace(/\s+/g, ' ').trim());
  while (names.at(-1) === '') names.pop();
  const columns = new Map<PprrvuColumn, number>();
  let from = 0;
  for (const [column, words] of lastWords) {
    const at = names.findIndex((name, i) => i >= from && words.test(name));
    if (at === -1) return undefined;
    columns.set(column, at);
    from = at + 1;
  }
  return { columns: Object.fromEntries(columns) as Record<PprrvuColumn, number>, width: names.length };
}

/** Without a heading: 31 columns up to 2025; 32 from 2026, PRIC IND before ENDO BASE and the factor. */
export function layoutOfWidth(width: number): PprrvuLayout | undefined {
  if (width !== 31 && width !== 32) return undefined;
  const positions = [0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18, width - 7];
  const columns = Object.fromEntries(pprrvuColumns.map((column, i) => [column, positions[i] ?? 0]));
  return { columns: columns as Record<PprrvuColumn, number>, width };
}

/** First and last column of the fixed-width record, from 1, as CMS's record layout counts (RVU25D, RVU26B). */
const fixedPositions: Readonly<Record<PprrvuColumn, readonly [first: number, last: number]>> = {
  code: [1, 5],
  modifier: [6, 7],
  status: [58, 58],
  workRvu: [60, 65],
  nonFacilityPeRvu: [67, 72],
  nonFacilityNa: [73, 74],
  facilityPeRvu: [76, 81],
  facilityNa: [82, 83],
  malpracticeRvu: [85, 89],
  nonFacilityTotal: [91, 96],
  facilityTotal: [97, 102],
  pctc: [103, 103],
  globalDays: [104, 106],
  multipleProcedure: [116, 116],
  factor: [133, 140],
};

export const fixedWidth = 140;

/** A fixed-width record cut into cells, in the order of `pprrvuColumns`. */
export function fixedCells(line: string): readonly string[] {
  return pprrvuColumns.map((column) => {
    const [first, last] = fixedPositions[column];
    return line.slice(first - 1, last).trim();
  });
}

export const fixedLayout: PprrvuLayout = {
  columns: Object.fromEntries(pprrvuColumns.map((column, i) => [column, i])) as Record<PprrvuColumn, number>,
  width: pprrvuColumns.length,
};
