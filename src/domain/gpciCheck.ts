import { frontierStates } from './localityFloors.ts';
import type { GpciRow } from './medicareTables.ts';

/** Localities in the cost index table of a year: three Californian ones were retired in 2024. */
export const gpciRowCount: ReadonlyMap<number, number> = new Map([
  [2020, 112],
  [2021, 112],
  [2022, 112],
  [2023, 112],
  [2024, 109],
  [2025, 109],
  [2026, 109],
]);

type CheckRow = readonly [mac: string, locality: string, work: number, pe: number, mp: number];

/**
 * Rows by which a cost index table is known to be CMS's: indices in thousandths from RVU20D, RVU21D, RVU22D, RVU23D,
 * RVU24C, RVU25D and RVU26C (a test holds them against `sources/cms-pfs/gpci-2020-2026.csv`). Localities whose work
 * index no floor touches, and Alaska, so that they hold in every release of a year.
 */
export const gpciCheckRows: ReadonlyMap<number, readonly CheckRow[]> = new Map<number, readonly CheckRow[]>([
  [
    2020,
    [
      ['13202', '01', 1054, 1192, 1823],
      ['12202', '01', 1049, 1221, 1277],
      ['14212', '01', 1041, 1191, 952],
      ['06102', '16', 1009, 1039, 1898],
      ['01182', '18', 1047, 1176, 725],
      ['01112', '05', 1076, 1327, 440],
      ['02402', '02', 1031, 1170, 854],
      ['04412', '18', 1026, 1020, 918],
      ['02102', '01', 1500, 1118, 661],
    ],
  ],
  [
    2021,
    [
      ['13202', '01', 1056, 1203, 2031],
      ['12202', '01', 1054, 1236, 1294],
      ['14212', '01', 1049, 1203, 842],
      ['06102', '16', 1011, 1044, 1871],
      ['01182', '18', 1048, 1175, 757],
      ['01112', '05', 1077, 1329, 458],
      ['02402', '02', 1036, 1194, 776],
      ['04412', '18', 1032, 1029, 900],
      ['02102', '01', 1500, 1118, 614],
    ],
  ],
  [
    2022,
    [
      ['13202', '01', 1056, 1203, 2031],
      ['12202', '01', 1054, 1236, 1294],
      ['14212', '01', 1049, 1203, 842],
      ['06102', '16', 1011, 1044, 1871],
      ['01182', '18', 1048, 1175, 757],
      ['01112', '05', 1077, 1329, 458],
      ['02402', '02', 1036, 1194, 776],
      ['04412', '18', 1032, 1029, 900],
      ['02102', '01', 1500, 1118, 614],
    ],
  ],
  [
    2023,
    [
      ['13202', '01', 1061, 1184, 1843],
      ['12202', '01', 1056, 1214, 1231],
      ['14212', '01', 1045, 1200, 868],
      ['06102', '16', 1009, 1033, 1945],
      ['01182', '18', 1045, 1185, 724],
      ['01112', '05', 1082, 1374, 452],
      ['02402', '02', 1039, 1207, 815],
      ['04412', '18', 1023, 1016, 1154],
      ['02102', '01', 1500, 1100, 603],
    ],
  ],
  [
    2024,
    [
      ['13202', '01', 1065, 1166, 1656],
      ['12202', '01', 1057, 1192, 1168],
      ['14212', '01', 1042, 1197, 894],
      ['06102', '16', 1007, 1023, 2018],
      ['01182', '18', 1042, 1194, 690],
      ['01112', '05', 1088, 1419, 445],
      ['02402', '02', 1043, 1220, 853],
      ['04412', '18', 1014, 1003, 1409],
      ['02102', '01', 1500, 1081, 592],
    ],
  ],
  [
    2025,
    [
      ['13202', '01', 1065, 1166, 1656],
      ['12202', '01', 1057, 1192, 1168],
      ['14212', '01', 1042, 1197, 894],
      ['06102', '16', 1007, 1023, 2018],
      ['01182', '18', 1042, 1194, 690],
      ['01112', '05', 1088, 1419, 445],
      ['02402', '02', 1043, 1220, 853],
      ['04412', '18', 1014, 1003, 1409],
      ['02102', '01', 1500, 1081, 592],
    ],
  ],
  [
    2026,
    [
      ['13202', '01', 1064, 1162, 1586],
      ['12202', '01', 1054, 1178, 1113],
      ['14212', '01', 1041, 1194, 890],
      ['06102', '16', 1007, 1005, 2295],
      ['01182', '18', 1041, 1183, 664],
      ['01112', '05', 1095, 1410, 425],
      ['02402', '02', 1050, 1227, 817],
      ['04412', '18', 1008, 993, 1376],
      ['02102', '01', 1500, 1065, 551],
    ],
  ],
]);

