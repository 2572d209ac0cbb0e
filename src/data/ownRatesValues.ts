import { places } from '../domain/place.ts';
import { publishedBillingClass } from '../domain/publishedBillingClass.ts';
import { serviceCode, serviceType } from '../domain/publishedCode.ts';
import { publishedDate } from '../domain/publishedDate.ts';
import { publishedSetting } from '../domain/publishedSetting.ts';
import type { BillingClass, CodeType, Setting } from '../domain/rateTable.ts';

/** A cell read into a value (perhaps with a warning), or the reason its line is left out. */
export type Reading<T> = { readonly value: T; readonly warning?: string } | { readonly fault: string };

/** Trimmed; Excel's way of forcing text, `="97110"`, is unwrapped. */
export function plainCell(text: string): string {
  const trimmed = text.trim();
  const [, forced = trimmed] = /^="([^"]*)"$/.exec(trimmed) ?? [];
  return forced.trim();
}

/** Why a cell holds no value of its own, whatever its column; undefined when it may. */
export function spreadsheetFault(text: string): string | undefined {
  if (text.startsWith('=')) return 'This is a formula. Paste its value instead.';
  if (/^#(ref!|value!|name\?|n\/a|null!|num!|div\/0!|spill!)$/i.test(text))
    return 'This is a spreadsheet error.';
  if (text.includes('\n')) return 'This cell runs over several lines. A quote may have been left open.';
  return undefined;
}

export interface CodeReading {
  readonly code: string;
  readonly codeType: CodeType;
  /** From `97110-GP`; '' when the cell holds the code alone. */
  readonly modifier: string;
}

/** A CPT or HCPCS code: 5 digits, 4 digits and a letter, or a letter and 4 digits. */
export function readCode(text: string): Reading<CodeReading> {
  if (text === '') return { fault: 'The code is blank.' };
  const found = serviceCode(text);
  if (found) return { value: { ...found, codeType: serviceType(found.code) } };
  if (/^\d{1,4}$/.test(text)) {
    return {
      fault: 'This number lost its leading zero or is not a CPT or HCPCS code, which has 5 characters.',
    };
  }
  return { fault: 'This is not a CPT or HCPCS code of 5 characters such as 97110 or G0283.' };
}

const placeByWord = new Map(
  places.flatMap(({ code, name }) => [
    [code.toLowerCase(), code],
    [name.toLowerCase(), code],
  ]),
);
for (const [word, code] of [
  ['d.c.', 'DC'],
  ['washington dc', 'DC'],
  ['washington, dc', 'DC'],
  ['washington d.c.', 'DC'],
  ['us virgin islands', 'VI'],
  ['u.s. virgin islands', 'VI'],
] as const) {
  placeByWord.set(word, code);
}

/** One of the 53 places by postal code or name; '' when blank. */
export function readPlace(text: string): Reading<string> {
  if (text === '') return { value: '' };
  const code = placeByWord.get(text.toLowerCase().replace(/\s+/g, ' '));
  if (code !== undefined) return { value: code };
  return { fault: 'This is not a US state, DC, Puerto Rico or the Virgin Islands. Write it as TX or Texas.' };
}

export interface DateReading {
  /** `2026`, `2026-01` or `2026-01-31`; '' when blank. */
  readonly date: string;
  /** 0 when blank: the year is not stated. */
  readonly year: number;
}

/** A date in one of the forms of `publishedDate`. */
export function readDate(text: string): Reading<DateReading> {
  if (text === '') return { value: { date: '', year: 0 } };
  const date = publishedDate(text);
  if (date === undefined)
    return { fault: 'This is not a year from 1990 to 2100 or a date such as 2026-01-31.' };
  return { value: { date, year: Number(date.slice(0, 4)) } };
}

/** A setting; what names none is a warning and counts as not stated. */
export function readSetting(text: string): Reading<Setting> {
  const value = publishedSetting(text);
  if (value !== undefined) return { value };
  return { value: '', warning: 'Not outpatient, inpatient, both or emergency; read as not stated.' };
}

/** A billing class; what names none is a warning and counts as not stated. */
export function readBillingClass(text: string): Reading<BillingClass> {
  const value = publishedBillingClass(text);
  if (value !== undefined) return { value };
  return { value: '', warning: 'Not facility, professional or institutional; read as not stated.' };
}

/** Modifiers joined with `|`, as the release writes them. */
export function readModifiers(text: string): Reading<string> {
  const words = text.toUpperCase().match(/[^\s,;|/]+/g) ?? [];
  const odd = words.some((word) => !/^[A-Z0-9]{2}$/.test(word));
  const value = words.join('|');
  return odd ? { value, warning: 'A modifier has 2 characters, such as GP; kept as written.' } : { value };
}
