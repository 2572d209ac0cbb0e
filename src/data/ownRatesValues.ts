import { places } from '../domain/place.ts';
import type { BillingClass, CodeType, Setting } from '../domain/rateTable.ts';

/** A cell read into a value (perhaps with a warning), or the reason its line is left out. */
export type Reading<T> = { readonly value: T; readonly warning?: string } | { readonly fault: string };

/** Trimmed; Excel's way of forcing text, `="97110"`, is unwrapped. */
export function plainCell(text: string): string {
  const trimmed = text.trim();
  return /^="([^"]*)"$/.exec(trimmed)?.[1]?.trim() ?? trimmed;
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
  const match = /^(\d{5}|\d{4}[A-Z]|[A-Z]\d{4})(?:\.0+|(?:\s*[-/:]\s*|\s+)([A-Z0-9]{2}))?$/.exec(
    text.toUpperCase(),
  );
  if (match?.[1] !== undefined) {
    const code = match[1];
    return { value: { code, codeType: /^[A-Z]/.test(code) ? 'HCPCS' : 'CPT', modifier: match[2] ?? '' } };
  }
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

/**
 * `2026`, `2026-01`, `2026-01-31` (or with `/`, a time behind it), as the US writes it `1/31/2026`, or as a spreadsheet
 * counts days: 46053 is 2026-01-31.
 */
export function readDate(text: string): Reading<DateReading> {
  if (text === '') return { value: { date: '', year: 0 } };
  if (/^\d{5}$/.test(text)) return readDate(dayOfSerial(Number(text)));
  const iso = /^(\d{4})(?:\.0+|(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[ T][\d:.+Z-]*)?)?)?)$/.exec(text);
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const [year, month, day] = us ? [us[3], us[1], us[2]] : [iso?.[1], iso?.[2], iso?.[3]];
  const inRange = (part: string | undefined, most: number) =>
    part === undefined || (Number(part) >= 1 && Number(part) <= most);
  if (
    year === undefined ||
    Number(year) < 1990 ||
    Number(year) > 2100 ||
    !inRange(month, 12) ||
    !inRange(day, 31)
  ) {
    return { fault: 'This is not a year from 1990 to 2100 or a date such as 2026-01-31.' };
  }
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
  return { value: { date, year: Number(year) } };
}

/** Days since 1899-12-30, as Excel counts them from March 1900 on. */
function dayOfSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

const settingWords = new Map<string, Setting>([
  ['', ''],
  ['outpatient', 'outpatient'],
  ['op', 'outpatient'],
  ['hospital outpatient', 'outpatient'],
  ['hopd', 'outpatient'],
  ['inpatient', 'inpatient'],
  ['ip', 'inpatient'],
  ['hospital inpatient', 'inpatient'],
  ['both', 'both'],
  ['ip/op', 'both'],
  ['emergency', 'emergency'],
  ['emergency department', 'emergency'],
  ['emergency room', 'emergency'],
  ['ed', 'emergency'],
  ['er', 'emergency'],
]);

export function readSetting(text: string): Reading<Setting> {
  const value = settingWords.get(text.toLowerCase());
  if (value !== undefined) return { value };
  return { value: '', warning: 'Not outpatient, inpatient, both or emergency; read as not stated.' };
}

const billingClassWords = new Map<string, BillingClass>([
  ['', ''],
  ['facility', 'facility'],
  ['fac', 'facility'],
  ['hospital', 'facility'],
  ['professional', 'professional'],
  ['prof', 'professional'],
  ['pro', 'professional'],
  ['office', 'professional'],
  ['institutional', 'institutional'],
  ['inst', 'institutional'],
]);

export function readBillingClass(text: string): Reading<BillingClass> {
  const value = billingClassWords.get(text.toLowerCase());
  if (value !== undefined) return { value };
  return { value: '', warning: 'Not facility, professional or institutional; read as not stated.' };
}

/** Modifiers joined with `|`, as the release writes them. */
export function readModifiers(text: string): Reading<string> {
  const words = text
    .toUpperCase()
    .split(/[\s,;|/]+/)
    .filter((word) => word !== '');
  const odd = words.some((word) => !/^[A-Z0-9]{2}$/.test(word));
  const value = words.join('|');
  return odd ? { value, warning: 'A modifier has 2 characters, such as GP; kept as written.' } : { value };
}