/** What a cost index table's footnotes say, as far as it can be held against its rows. */
export interface GpciFootnotes {
  /** Years named as those to which the work floor was extended. */
  readonly floorYears: readonly number[];
  /** Year of "MAC Assignments as of …"; null where that line is missing. */
  readonly assignmentYear: number | null;
}

/** Something in a cost index table that CMS's own does not have. */
export interface GpciDoubt {
  /** `13202-01`; '' for the table as a whole. */
  readonly key: string;
  readonly found: string;
  readonly message: string;
}

export type CheckedGpci = Pick<
  GpciRow,
  'mac' | 'locality' | 'place' | 'workGpci' | 'peGpci' | 'malpracticeGpci'
>;

/**
 * Whether a cost index table is the one CMS published: its number of rows, the check rows of its year, the floors that
 * law sets, and footnotes that fit. Made-up tables with real-looking footnotes are going round; one had 98 rows for
 * 2026, 21 of them right. An empty answer is no proof for a year without check rows.
 *
 * @param year null where the file states none: then only the floors can be held against the rows.
 */
export function gpciDoubts(
  rows: readonly CheckedGpci[],
  year: number | null,
  footnotes: GpciFootnotes,
): readonly GpciDoubt[] {
  return [
    ...(year === null ? [] : rowDoubts(rows, year)),
    ...rows.flatMap(floorDoubts),
    ...(year === null ? [] : footnoteDoubts(footnotes, year)),
  ];
}

/** What differs from the number of rows and the check rows of the year's own table. */
function rowDoubts(rows: readonly CheckedGpci[], year: number): readonly GpciDoubt[] {
  const doubts: GpciDoubt[] = [];
  const expected = gpciRowCount.get(year);
  if (expected !== undefined && rows.length !== expected) {
    const message = `The ${year} table of CMS has ${expected} localities.`;
    doubts.push({ key: '', found: rows.length === 1 ? '1 locality' : `${rows.length} localities`, message });
  }
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  for (const [mac, locality, ...indices] of gpciCheckRows.get(year) ?? []) {
    const key = keyOf({ mac, locality });
    const row = byKey.get(key);
    const real = printed(indices);
    const found = row === undefined ? 'no line' : printed([row.workGpci, row.peGpci, row.malpracticeGpci]);
    if (found !== real) {
      doubts.push({ key, found, message: `The ${year} table of CMS has ${real} (work, PE, MP) for ${key}.` });
    }
  }
  return doubts;
}

/** A row below a floor that law sets for its state (`localityFloors.ts`). */
function floorDoubts(row: CheckedGpci): readonly GpciDoubt[] {
  const key = keyOf(row);
  if (row.place === 'AK' && row.workGpci !== 1500) {
    const message = 'The work index of Alaska is 1.500 by law.';
    return [{ key, found: printed([row.workGpci]), message }];
  }
  if (frontierStates.has(row.place) && row.peGpci < 1000) {
    const message = 'The practice expense index of a frontier state is at least 1.000 by law.';
    return [{ key, found: printed([row.peGpci]), message }];
  }
  return [];
}

function footnoteDoubts({ floorYears, assignmentYear }: GpciFootnotes, year: number): readonly GpciDoubt[] {
  const doubts = floorYears
    .filter((floorYear) => floorYear !== year && floorYear !== year + 1)
    .map((floorYear) => ({
      key: '',
      found: String(floorYear),
      message: `The floor of a ${year} table cannot have been extended into ${floorYear}.`,
    }));
  if (assignmentYear === null || assignmentYear <= year) return doubts;
  const message = `The MAC assignments of a ${year} table cannot be of ${assignmentYear}.`;
  return [...doubts, { key: '', found: String(assignmentYear), message }];
}

function keyOf({ mac, locality }: Pick<CheckedGpci, 'mac' | 'locality'>): string {
  return `${mac}-${locality}`;
}

function printed(thousandths: readonly number[]): string {
  return thousandths.map((index) => (index / 1000).toFixed(3)).join(' / ');
}
