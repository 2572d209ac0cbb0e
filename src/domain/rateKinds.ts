import { type MethodologyGroup, methodologyGroup, methodologyGroups } from './methodology.ts';
import { modifierList } from './modifierList.ts';
import { type PlanLine, planLines } from './payer.ts';
import {
  billingClasses,
  codeTypes,
  contradictingFlags,
  flagBit,
  type RateSource,
  type RateTable,
  type SourceKind,
  settings,
} from './rateTable.ts';
import { type Site, sites } from './scope.ts';

/** All that a scope can ask of a rate, but for its provider. Rates alike in it are counted or left out together. */
export interface RateKind {
  readonly line: PlanLine;
  readonly source: SourceKind;
  /** Of the published file. */
  readonly year: number;
  readonly methodology: MethodologyGroup;
  /** Single modifiers; `none` for a rate without any. */
  readonly modifiers: readonly string[];
  /** The sites it counts at, as bits (`siteBit`). */
  readonly sites: number;
  /** Published as a payment group. */
  readonly isApc: boolean;
  /** Above the gross charge, per day, a few dollars, or a whole encounter: it contradicts its own file. */
  readonly isContradicted: boolean;
  /** Modifier CQ or CO: given by an assistant, and paid less for it. */
  readonly isAssistant: boolean;
}

export interface RateKinds {
  readonly kinds: readonly RateKind[];
  /** The kind of each row, an index into `kinds`. */
  readonly ofRow: Uint16Array | Uint32Array;
}

/** The bit that stands for a site in `sites`. */
export function siteBit(site: Site): number {
  return 1 << sites.indexOf(site);
}

const assistantModifiers = ['CQ', 'CO'];
const apc = codeTypes.indexOf('APC');
const contradicting = contradictingFlags.reduce((bits, flag) => bits | flagBit(flag), 0);

/**
 * The kinds of a table: some hundred, however many rows, as they depend on dictionary entries and a few words. A row's
 * kind is one integer made of those of its entries, so that no object, text or map is touched per row.
 */
export function rateKinds(table: RateTable): RateKinds {
  const groups = table.methodologies.map((name) => methodologyGroups.indexOf(methodologyGroup(name)));
  const lines = table.plans.map(({ line }) => planLines.indexOf(line));
  const files = entries(table.sources.map(({ kind, year }) => `${kind} ${year}`));
  const kindOfFile = table.sources.map(({ kind }) => kind);
  const { modifiers } = table;
  const sitesFor = new Map<SourceKind, Uint8Array>();
  for (const kind of kindOfFile) if (!sitesFor.has(kind)) sitesFor.set(kind, sitesBySetting(kind));
  const sitesOfSource = kindOfFile.map((kind) => sitesFor.get(kind) as Uint8Array);

  const known = new Map<number, number>();
  const firstRows: number[] = [];
  const ofRow = new Uint32Array(table.length);
  // Neighbours are often alike: the map is asked only where the key changes.
  let lastKey = -1;
  let last = 0;
  for (let row = 0; row < table.length; row++) {
    const source = table.source[row] as number;
    const setting =
      (table.setting[row] as number) * billingClasses.length + (table.billingClass[row] as number);
    let key = (lines[table.plan[row] as number] as number) * files.count + (files.of[source] as number);
    key = key * methodologyGroups.length + (groups[table.methodology[row] as number] as number);
    key = key * modifiers.length + (table.modifier[row] as number);
    key = key * 32 + ((sitesOfSource[source] as Uint8Array)[setting] as number) * 4;
    if (table.codeType[row] === apc) key += 2;
    if (((table.flags[row] as number) & contradicting) !== 0) key += 1;
    if (key !== lastKey) {
      lastKey = key;
      const found = known.get(key);
      last = found ?? firstRows.length;
      if (found === undefined) {
        known.set(key, last);
        firstRows.push(row);
      }
    }
    ofRow[row] = last;
  }
  const kinds = firstRows.map((row): RateKind => {
    const ofKind = modifierList(modifiers[table.modifier[row] as number] as string);
    const source = table.source[row] as number;
    const setting =
      (table.setting[row] as number) * billingClasses.length + (table.billingClass[row] as number);
    return {
      line: planLines[lines[table.plan[row] as number] as number] as PlanLine,
      source: kindOfFile[source] as SourceKind,
      year: (table.sources[source] as RateSource).year,
      methodology: methodologyGroups[groups[table.methodology[row] as number] as number] as MethodologyGroup,
      modifiers: ofKind,
      sites: (sitesOfSource[source] as Uint8Array)[setting] as number,
      isApc: table.codeType[row] === apc,
      isContradicted: ((table.flags[row] as number) & contradicting) !== 0,
      isAssistant: ofKind.some((each) => assistantModifiers.includes(each)),
    };
  });
  return { kinds, ofRow: kinds.length <= 2 ** 16 ? Uint16Array.from(ofRow) : ofRow };
}

/** Texts as integers, equal ones alike. */
function entries(texts: readonly string[]): { readonly of: Uint32Array; readonly count: number } {
  const known = new Map<string, number>();
  const of = Uint32Array.from(texts, (text) => {
    const index = known.get(text) ?? known.size;
    known.set(text, index);
    return index;
  });
  return { of, count: known.size };
}

/** The sites of a file's rows by setting × billing class. */
function sitesBySetting(kind: SourceKind): Uint8Array {
  const of = new Uint8Array(settings.length * billingClasses.length);
  for (let setting = 0; setting < settings.length; setting++) {
    for (let billingClass = 0; billingClass < billingClasses.length; billingClass++) {
      of[setting * billingClasses.length + billingClass] = sitesOf(kind, setting, billingClass);
    }
  }
  return of;
}

const professional = billingClasses.indexOf('professional');
const inpatient = settings.indexOf('inpatient');
const emergency = settings.indexOf('emergency');

/**
 * Hospital outpatient: hospitals' own files, not professional, not inpatient, not emergency. Office: professional
 * lines outside inpatient and emergency. A user's own file counts as hospital outpatient or office by its billing
 * class when it gives one, and as both when it does not, because only the user knows.
 */
function sitesOf(kind: SourceKind, setting: number, billingClass: number): number {
  let found = siteBit('all');
  if (setting === inpatient || setting === emergency) return found;
  const isProfessional = billingClass === professional;
  if (kind !== 'payer' && !isProfessional) found |= siteBit('hospital');
  if (isProfessional || (kind === 'own' && billingClass === 0)) found |= siteBit('office');
  return found;
}
