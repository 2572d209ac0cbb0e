const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as published files write it, as `2026`, `2026-01` or `2026-01-31`; undefined where it is none from 1990 to 2100.
 *
 * Read are `2026`, `2026-01`, `2026-01-31` (or with `/`, a time behind it), `20260131`, as the US writes it `1/31/2026`
 * or `January 31, 2026`, as a spreadsheet shows what was typed, `31-Jan-26` and `Jan-26`, and as it counts days: 46053 is
 * 2026-01-31. A year of two digits is read behind two slashes (`1/31/26`) or the name of a month only, and as spreadsheets
 * read it: to 29 it is of this century, from 30 on of the last.
 */
export function publishedDate(text: string): string | undefined {
  const bare = text.trim();
  if (/^\d{5}$/.test(bare)) return publishedDate(dayOfSerial(Number(bare)));
  const [year, month, day] = parts(bare);
  const inRange = (part: string | undefined, most: number) =>
    part === undefined || (Number(part) >= 1 && Number(part) <= most);
  if (year === undefined || Number(year) < 1990 || Number(year) > 2100) return undefined;
  if (!inRange(month, 12) || !inRange(day, daysOf(Number(year), Number(month)))) return undefined;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}

function parts(text: string): readonly (string | undefined)[] {
  const iso =
    /^(\d{4})(?:\.0+|(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[ T][\d:.+Z-]*)?)?)?)$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return iso.slice(1);
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?: [\d:]+(?: ?[AP]M)?)?$/i.exec(text);
  if (us) return [us[3], us[1], us[2]];
  const short = /^(\d{1,2})\/(\d{1,2})\/(\d{2})(?: [\d:]+(?: ?[AP]M)?)?$/i.exec(text);
  if (short) return [ofCentury(short[3]), short[1], short[2]];
  const named = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (named) return [named[3], monthOf(named[1]), named[2]];
  const shown = /^(?:(\d{1,2})[- ])?([a-z]{3,9})\.?[- ](\d{4}|(?<=-)\d{2})$/i.exec(text);
  return [ofCentury(shown?.[3]), monthOf(shown?.[2]), shown?.[1]];
}

/** A year behind two slashes or a month's name, of two digits or four. */
function ofCentury(digits: string | undefined): string | undefined {
  return digits?.length === 2 ? `${Number(digits) < 30 ? 20 : 19}${digits}` : digits;
}

/** The number of a month by the first three letters of its name; `0`, which no month has, for other words. */
function monthOf(word = ''): string {
  return String(months.indexOf(word.slice(0, 3).toLowerCase()) + 1);
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1899-12-30, as Excel counts them from March 1900 on. */
function dayOfSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}
