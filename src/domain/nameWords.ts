/** Words that come and go between two spellings of one name. */
const fillers = new Set(['and', 'the', 'of', 'inc', 'llc', 'ltd', 'corp', 'corporation', 'dba']);

/** Characters of a name that are read: no payer's is longer, and a cell of a damaged file may be of any length. */
const longestName = 500;

/**
 * A name as its words in lower case: `AetnaBetterHealth_MCD [1001]` → aetna, better, health, mcd.
 * Numbers in square brackets and tax ids are no part of a name; camel case is split; accents and apostrophes go.
 */
export function nameWords(text: string): readonly string[] {
  return (
    text
      .slice(0, longestName)
      .replace(/\[[^\]]*\]|\((?:ein|id|tin)\b[^)]*\)/gi, ' ')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f’'`]/g, '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll}{3,})/gu, '$1 $2')
      .toLowerCase()
      // Two words that would be an ordinary word written together.
      .replace(/\bmedi[\s_-]cal\b/g, 'medicalifornia')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !fillers.has(word))
  );
}
