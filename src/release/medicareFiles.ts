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

/** The CMS tables the amounts are computed from. Texts are copied digit by digit; only columns and order are ours. */
export async function medicareFiles(folder: InputFolder): Promise<readonly OutputFile[]> {
  return [
    await copied(folder, 'cms-pfs/rvu-therapy-em-2020-2026.csv', 'medicare/rvu.csv', rvuColumns),
    await copied(folder, 'cms-pfs/gpci-2020-2026.csv', 'medicare/gpci.csv', gpciColumns),
    await copied(
      folder,
      'cms-pfs/conversion-factors.csv',
      'medicare/conversion-factors.csv',
      factorColumns,
      plainFactorScope,
    ),
    await copied(folder, 'cms-pfs/localities-counties-2025.csv', 'medicare/localities.csv', localityColumns),
  ];
}

async function copied(
  folder: InputFolder,
  input: string,
  output: string,
  columns: Columns,
  change: (cells: readonly string[]) => readonly string[] = (cells) => cells,
): Promise<OutputFile> {
  const sourceNames = columns.map(([, sourceName]) => sourceName);
  const rows = await folder.table(
    input,
    (text, file): TableResult<readonly string[]> =>
      readTable(text, file, sourceNames, (fields) =>
        change(sourceNames.map((name) => fields.text(name).trim())),
      ),
  );
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
