import type { CodeType } from './rateTable.ts';

export interface PublishedCode {
  readonly code: string;
  readonly codeType: CodeType;
  /** Written behind the code (`97110-GP`), joined with `|`; '' is none. */
  readonly modifier: string;
}

/** Type words as letters and digits only. Some hospitals type CPT codes as HCPCS; a rate keeps the type it is given. */
const typeWords: ReadonlyMap<string, CodeType | 'CPT or HCPCS'> = new Map([
  ['CPT', 'CPT'],
  ['CPT4', 'CPT'],
  ['HCPCS', 'HCPCS'],
  ['HCPC', 'HCPCS'],
  ['HCPCSII', 'HCPCS'],
  ['HCPCSLEVELII', 'HCPCS'],
  ['CPTHCPCS', 'CPT or HCPCS'],
  ['CPTHCPC', 'CPT or HCPCS'],
  ['CPT4HCPCS', 'CPT or HCPCS'],
  ['HCPCSCPT', 'CPT or HCPCS'],
  ['HCPCSCPT4', 'CPT or HCPCS'],
  ['HCPCPT', 'CPT or HCPCS'],
  ['APC', 'APC'],
]);

const services =
  /^(\d{5}|\d{4}[A-Z]|[A-Z]\d{4})(?:\.0+|[A-Z][A-Z0-9]|(?:(?:\s*[-/:|]\s*|\s+)[A-Z0-9]{2})+)?$/;

/** A cell's text without what spreadsheets wrap codes in to keep their zeros: `="00100"`, `'00100`. */
function unwrapped(text: string): string {
  const trimmed = text.trim();
  return /^="([^"]*)"$/.exec(trimmed)?.[1]?.trim() ?? trimmed.replace(/^'/, '').trim();
}

/** A CPT or HCPCS code, 5 digits, 4 digits and a letter, or a letter and 4 digits, and the modifiers behind it. */
export function serviceCode(text: string): Pick<PublishedCode, 'code' | 'modifier'> | undefined {
  const upper = unwrapped(text).toUpperCase();
  if (!services.test(upper)) return undefined;
  const rest = upper.slice(5).replace(/^\.0+/, '');
  return { code: upper.slice(0, 5), modifier: (rest.match(/[A-Z0-9]{2}/g) ?? []).join('|') };
}

/**
 * The code of an item, where it is of a type we know rates of: CPT, HCPCS or an ambulatory payment classification.
 * A CPT code that a spreadsheet took for a number gets its zeros back. undefined for every other type (revenue codes,
 * chargemaster numbers, diagnosis groups, drugs), and for what is no code of the type it is said to have.
 */
export function publishedCode(text: string, typeText: string): PublishedCode | undefined {
  const type = typeWords.get(typeText.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  if (type === undefined) return undefined;
  if (type === 'APC') {
    const code = /^(?:APC\s*)?0*([A-Z]?\d{3,4})$/.exec(unwrapped(text).toUpperCase())?.[1];
    return code === undefined ? undefined : { code: code.padStart(4, '0'), codeType: 'APC', modifier: '' };
  }
  const found = serviceCode(/^\s*[1-9]\d{2,3}\s*$/.test(text) ? text.trim().padStart(5, '0') : text);
  if (found === undefined) return undefined;
  return { ...found, codeType: type === 'CPT or HCPCS' ? serviceType(found.code) : type };
}

/** The type of a code that nothing says the type of: a letter before the digits is HCPCS level II. */
export function serviceType(code: string): 'CPT' | 'HCPCS' {
  return /^[A-Z]/.test(code) ? 'HCPCS' : 'CPT';
}
