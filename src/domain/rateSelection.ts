import type { PlaceCode } from './place.ts';
import { billingClasses, codeTypes, flagBit, type RateTable, settings } from './rateTable.ts';
import type { Scope, Site } from './scope.ts';

/** Why a rate of the code and place is not counted. Each row has one reason: the first that applies, in this order. */
export const leftOutReasons = [
  'line',
  'site',
  'vintage',
  'code-type',
  'contradicts-file',
  'assistant',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface RateSelection {
  /** Row numbers of the table that count, ascending. */
  readonly rows: Uint32Array;
  /** Rows of the place that do not count, by reason. `rows` and these add up to the rows of the place. */
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
}

/** Rows that contradict their own file: above the gross charge, per day, a few dollars, a whole encounter. */
export const contradictingFlags =
  flagBit('above_gross') | flagBit('per_diem') | flagBit('very_low') | flagBit('encounter_level');

const assistantModifiers = new Set(['CQ', 'CO']);
const professional = billingClasses.indexOf('professional');
const inpatient = settings.indexOf('inpatient');
const emergency = settings.indexOf('emergency');
const apc = codeTypes.indexOf('APC');

/**
 * The rates of a place that a scope counts (place null = every place). Conditions that depend on a provider, plan,
 * source or modifier are settled once per dictionary entry, so the pass over the rows only compares integers.
 */
export function selectRates(table: RateTable, scope: Scope, place: PlaceCode | null): RateSelection {
  const providerIsHere = table.providers.map((provider) => place === null || provider.place === place);
  const planIsCommercial = table.plans.map((plan) => plan.line === 'Commercial');
  const sourceIsHospital = table.sources.map((source) => source.kind === 'hospital');
  const sourceIsOwn = table.sources.map((source) => source.kind === 'own');
  const { from, to } = scope.vintage;
  const sourceInVintage = table.sources.map(
    (source) => (from === null || source.year >= from) && (to === null || source.year <= to),
  );
  const isAssistant = table.modifiers.map((joined) =>
    joined.split('|').some((modifier) => assistantModifiers.has(modifier)),
  );
  const counted = new Uint32Array(table.length);
  let count = 0;
  const leftOut: Record<LeftOutReason, number> = {
    line: 0,
    site: 0,
    vintage: 0,
    'code-type': 0,
    'contradicts-file': 0,
    assistant: 0,
  };

  for (let row = 0; row < table.length; row++) {
    if (!providerIsHere[table.provider[row] as number]) continue;
    const source = table.source[row] as number;
    if (!planIsCommercial[table.plan[row] as number]) leftOut.line++;
    else if (
      !isAtSite(scope.site, table, row, sourceIsHospital[source] === true, sourceIsOwn[source] === true)
    )
      leftOut.site++;
    else if (!sourceInVintage[source]) leftOut.vintage++;
    else if (scope.leftOutRows === 'in') counted[count++] = row;
    else if (table.codeType[row] === apc) leftOut['code-type']++;
    else if (((table.flags[row] as number) & contradictingFlags) !== 0) leftOut['contradicts-file']++;
    else if (isAssistant[table.modifier[row] as number]) leftOut.assistant++;
    else counted[count++] = row;
  }
  return { rows: counted.slice(0, count), leftOut };
}

/**
 * Hospital outpatient: hospitals' own files, not professional, not inpatient, not emergency. Office: professional
 * lines outside inpatient and emergency. A user's own file counts as hospital outpatient or office by its billing
 * class when it gives one, and on both when it does not, because only the user knows.
 */
function isAtSite(site: Site, table: RateTable, row: number, isHospital: boolean, isOwn: boolean): boolean {
  if (site === 'all') return true;
  const setting = table.setting[row];
  if (setting === inpatient || setting === emergency) return false;
  const isProfessional = table.billingClass[row] === professional;
  if (site === 'hospital') return (isHospital || isOwn) && !isProfessional;
  return isProfessional || (isOwn && table.billingClass[row] === 0);
}
