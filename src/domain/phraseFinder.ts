import { groupBy } from './groupBy.ts';
import { nameWords } from './nameWords.ts';
import { oneTypoApart } from './oneTypoApart.ts';
import type { PayerAlias } from './payerAlias.ts';

/** A row of the alias table found in a name: its words are `words[from]` up to, not including, `words[to]`. */
export interface FoundPhrase {
  readonly alias: PayerAlias;
  readonly from: number;
  readonly to: number;
  /** Letters of the row's words: the longer of two rows knows more. */
  readonly length: number;
}

interface Phrase {
  readonly alias: PayerAlias;
  readonly words: readonly string[];
  /** The words written together, because BlueCross, Blue Cross and BLUE_CROSS are one name. */
  readonly letters: string;
  readonly runsOn: boolean;
}

/** Shorter words are too near to others for a slip to be forgiven: Regency is not Regence. */
const shortestForgiven = 8;
/** A slip in a shorter word is forgiven where the word is common, as health is: Union Health is not Unison Health. */
const shortestCommonWord = 5;
const commonFrom = 5;

/**
 * Finds the rows whose words a name holds. Spaces do not count, word ends do. A row within a longer one found at the
 * same place is left out: "Blue Ridge" is not Blue.
 *
 * @param isKnown whether a word is right as it stands, so that no slip is looked for in it.
 * @returns a function of a name's words; its second argument says whether one slip of the pen is forgiven, which is
 *   done only in words of `anywhere` rows with 8 letters or more.
 */
export function phraseFinder(
  aliases: readonly PayerAlias[],
  isKnown: (word: string) => boolean,
): (words: readonly string[], forgiving: boolean) => readonly FoundPhrase[] {
  const phrases = aliases.map((alias): Phrase => {
    const words = nameWords(alias.words);
    return { alias, words, letters: words.join(''), runsOn: alias.words.endsWith('*') };
  });
  const whole = groupBy(phrases, (phrase) => phrase.letters);
  const running = phrases.filter((phrase) => phrase.runsOn);
  const timesUsed = new Map<string, number>();
  for (const word of phrases.flatMap((phrase) => phrase.words))
    timesUsed.set(word, (timesUsed.get(word) ?? 0) + 1);
  const isForgiven = (word: string) =>
    word.length >= shortestForgiven ||
    (word.length >= shortestCommonWord && (timesUsed.get(word) ?? 0) >= commonFrom);
  const longest = Math.max(0, ...phrases.map((phrase) => phrase.letters.length));
  const forgivable = groupBy(
    phrases.filter(({ alias, letters }) => alias.match === 'anywhere' && letters.length >= shortestForgiven),
    ({ letters }) => letters[0],
  );

  return (words, forgiving) => {
    const found: FoundPhrase[] = [];
    const add = ({ alias, letters }: Phrase, from: number, to: number) => {
      if (alias.match !== 'start' || from === 0) found.push({ alias, from, to, length: letters.length });
    };
    for (let from = 0; from < words.length; from += 1) {
      let letters = '';
      for (let to = from + 1; to <= words.length && letters.length <= longest; to += 1) {
        const before = letters.length;
        letters += words[to - 1];
        for (const phrase of whole.get(letters) ?? []) add(phrase, from, to);
        for (const phrase of running) {
          const endsHere = phrase.letters.length > before && phrase.letters.length < letters.length;
          if (endsHere && letters.startsWith(phrase.letters)) add(phrase, from, to);
        }
      }
      if (!forgiving) continue;
      // A slip in the first letter is not forgiven.
      for (const phrase of forgivable.get(words[from]?.[0]) ?? []) {
        const to = misspelledUntil(words, from, phrase, isForgiven, isKnown);
        if (to !== undefined) add(phrase, from, to);
      }
    }
    return found.filter((each) => !found.some((other) => covers(other, each)));
  };
}

function covers(long: FoundPhrase, short: FoundPhrase): boolean {
  return long.length > short.length && long.from < short.to && short.from < long.to;
}

/** Where a phrase with one slip ends that begins at `from`; undefined when there is none. */
function misspelledUntil(
  words: readonly string[],
  from: number,
  phrase: Phrase,
  isForgiven: (word: string) => boolean,
  isKnown: (word: string) => boolean,
): number | undefined {
  const first = words[from] as string;
  if (!isKnown(first) && oneTypoApart(first, phrase.letters)) return from + 1;
  if (phrase.runsOn && !isKnown(first) && first.length > phrase.letters.length + 1) {
    const { length } = phrase.letters;
    for (const end of [length - 1, length, length + 1])
      if (oneTypoApart(first.slice(0, end), phrase.letters)) return from + 1;
  }
  // Word by word: written together, "health new" would be one slip from "health net".
  const misspelled = phrase.words.filter((word, at) => word !== words[from + at]);
  const at = phrase.words.findIndex((word, index) => word !== words[from + index]);
  const [right = ''] = misspelled;
  const written = words[from + at] ?? '';
  if (misspelled.length !== 1 || isKnown(written) || !isForgiven(right)) return undefined;
  const ends = phrase.runsOn && at === phrase.words.length - 1 ? [-1, 0, 1] : [written.length];
  const near = ends.some((extra) => oneTypoApart(right, written.slice(0, right.length + extra)));
  return near ? from + phrase.words.length : undefined;
}
