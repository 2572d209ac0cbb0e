import { billingClasses, type RateTable, type SourceKind, settings } from './rateTable.ts';
import { type Site, sites } from './scope.ts';

/** The bit that stands for a site in `sitesByRow`. */
export function siteBit(site: Site): number {
  return 1 << sites.indexOf(site);
}

const professional = billingClasses.indexOf('professional');
const inpatient = settings.indexOf('inpatient');
const emergency = settings.indexOf('emergency');

const remembered = new WeakMap<RateTable, Uint8Array>();

/**
 * Which sites each row counts at, as bits; worked out once per table, because no choice changes it.
 *
 * Hospital outpatient: hospitals' own files, not professional, not inpatient, not emergency. Office: professional
 * lines outside inpatient and emergency. A user's own file counts as hospital outpatient or office by its billing
 * class when it gives one, and as both when it does not, because only the user knows.
 */
export function sitesByRow(table: RateTable): Uint8Array {
  const known = remembered.get(table);
  if (known) return known;
  const kinds = table.sources.map((source) => source.kind);
  const found = Uint8Array.from({ length: table.length }, (_, row) =>
    sitesOf(
      kinds[table.source[row] as number] as SourceKind,
      table.setting[row] as number,
      table.billingClass[row] as number,
    ),
  );
  remembered.set(table, found);
  return found;
}

function sitesOf(kind: SourceKind, setting: number, billingClass: number): number {
  let found = siteBit('all');
  if (setting === inpatient || setting === emergency) return found;
  const isProfessional = billingClass === professional;
  if (kind !== 'payer' && !isProfessional) found |= siteBit('hospital');
  if (isProfessional || (kind === 'own' && billingClass === 0)) found |= siteBit('office');
  return found;
}
