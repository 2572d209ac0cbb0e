import type { PlanLine } from './payer.ts';

/**
 * What a row of the alias table says its words are:
 * `brand` a name that belongs to a parent; `line` words that name a line of business; `product` words such as PPO that
 * say no line but tell a plan from a company; `spelling` another way to write words; `generic` words that tell
 * nothing; `not a payer` a price without a payer.
 */
export const aliasKinds = ['brand', 'line', 'product', 'spelling', 'generic', 'not a payer'] as const;
export type AliasKind = (typeof aliasKinds)[number];

/**
 * Where in a name the words count: `anywhere` as whole words; `start` at its beginning; `alone` only when the rest of
 * the name tells nothing of its own (states, products, lines, generic words, numbers). `alone` is for words that are
 * other names too: United, Kaiser, Oscar.
 */
export const aliasMatches = ['anywhere', 'alone', 'start'] as const;
export type AliasMatch = (typeof aliasMatches)[number];

/** One row of the alias table. */
export interface PayerAlias {
  readonly kind: AliasKind;
  /** Words in lower case; a `*` at the end lets the last word run on: `bcbs*` is in BCBSTX. */
  readonly words: string;
  readonly match: AliasMatch;
  /** The parent of a brand, the line of a line, the right words of a spelling; else ''. */
  readonly means: string;
  /** For a brand: the line its plans are of when nothing else says; '' when that is commercial. */
  readonly line: PlanLine | '';
  readonly note: string;
}
