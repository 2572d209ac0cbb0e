/**
 * Links go into mails, so none may pass 300 characters with the site before it. Almost all are far shorter and stay in
 * plain words; one that would be longer is written as one run behind `~`, parts joined by `_`: a letter for the key and
 * its value, one capital for each long word, nothing for a value that is the only one beside the usual.
 * Letters, words and sole values are for good: links in the world use them. Words may be added at the end, never moved.
 * A key added later than these 26 keeps its plain word.
 */
const shortKeys =
  'shares basis sort modifier embed files against measure pin mapped work line method open outliers provider percentiles rows site type payer votes whiskers board medicare listed'.split(
    ' ',
  );

/** `A` for the first, as the keys are `a` for the first. None of them is part of one after it. */
const shortWords =
  'medicare-advantage behavioral percent-of-charges medicaid estimate fee-schedule negotiated hospital aetna unspecified kaiser bcbs medical-center nearestRank office percent-of-medicare cigna rehabilitation medicare-supplement tricare university uhg workers-comp exchange health medicare'.split(
    ' ',
  );

/** The key alone says them. */
const soleValues =
  'basis=rates rows=all outliers=out whiskers=fences votes=all measure=mean against=medicare'.split(' ');

/** Stands first in a query of short words, so that a stray letter in a plain one is not taken for a key. */
const mark = '~';

/** In no value, left as it is by every mailer, and no sign of markup within a word, as a second `~` might be. */
const joint = '_';

/** `['outliers=out', 'site=office', 'place=TX', 'files=2024-']` → `~o_sO_place:TX_f24-`. */
export function shortQuery(parts: readonly string[]): string {
  return mark + parts.map(shortPart).join(joint);
}

function shortPart(part: string): string {
  const at = part.indexOf('=');
  const key = part.slice(0, at);
  const known = shortKeys.indexOf(key);
  if (known < 0) return part.replace('=', ':');
  return (
    String.fromCharCode(97 + known) + (soleValues.includes(part) ? '' : shortValue(key, part.slice(at + 1)))
  );
}

function shortValue(key: string, text: string): string {
  if (hasYears(key)) return text.replace(/20(\d\d)/g, '$1');
  if (key === 'pin') return text.replace(/[-.]/g, '');
  let value = text;
  for (const [index, word] of shortWords.entries()) {
    value = value.replaceAll(word, String.fromCharCode(65 + index));
  }
  return key === 'shares' ? value.replace(/\.?([A-Z])-/g, '$1') : value;
}

/** Keys and values in plain words, whichever way they were written: as `~o_sO`, or as once, `~&o=out&s=O`. */
export function inPlainWords(params: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const plain = new Map<string, string>();
  const set = (key: string, value: string) => {
    if (!plain.has(key)) plain.set(key, value);
  };
  for (const [key, value] of params) {
    if (key[0] === mark) {
      const run = value === '' ? key : `${key}=${value}`;
      for (const part of run.slice(1).split(joint)) {
        const [before = '', after] = part.split(':');
        if (after !== undefined) set(before, after);
        else if (part !== '') setLong(part.slice(0, 1), part.slice(1));
      }
    } else if (params.has(mark) && key.length === 1) setLong(key, value);
    else set(key, value);
  }
  return plain;

  function setLong(letter: string, value: string): void {
    const key = shortKeys[letter.charCodeAt(0) - 97] ?? letter;
    set(key, longValue(key, value));
  }
}

/** What stands in plain words already stays, for the first short links had it so. */
function longValue(key: string, text: string): string {
  const sole = text === '' && soleValues.find((each) => each.startsWith(`${key}=`));
  if (sole) return sole.slice(key.length + 1);
  if (key === 'modifier') return text;
  if (hasYears(key)) return text.replace(/\b\d\d\b/g, '20$&');
  if (key === 'pin') return text.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3.');
  const parted = key === 'shares' ? text.replace(/[A-Z](?!-)/g, '.$&-').replace(/^\./, '') : text;
  return parted.replace(/[A-Z]/g, (capital) => shortWords[capital.charCodeAt(0) - 65] ?? capital);
}

function hasYears(key: string): boolean {
  return key === 'files' || key === 'medicare';
}
