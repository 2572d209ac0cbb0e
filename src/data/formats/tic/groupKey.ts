import type { JsonText } from '../jsonText.ts';

/**
 * What a provider group's number is known by. Some payers number with decimals (`320.25975`), with more digits than a
 * number keeps, or in quotes: then it is the text, without zeros that say nothing.
 */
export function groupKey(number: JsonText): number | string {
  const whole = number.wholeNumber();
  if (whole >= 0) return whole;
  const text = number.text().trim();
  const [, digits = '', fraction = ''] = /^0*(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (digits === '') return text;
  return fraction === '' ? (digits.length <= 15 ? Number(digits) : digits) : `${digits}.${fraction}`;
}
