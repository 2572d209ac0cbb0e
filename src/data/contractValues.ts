import type { CareSite } from '../domain/contract.ts';
import { type DecimalMark, readAmount, thousandsOrDecimals } from './ownRatesAmount.ts';
import type { Reading } from './ownRatesValues.ts';

const mostUnits = 100_000_000;

/** A volume: a whole number of units of 0 or more; null when blank, and for the dash a spreadsheet shows for none. */
export function readVolume(text: string, mark: DecimalMark): Reading<number | null> {
  if (text === '' || isDash(text)) return { value: null };
  const eitherWay = eitherWayFault(text, mark);
  if (eitherWay) return eitherWay;
  const units = wholeNumber(text, mark);
  if (units !== undefined && units >= 0) return { value: units };
  return { fault: 'This is not a whole number of units such as 1200.' };
}

/** Units of a claim line: a whole number other than 0, negative where the line takes an earlier one back. */
export function readClaimUnits(text: string, mark: DecimalMark): Reading<number> {
  const eitherWay = eitherWayFault(text, mark);
  if (eitherWay) return eitherWay;
  const units = wholeNumber(text, mark);
  if (units === undefined) return { fault: 'This is not a whole number of units such as 2.' };
  return units === 0 ? { fault: 'No units: nothing was billed on this line.' } : { value: units };
}

/**
 * `1,000`, where cents stand behind a comma. `1.000` is not in doubt there: a whole number has no decimals. Where nothing
 * tells, both are, but `1,200` is not: there are no parts of a unit.
 */
function eitherWayFault(text: string, mark: DecimalMark): { readonly fault: string } | undefined {
  if (mark === 'point') return undefined;
  const isEitherWay = mark === 'comma' ? /^-?\d{1,3},\d{3}$/ : /^-?\d{1,3}[.,]000$/;
  return isEitherWay.test(text) ? { fault: thousandsOrDecimals(mark, '1200') } : undefined;
}

/** What spreadsheets show for 0 in their accounting formats. */
function isDash(text: string): boolean {
  return /^\$?\s*[-\u2013\u2014]$/.test(text);
}

function wholeNumber(text: string, mark: DecimalMark): number | undefined {
  const pointed = mark === 'comma' ? text.replace(/[.,]/g, (each) => (each === '.' ? ',' : '.')) : text;
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0*)?$/.exec(pointed.replace('\u2212', '-'));
  if (!match) return undefined;
  const units = Number((match[2] as string).replaceAll(',', ''));
  if (units > mostUnits) return undefined;
  return match[1] === '-' && units > 0 ? -units : units;
}

/** What was allowed on a claim line, in cents, for all its units; negative where the line takes an earlier one back. */
export function readAllowed(text: string, mark: DecimalMark): Reading<number> {
  const isNothing = /^[-(]?\$?0*([.,]0*)?\)?$/.test(text) && /0/.test(text);
  if (isNothing || (isDash(text) && text.startsWith('$')))
    return { fault: 'Nothing was allowed: a denied line says nothing of the rate.' };
  // `$(36.50)` is how a spreadsheet's accounting format is saved as CSV.
  const taken = /^(?:[-\u2212]\s*(.+)|(\$)[-\u2212](.+)|(?:\$\s*)?\((.+)\))$/.exec(text);
  if (!taken) return readAmount(text, mark);
  const amount = readAmount(taken[1] ?? taken[4] ?? `${taken[2]}${taken[3]}`, mark);
  return 'fault' in amount ? amount : { ...amount, value: -amount.value };
}

/**
 * The practice's charge in cents; null when blank or 0, which accounting formats show as a dash. Only a claim line takes
 * one back: beside a rate a charge below 0 is none.
 */
export function readCharge(text: string, mark: DecimalMark, isClaims: boolean): Reading<number | null> {
  if (/^\$?0*([.,]0*)?$/.test(text) || isDash(text)) return { value: null };
  const amount = isClaims ? readAllowed(text, mark) : readAmount(text, mark);
  return 'fault' in amount
    ? {
        value: null,
        warning: 'This charge could not be read and is left out; nothing else of the line hangs on it.',
      }
    : amount;
}

/** A share of Medicare as a fraction: `110%`, `110` and `1.1` are all 110%. null when blank. */
export function readMedicareShare(text: string): Reading<number | null> {
  if (text === '') return { value: null };
  const match = /^(\d{1,4}(?:[.,]\d{1,4})?)\s*(%?)$/.exec(text);
  const number = Number((match?.[1] ?? '').replace(',', '.'));
  const share = match?.[2] === '%' || number > largestFraction ? number / 100 : number;
  if (match && share >= 0.05 && share <= 10) return { value: share };
  return { fault: 'This is not a share of Medicare such as 110% (from 5% to 1000%).' };
}

/** A number without a percent sign up to this is a fraction: nobody is paid 5% of Medicare, or five times it in full. */
const largestFraction = 5;

/**
 * CMS place-of-service codes paid at the facility amount (Medicare Claims Processing Manual, chapter 12, 20.4.2; 02 and
 * telehealth left out, because their amount depends on the year).
 */
const facilities = new Set([
  '19',
  '21',
  '22',
  '23',
  '24',
  '26',
  '31',
  '34',
  '41',
  '42',
  '51',
  '52',
  '53',
  '56',
  '61',
]);

/** A place of service, `11` or `11 - Office`, as what Medicare makes of it. */
export function readCareSite(text: string): Reading<CareSite> {
  if (text === '') return { value: '' };
  const code = /^(\d{1,2})(?:\D.*)?$/.exec(text)?.[1]?.padStart(2, '0');
  if (code !== undefined) return { value: facilities.has(code) ? 'facility' : 'non-facility' };
  if (/office|clinic|home/i.test(text)) return { value: 'non-facility' };
  if (/hospital|facility|snf|nursing/i.test(text)) return { value: 'facility' };
  return { value: '', warning: 'Not a place of service such as 11; read as not stated.' };
}

/** Modifiers that say who, where or why, and leave the price as it is. */
const informing = new Set([
  'GP',
  'GO',
  'GN',
  'KX',
  '59',
  'XE',
  'XS',
  'XP',
  'XU',
  '25',
  '76',
  '77',
  'GA',
  'GX',
  'GY',
  '95',
]);

/** Those of joined modifiers that change what is paid, in order of the alphabet. */
export function pricingModifiers(joined: string): string {
  const words = joined.split('|').filter((word) => word !== '' && !informing.has(word));
  return [...new Set(words)].sort().join('|');
}
