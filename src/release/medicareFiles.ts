import { readTable, type TableResult } from '../data/readTable.ts';
import { compareText } from './compareText.ts';
import { csvFile } from './csvFile.ts';
import type { InputFolder } from './inputFolder.ts';
import type { OutputFile } from './outputFile.ts';

/** The release's column and the CMS table's, where they differ. */
type Columns = readonly (readonly [name: string, sourceName: string])[];

const rvuColumns: Columns = [
  ['code', 'hcpcs'],
  ['modifier', 'modifier'],
  ['year', 'year'],
  ['release', 'release'],
  ['status', 'status_code'],
  ['work_rvu', 'work_rvu'],
  ['pe_rvu_nonfac', 'pe_rvu_nonfac'],
  ['nonfac_na', 'nonfac_na'],
  ['pe_rvu_fac', 'pe_rvu_fac'],
  ['fac_na', 'fac_na'],
  ['mp_rvu', 'mp_rvu'],
  ['mult_proc', 'mult_proc'],
];

const gpciColumns: Columns = [
  ['year', 'year'],
  ['state', 'state'],
  ['mac', 'mac'],
  ['locality', 'locality'],
  ['release', 'release'],
  ['locality_name', 'locality_name'],
  ['work_gpci', 'work_gpci'],
  ['pe_gpci', 'pe_gpci'],
  ['mp_gpci', 'mp_gpci'],
  ['floor_note', 'floor_note'],
];

const factorColumns: Columns = [
  ['year', 'year'],
  ['effective_from', 'effective_from'],
  ['effective_to', 'effective_to'],
  ['applies_to', 'applies_to'],
  ['conversion_factor', 'conversion_factor'],
  ['release', 'release_read_from'],
  ['note', 'note'],
];

const localityColumns: Columns = [
  ['year', 'year'],
  ['state', 'state'],
  ['mac', 'mac'],
  ['locality', 'locality'],
  ['area', 'fee_schedule_area'],
  ['counties', 'counties'],
];

/** One of the four tables: where it is read, what it is called in a release, and which columns it has in both. */
export interface MedicareLayout {
  readonly input: string;
  readonly output: string;
  readonly columns: Columns;
  readonly change?: (cells: readonly string[]) => readonly string[];
}

export const medicareLayouts = {
  rvu: {
    input: 'cms-pfs/rvu-therapy-em-2020-2026.csv',
    output: 'medicare/rvu.csv',
    columns: rvuColumns,
  },
  gpci: { input: 'cms-pfs/gpci-2020-2026.csv', output: 'medicare/gpci.csv', columns: gpciColumns },
  conversionFactors: {
    input: 'cms-pfs/conversion-factors.csv',
    output: 'medicare/conversion-factors.csv',
    columns: factorColumns,
    change: plainFactorScope,
  },
  localities: {
    input: 'cms-pfs/localities-counties-2025.csv',
    output: 'medicare/localities.csv',
    columns: localityColumns,
  },
} as const satisfies Readonly<Record<string, MedicareLayout>>;

/** The CMS tables the amounts are computed from. Texts are copied digit by digit; only columns and order are ours. */
export async function medicareFiles(folder: InputFolder): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const layout of Object.values(medicareLayouts)) {
    const rows = await folder.table(layout.input, (text, file) => readMedicareSource(layout, text, file));
    files.push(medicareFile(layout, rows));
  }
  return files;
}

/** The cells of a table in `sources/cms-pfs`, in the columns of a release. */
export function readMedicareSource(
  { columns, change = (cells) => cells }: MedicareLayout,
  text: string,
  file: string,
): TableResult<readonly string[]> {
  const sourceNames = columns.map(([, sourceName]) => sourceName);
  return readTable(text, file, sourceNames, (fields) =>
    change(sourceNames.map((name) => fields.text(name).trim())),
  );
}

export function medicareFile(
  { output, columns }: MedicareLayout,
  rows: readonly (readonly string[])[],
): OutputFile {
  return csvFile(
    output,
    columns.map(([name]) => name),
    rows.toSorted((a, b) => compareText(a.join(), b.join())),
  );
}

/** `QP (qualifying APM participants)` → `QP`: the explanation is in the note and the README. */
function plainFactorScope(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.replace(/^(nonQP|QP) \(.*\)$/, '$1'));
}
