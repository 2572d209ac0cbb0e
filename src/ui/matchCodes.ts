import type { BillingCode } from '../domain/billingCode.ts';

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Lower is better; undefined when the code does not match. */
function rank(code: BillingCode, query: readonly string[]): number | undefined {
  const [first = ''] = query;
  const number = code.code.toLowerCase();
  if (query.length === 1 && number === first) return 0;
  const title = wordsOf(code.title);
  const known = [number, ...title, ...wordsOf(code.family), ...code.keywords.flatMap(wordsOf)];
  if (!query.every((word) => known.some((candidate) => candidate.startsWith(word)))) return undefined;
  if (number.startsWith(first)) return 1;
  if (title[0]?.startsWith(first)) return 2;
  return query.every((word) => title.some((candidate) => candidate.startsWith(word))) ? 3 : 4;
}

/** What people write before a number; the number says it all. */
const noise = new Set(['cpt', 'hcpcs', 'code', 'codes']);

/**
 * The codes a search means, best first: the exact number, then numbers that begin so, then titles, then family and
 * keywords. Every word of the search must begin some word of the code. Deleted codes come after those in use.
 *
 * Where no code has all words, those whose whole number is among them: `97110-GP`.
 *
 * @returns nothing for a search without letters or digits.
 */
export function matchCodes(codes: readonly BillingCode[], search: string): BillingCode[] {
  const words = wordsOf(search);
  const telling = words.filter((word) => !noise.has(word));
  const query = telling.length > 0 ? telling : words;
  if (query.length === 0) return [];
  const found = codes.flatMap((code) => {
    const place = rank(code, query);
    const late = code.status === 'deleted' && place !== 0 ? 10 : 0;
    return place === undefined ? [] : [{ code, place: place + late }];
  });
  if (found.length === 0) return codes.filter(({ code }) => query.includes(code.toLowerCase()));
  return found
    .toSorted((a, b) => a.place - b.place || a.code.code.localeCompare(b.code.code, 'en'))
    .map(({ code }) => code);
}
