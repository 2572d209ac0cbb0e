import type { CmsLine, GpciLine } from '../data/formats/cmsTables.ts';
import { cmsTablesOf } from '../data/formats/cmsTablesOf.ts';
import { csvText } from './csvText.ts';

/** The four tables a release is built from, in the layouts of `sources/cms-pfs`; null without a line for it. */
export interface CmsSourceTables {
  readonly rvu: string | null;
  readonly gpci: string | null;
  readonly conversionFactors: string | null;
  readonly localities: string | null;
}

type Column<Row> = readonly [name: string, text: (row: Row) => string];

/**
 * Writes lines read from CMS files as the tables that `npm run data` builds a release from, digit by digit as CMS
 * writes them. Lines of no known year and payment amounts have no place in them; for the rest see
 * `cmsTablesOf`.
 */
export function cmsSourceTables(lines: readonly CmsLine[]): CmsSourceTables {
  const { rvus, gpcis, factors, localities } = cmsTablesOf(lines);
  const nameOf = new Map(gpcis.map(({ mac, locality, name }) => [`${mac}-${locality}`, name]));
  const releases = new Map([...gpcis, ...rvus].map(({ year, release }) => [year, release]));

  return {
    rvu: written(rvus, [
      ['year', ({ year }) => String(year)],
      ['quarter', ({ release }) => quarters[release.charAt(5)] ?? ''],
      ['release', ({ release }) => release],
      ['hcpcs', ({ code }) => code],
      ['modifier', ({ modifier }) => modifier],
      ['status_code', ({ status }) => status],
      ['work_rvu', ({ workRvu }) => decimal(workRvu, 2)],
      ['pe_rvu_nonfac', ({ nonFacilityPeRvu }) => decimal(nonFacilityPeRvu, 2)],
      ['nonfac_na', ({ nonFacilityNa }) => (nonFacilityNa ? 'NA' : '')],
      ['pe_rvu_fac', ({ facilityPeRvu }) => decimal(facilityPeRvu, 2)],
      ['fac_na', ({ facilityNa }) => (facilityNa ? 'NA' : '')],
      ['mp_rvu', ({ malpracticeRvu }) => decimal(malpracticeRvu, 2)],
      ['total_rvu_nonfac', ({ nonFacilityTotal }) => decimal(nonFacilityTotal, 2)],
      ['total_rvu_fac', ({ facilityTotal }) => decimal(facilityTotal, 2)],
      ['pctc_ind', ({ pctc }) => pctc],
      ['global_days', ({ globalDays }) => globalDays],
      ['mult_proc', ({ multipleProcedure }) => multipleProcedure],
      ['conversion_factor', ({ factor }) => decimal(factor, 4)],
    ]),
    gpci: written(gpcis, [
      ['year', ({ year }) => String(year)],
      ['release', ({ release }) => release],
      ['mac', ({ mac }) => mac],
      ['state', ({ place }) => place],
      ['locality', ({ locality }) => locality],
      ['locality_name', ({ name }) => name],
      ['work_gpci', ({ workGpci }) => decimal(workGpci, 3)],
      ['work_gpci_without_floor', ({ workGpciWithoutFloor }) => decimal(workGpciWithoutFloor, 3)],
      ['pe_gpci', ({ peGpci }) => decimal(peGpci, 3)],
      ['mp_gpci', ({ malpracticeGpci }) => decimal(malpracticeGpci, 3)],
      ['floor_note', ({ mark }) => floorNotes[mark]],
    ]),
    conversionFactors: written(factors, [
      ['year', ({ year }) => String(year)],
      ['effective_from', ({ from }) => from],
      ['effective_to', ({ to }) => to],
      ['conversion_factor', ({ factor }) => decimal(factor, 4)],
      ['applies_to', ({ appliesTo }) => appliesTo],
      ['release_read_from', ({ year }) => releases.get(year) ?? ''],
      ['note', () => ''],
    ]),
    localities: written(localities, [
      ['year', ({ year }) => String(year)],
      ['mac', ({ mac }) => mac],
      ['locality', ({ locality }) => locality],
      ['state', ({ place }) => place],
      ['state_name_in_file', ({ stateName }) => stateName],
      ['fee_schedule_area', ({ area }) => area],
      ['counties', ({ counties }) => counties],
      ['gpci_locality_name', ({ mac, locality }) => nameOf.get(`${mac}-${locality}`) ?? ''],
      ['served_by_two_carriers', ({ servedByTwoCarriers }) => (servedByTwoCarriers ? 'Y' : '')],
    ]),
  };
}

const quarters: Readonly<Record<string, string>> = { A: '1', B: '2', C: '3', D: '4' };

const floorNotes: Readonly<Record<GpciLine['mark'], string>> = {
  '': '',
  '*': 'AK work floor 1.5',
  '**': 'frontier PE floor 1.0',
};

function written<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string | null {
  if (rows.length === 0) return null;
  return csvText(
    columns.map(([name]) => name),
    rows.map((row) => columns.map(([, text]) => text(row))),
  );
}

/** A whole count of its last digit as the number it stands for; '' for none. */
function decimal(count: number | null, digits: number): string {
  return count === null ? '' : (count / 10 ** digits).toFixed(digits);
}
