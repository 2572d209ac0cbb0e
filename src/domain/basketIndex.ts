import { absent, type Cell, noneOf, present, valueOf } from './cell.ts';

/** One code of a basket: what a payer pays for it and what Medicare does, with its weight in units. */
export interface BasketItem {
  readonly code: string;
  readonly weight: number;
  /** Unrounded cents. */
  readonly amount: Cell;
  readonly medicare: Cell;
}

/** A basket of codes as one number. */
export interface BasketIndex {
  /** Σ weight × amount ÷ Σ weight × Medicare over the codes that have both. */
  readonly value: Cell;
  /** Those codes, and all of the basket with a weight. */
  readonly held: readonly BasketItem[];
  readonly codes: number;
  /** The weight held ÷ the weight of the basket. */
  readonly share: number;
}

/** An index that misses more of the basket than this is one of other codes, and not shown. */
export const leastHeld = 0.5;

/**
 * A fixed basket priced at a payer's amounts ÷ the same basket priced at Medicare's (a Lowe index with Medicare as its
 * base): the same weights for every payer and place, so that a difference is one of prices.
 *
 * Worked: 300 units at $60 and 100 at $40, Medicare $30 and $40: (18,000 + 4,000) ÷ (9,000 + 4,000) = 169.2%.
 *
 * @param only codes that may count; null = every code with both amounts.
 */
export function basketIndex(items: readonly BasketItem[], only: ReadonlySet<string> | null): BasketIndex {
  const weighed = items.filter(({ weight }) => weight > 0);
  const held = weighed.filter((item) => hasBoth(item) && (only === null || only.has(item.code)));
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const kept = held.reduce((sum, { weight }) => sum + weight, 0);
  const share = whole === 0 ? 0 : kept / whole;
  return {
    value: held.length === 0 ? whyNone(weighed) : indexOf(held, only === null ? share : 1),
    held,
    codes: weighed.length,
    share,
  };
}

function indexOf(held: readonly BasketItem[], share: number): Cell {
  if (share < leastHeld) {
    return absent('refused', `less than ${leastHeld * 100}% of the basket has both amounts`);
  }
  let paid = 0;
  let base = 0;
  for (const { weight, amount, medicare } of held) {
    paid += weight * (valueOf(amount) as number);
    base += weight * (valueOf(medicare) as number);
  }
  return present(paid / base);
}

/** Votes that are too few say more than no votes at all. */
function whyNone(items: readonly BasketItem[]): Cell {
  const isThin = items.some(({ amount }) => amount.kind === 'absent' && amount.reason === 'too-few');
  if (isThin) return absent('too-few', 'no code with enough votes');
  return noneOf(items.map(({ amount }) => amount));
}

/** The codes that every basket holding any code at all has: over these, payers and places are compared alike. */
export function commonCodes(baskets: readonly (readonly BasketItem[])[]): ReadonlySet<string> {
  const sets = baskets
    .map((items) => new Set(items.filter((item) => item.weight > 0 && hasBoth(item)).map(({ code }) => code)))
    .filter((codes) => codes.size > 0);
  const [first] = sets;
  return new Set([...(first ?? [])].filter((code) => sets.every((codes) => codes.has(code))));
}

function hasBoth({ amount, medicare }: BasketItem): boolean {
  return amount.kind === 'value' && medicare.kind === 'value';
}
