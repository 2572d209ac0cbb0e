/**
 * Links go into mails, so none may pass 300 characters with the site before it. Almost all are far shorter and stay in
 * plain words; one that would be longer is written with one letter a key and one capital for each long word.
 * Letters are for good: links in the world use them. Add one, never change one.
 */
const shortKeys: Readonly<Record<string, string>> = {
  line: 'l',
  site: 's',
  basis: 'b',
  files: 'f',
  rows: 'r',
  method: 'm',
  modifier: 'd',
  type: 't',
  provider: 'p',
  outliers: 'o',
  percentiles: 'q',
  medicare: 'y',
  sort: 'c',
  open: 'n',
  shares: 'a',
  whiskers: 'w',
  votes: 'v',
  work: 'k',
  payer: 'u',
  measure: 'h',
  against: 'g',
  mapped: 'j',
  board: 'x',
  listed: 'z',
  embed: 'e',
  pin: 'i',
};

const shortWords: readonly (readonly [long: string, short: string])[] = [
  ['medicare-advantage', 'A'],
  ['behavioral', 'B'],
  ['percent-of-charges', 'C'],
  ['medicaid', 'D'],
  ['estimate', 'E'],
  ['fee-schedule', 'F'],
  ['negotiated', 'G'],
  ['hospital', 'H'],
  ['aetna', 'I'],
  ['unspecified', 'J'],
  ['kaiser', 'K'],
  ['bcbs', 'L'],
  ['medical-center', 'M'],
  ['nearestRank', 'N'],
  ['office', 'O'],
  ['percent-of-medicare', 'P'],
  ['cigna', 'Q'],
  ['rehabilitation', 'R'],
  ['medicare-supplement', 'S'],
  ['tricare', 'T'],
  ['university', 'U'],
  ['uhg', 'V'],
  ['workers-comp', 'W'],
  ['exchange', 'X'],
  ['health', 'Y'],
];

/** Keys whose values have capitals of their own, which would be read as words. */
const ownCapitals = ['modifier', 'place', 'codes'];

/** Stands first in a query of short words, so that a stray letter in a plain one is not taken for a key. */
const mark = '~';

/** `['outliers=out', 'pin=…']` → `~&o=out&i=…`. */
export function shortQuery(parts: readonly string[]): string {
  return [mark, ...parts.map(shortPart)].join('&');
}

function shortPart(text: string): string {
  const at = text.indexOf('=');
  const key = text.slice(0, at);
  let value = text.slice(at + 1);
  if (!ownCapitals.includes(key)) {
    for (const [long, capital] of shortWords) value = value.replaceAll(long, capital);
  }
  return `${shortKeys[key] ?? key}=${value}`;
}

/** Keys and values in plain words, whichever way they were written. */
export function inPlainWords(params: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (!params.has(mark)) return params;
  const plain = new Map<string, string>();
  for (const [key, value] of params) {
    const long = Object.keys(shortKeys).find((each) => shortKeys[each] === key) ?? key;
    if (key !== mark) plain.set(long, ownCapitals.includes(long) ? value : spelled(value));
  }
  return plain;
}

function spelled(value: string): string {
  return value.replace(/[A-Z]/g, (letter) => shortWords.find(([, short]) => short === letter)?.[0] ?? letter);
}
