import { codeColumns } from '../data/readCodes.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import { compareText } from './compareText.ts';
import { csvFile } from './csvFile.ts';
import { InputError } from './inputError.ts';
import type { OutputFile } from './outputFile.ts';

/** @throws InputError when a code stands twice, or is replaced by one the catalogue does not hold. */
export function codesFile(codes: readonly BillingCode[]): OutputFile {
  const known = new Set(codes.map((code) => code.code));
  const replacements = codes.flatMap((code) => code.replacedBy.filter((other) => !known.has(other)));
  if (replacements.length > 0)
    throw wrong(replacements.join(', '), 'The catalogue lacks a replacement code.');
  if (known.size < codes.length) throw wrong('', 'A code stands twice in the catalogue.');
  const rows = codes.map((code) => [
    code.code,
    code.codeType,
    code.title,
    code.family,
    code.timing,
    code.unitMinutes === null ? '' : String(code.unitMinutes),
    code.status,
    code.replacedBy.join('|'),
    code.note,
    code.keywords.join('|'),
  ]);
  return csvFile(
    'codes.csv',
    codeColumns,
    rows.toSorted(([a = ''], [b = '']) => compareText(a, b)),
  );
}

function wrong(found: string, message: string): InputError {
  return new InputError([{ file: 'codes.csv', line: 0, column: 'code', found, message, leftOut: true }]);
}
