import type { ParquetParsers, SchemaElement } from 'hyparquet';

/** What a cell of a Parquet file may hold once it is unpacked. */
export type ParquetValue = string | number | bigint | boolean | Uint8Array | null | undefined;

/** Days and times as text, `2026-01-31` or `2026-01-31T08:30:00`, without a time where it is midnight. */
export const dateParsers = {
  dateFromDays: (days) => dateText(days * 86_400_000),
  timestampFromMilliseconds: (millis) => dateText(Number(millis)),
  timestampFromMicroseconds: (micros) => dateText(Number(micros / 1000n)),
  timestampFromNanoseconds: (nanos) => dateText(Number(nanos / 1_000_000n)),
  jsonFromBytes: (bytes) => new TextDecoder().decode(bytes),
} satisfies Partial<ParquetParsers>;

function dateText(millis: number): string {
  const date = new Date(millis);
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

/** Whether a column's numbers are whole numbers of its last decimal, whatever type they are kept as. */
export function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
}

/** Digits behind the point of a decimal column; undefined for other columns. */
export function decimalScale(element: SchemaElement): number | undefined {
  if (!isDecimal(element)) return undefined;
  const { scale, logical_type: kind } = element;
  return scale ?? (kind?.type === 'DECIMAL' ? kind.scale : 0);
}

/**
 * A cell as text that means the same: decimals digit by digit, never through a binary number; whole numbers without a
 * point, so that 97110 is a code whatever it is kept as; single-precision numbers by the digits they hold. Blank for none.
 */
export function parquetText(value: ParquetValue, element: SchemaElement): string {
  if (value === null || value === undefined) return '';
  if (isDecimal(element) && isUnscaled(value)) return decimalText(value, decimalScale(element) ?? 0);
  if (typeof value === 'number') return numberText(value, element.type === 'FLOAT');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return String(value);
}

function numberText(value: number, isSingle: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (!isSingle) return String(value);
  // 36.35 in single precision is 36.349998474121094 in double: the shortest text that gives the same single is meant.
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  // Nine digits tell any two singles apart.
  return String(Number(value.toPrecision(9)));
}

/** A whole number, or its bytes: a column that says its fractions are decimals is taken as it is. */
function isUnscaled(value: ParquetValue): value is number | bigint | Uint8Array {
  return typeof value === 'bigint' || value instanceof Uint8Array || Number.isInteger(value);
}

function decimalText(value: number | bigint | Uint8Array, scale: number): string {
  const unscaled = value instanceof Uint8Array ? signedNumber(value) : BigInt(value);
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const decimals = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return `${unscaled < 0n ? '-' : ''}${whole}${decimals}`;
}

/** Two's complement, the highest byte first. */
function signedNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return (bytes[0] ?? 0) >= 0x80 ? value - 256n ** BigInt(bytes.length) : value;
}
