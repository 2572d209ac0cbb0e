import type { PayerReader } from '../domain/payerReader.ts';
import { headingWords } from './ownRatesColumns.ts';

/** What a column of a hospital's own table of charges may hold, beside payers' amounts. */
export const chargeFields = [
  'code',
  'code type',
  'modifier',
  'setting',
  'billing class',
  'gross charge',
  'methodology',
  'payer',
  'plan',
  'rate',
  'provider',
  'state',
] as const;
export type ChargeField = (typeof chargeFields)[number];

/**
 * Which columns of a hospital's own table hold what: what the headings say (`chargeColumns`), or a user's choice. A
 * table is wide, with a heading for each payer, or tall, with a payer and a rate in each row.
 */
export interface ChargeColumns {
  /** The heading of each field, as the file prints it. A field that is not named has none. */
  readonly fields: Readonly<Partial<Record<ChargeField, string>>>;
  /** Headings that name a payer; the cells below are what it pays. */
  readonly payers: readonly string[];
}

/** A guess at the columns, for a user to look over. */
export interface GuessedCharges extends ChargeColumns {
  /** Payers nobody in the alias table stands behind: taken for payers because amounts stand below. */
  readonly unsure: readonly string[];
}

/** Headings as lower-case words, best first. */
const headings: Readonly<Record<ChargeField, readonly RegExp[]>> = {
  code: [
    /^(cpt|hcpcs|cpt hcpcs|hcpcs cpt)( (drg|apc))?( codes?)?$/,
    /\b(cpt|hcpcs)\b(?!.*\b(desc|description|type|modifier|mod)s?\b)/,
    /^(associated|billing|procedure|proc|service) codes?( 1)?$|^codes?( 1)?$/,
  ],
  'code type': [/^(billing |procedure )?code (type|system|set)( 1)?$/],
  modifier: [/^(cpt |hcpcs )?mod(ifier)?s?( ?1)?$/],
  setting: [
    /^(patient |care )?setting$|^(ip op|inpatient outpatient)$|^(patient|service) (class|type)$|^price tier$/,
  ],
  'billing class': [/^(billing|bill) class$/],
  'gross charge': [
    /^gross( charges?| price| charge amount)?$/,
    /^(standard|list|unit|total gross|chargemaster|cdm|hospital)? ?(charges?|price)( amount)?$/,
    /\bgross\b/,
  ],
  methodology: [/^(rate |contracting |payment )?method(ology)?$/],
  payer: [/^(payer|payor|insurance|insurer|carrier|third party payer)( name)?$/],
  plan: [/^(plan|product|network)( name)?$/],
  rate: [
    /^((payer|payor) )?(specific )?negotiated (charge|rate|price|dollar)s?$/,
    /^(payer|payor)( specific)? (charge|rate|price)$/,
    /^(negotiated|contract(ed)?) rate$|^rate$|^allowed amount$|^expected payment$/,
  ],
  provider: [/^(hospital|facility|provider|location)( name)?$/],
  state: [/^(hospital |facility |provider )?state$/],
};

/** Headings that are neither a field nor a payer. */
const others =
  /\b(desc(ription)?|min(imum)?|max(imum)?|cash|self pay|de ?identified|rev(enue)?|ndc|drg|cdm|charge|code|id|units?|qty|quantity|date|note|notes|comments?|drug|per|address|zip|city|npi|ein|tax|version|multiplier|category|department|dept|name|type|item|gl|uom|number)\b/;

/** A number, or a code of a service: in a line of a table, never in its header. */
const valueCell = /^\$?[\d,]*\.?\d+$|^[A-Z\d]\d{3}[A-Z\d]$/i;

/** Whether cells look like the header of a hospital's own table of charges: a code, and prices only a hospital lists. */
export function isChargeHeader(header: readonly string[]): boolean {
  if (header.some((cell) => valueCell.test(cell.trim()))) return false;
  const words = header.map(headingWords);
  const prices = words.filter((heading) =>
    /^gross\b|\bgross charges?\b|\b(cash|self pay) (price|discount)|^discounted cash|\bde ?identified\b|\b(min|max)(imum)? negotiated\b/.test(
      heading,
    ),
  );
  return prices.length > 0 && words.length >= 4 && fieldIndex(words, 'code') !== -1;
}

/**
 * What the headings of a hospital's own table say. A heading names a payer where the alias table knows a company or a
 * line of business in it, or, with a doubt, where it is of no known kind and amounts stand below it.
 *
 * @param rows some rows, for telling amounts from text.
 */
export function chargeColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  names: PayerReader,
): GuessedCharges {
  const words = header.map(headingWords);
  const fields: Partial<Record<ChargeField, string>> = {};
  const taken = new Set<number>();
  for (const field of chargeFields) {
    const index = fieldIndex(words, field, (candidate) => !taken.has(candidate));
    if (index === -1) continue;
    fields[field] = header[index] ?? '';
    taken.add(index);
  }
  const payers: string[] = [];
  const unsure: string[] = [];
  // A table with a payer in each row has none in its headings.
  const isTall = fields.payer !== undefined && fields.rate !== undefined;
  for (const [index, heading] of isTall ? [] : header.entries()) {
    if (taken.has(index) || heading === '' || names.isNotAPayer(heading)) continue;
    const { brandAlias, lineAlias } = names.read(heading, '');
    const isKnown = brandAlias !== undefined || lineAlias !== undefined;
    const amounts = shareOfAmounts(rows, index);
    if (isKnown ? amounts < 0.5 : amounts < 0.6 || others.test(words[index] ?? '')) continue;
    payers.push(heading);
    if (!isKnown) unsure.push(heading);
  }
  return { fields, payers, unsure };
}

function fieldIndex(
  words: readonly string[],
  field: ChargeField,
  isFree: (index: number) => boolean = () => true,
): number {
  for (const pattern of headings[field]) {
    const index = words.findIndex((heading, at) => isFree(at) && pattern.test(heading));
    if (index !== -1) return index;
  }
  return -1;
}

/** The share of a column's cells that hold an amount, a percentage or N/A; blank ones do not count. 1 where all are blank. */
function shareOfAmounts(rows: readonly (readonly string[])[], index: number): number {
  // An amount is short; the pattern takes the square of a cell's length.
  const cells = rows.map((row) => (row[index] ?? '').trim().slice(0, 200)).filter((cell) => cell !== '');
  const amounts = cells.filter((cell) =>
    /^\(?-?\$?\s*[\d,]*\.?\d+\s*%?\)?$|^n\.?\/?a\.?$|^null$|^-+$|\d\s*(%|per (day|diem)\b)|\$\s*\d/i.test(
      cell,
    ),
  );
  return cells.length === 0 ? 1 : amounts.length / cells.length;
}
