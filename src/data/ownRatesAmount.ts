import { parseDollars } from '../domain/money.ts';
import type { Reading } from './ownRatesValues.ts';

/** How a file writes its cents: `36.50`, `36,50`, or with what none of its amounts tells though it might be a comma. */
export type DecimalMark = 'point' | 'comma' | 'either';

const mostCents = 999_999_999;

/**
 * `comma` only when some amounts can only be read that way (`36,50`, `1.234,5`) and none only the other way (`36.50`,
 * `1,234.5`). A file with both is read with a point, and each comma amount becomes a problem: guessing line by line
 * would turn 1,234 into 1.234 somewhere.
 *
 * `see` is told the amounts in turn, until it answers false: what is left to see then changes nothing. `mark` is asked
 * for with what holds where no amount tells.
 */
export function decimalMarks(): {
  readonly see: (text: string) => boolean;
  readonly mark: (untold?: DecimalMark) => DecimalMark;
} {
  let mark: DecimalMark | undefined;
  return {
    see(text) {
      const digits = text.replace(/[^\d.,]/g, '');
      if (/^\d*\.\d{1,2}$|^\d{1,3}(,\d{3})+\.\d*$|^\d{1,3}(,\d{3}){2,}$/.test(digits)) mark = 'point';
      else if (/^\d+,\d{1,2}$|^\d{1,3}(\.\d{3})+,\d*$|^\d{1,3}(\.\d{3}){2,}$/.test(digits)) mark = 'comma';
      return mark !== 'point';
    },
    mark: (untold = 'point') => mark ?? untold,
  };
}

/** What is to be said of `1,234` where it may be either. @param example of an amount that is not. */
export function thousandsOrDecimals(mark: Exclude<DecimalMark, 'point'>, example: string): string {
  const why =
    mark === 'comma' ? 'as the file writes decimal commas' : 'and no other amount of the file tells';
  return `This may be thousands or three decimals, ${why}. Write it out, such as ${example}.`;
}

/** Dollars as text, in whole cents: more than 0, at most 9,999,999.99. */
export function readAmount(text: string, mark: DecimalMark): Reading<number> {
  if (text === '') return { fault: 'The rate is blank. Give an amount, or leave the line out.' };
  if (/^(n\.?\/?a\.?|none|null|nil|nan|tbd|unknown|not available|\$?\s*[-–—.?]+)$/i.test(text)) {
    return { fault: 'This says there is no rate. Give an amount, or leave the line out.' };
  }
  if (text.endsWith('%')) return { fault: 'This is a percentage. Give the rate in dollars, such as 36.50.' };
  const bracketed = /^(?:\$\s*)?\(.*\)$/.test(text);
  const bare = (bracketed ? text.slice(text.indexOf('(') + 1, -1) : text)
    .replace(/^(usd|us(?=\s*\$))|usd$/i, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\$)\s+/, '')
    .trim();
  let point = bare;
  if (mark !== 'point' && /^-?\$?\d{1,3}[.,]\d{3}$/.test(bare)) {
    return { fault: thousandsOrDecimals(mark, mark === 'comma' ? '1234,00' : '1234.00') };
  }
  if (mark === 'comma') point = /,.*\./.test(bare) ? '?' : bare.replaceAll('.', '').replace(',', '.');
  const cents = parseDollars(point);
  if (cents === undefined) {
    return {
      fault: /^-?\$?\d+,\d{1,2}$/.test(bare)
        ? 'This has a decimal comma, other amounts of the file a decimal point. Write it with a point, such as 36.50.'
        : 'This is not a dollar amount such as 36.50.',
    };
  }
  if (cents < 0 || (bracketed && cents > 0)) return { fault: 'The rate is negative.' };
  if (cents === 0) return { fault: 'The rate is 0. Give an amount, or leave the line out.' };
  if (cents > mostCents) return { fault: 'The rate is over $9,999,999.99, more than one service is paid.' };
  return { value: cents };
}
