/**
 * Links go into mails, so none may pass 300 characters with the site before it. Almost all are far shorter and stay in
 * plain words; one that would be longer is written with one letter a key and one capital for each long word.
 * Letters are for good: links in the world use them. Words may be added at the end, never moved. A key added later than
 * these 26 keeps its plain word.
 */
const shortKeys =
  'shares basis sort modifier embed files against measure pin mapped work line method open outliers provider percentiles rows site type payer votes whiskers board medicare listed'.split(
    ' ',
  );

/** `A` for the first, as the keys are `a` for the first. None of them is part of one after it. */
const shortWords =
  'medicare-advantage behavioral percent-of-charges medicaid estimate fee-schedule negotiated hospital aetna unspecified kaiser bcbs medical-center nearestRank office percent-of-medicare cigna rehabilitation medicare-supplement tricare university uhg workers-comp exchange health'.split(
    ' ',
  );

function letter(index: number, first: 'a' | 'A'): string {
  return String.fromCharCode(first.charCodeAt(0) + index);
}

/** Keys whose values have capitals of their own, and no words: they are not read as such. */
const ownCapitals = ['modifier', 'place', 'codes', 'code', 'state'];

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
  for (const [index, word] of shortWords.entries()) value = value.replaceAll(word, letter(index, 'A'));
  const known = shortKeys.indexOf(key);
  return `${known < 0 ? key : letter(known, 'a')}=${value}`;
}

/** Keys and values in plain words, whichever way they were written. */
export function inPlainWords(params: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (!params.has(mark)) return params;
  const plain = new Map<string, string>();
  for (const [key, value] of params) {
    const long = (key.length === 1 && shortKeys[key.charCodeAt(0) - 97]) || key;
    if (key !== mark) plain.set(long, ownCapitals.includes(long) ? value : spelled(value));
  }
  return plain;
}

function spelled(value: string): string {
  return value.replace(/[A-Z]/g, (capital) => shortWords[capital.charCodeAt(0) - 65] ?? capital);
}
