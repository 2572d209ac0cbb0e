/**
 * The paint of a payer, by its token: `aetna` → `var(--payer-aetna)`. A name that is no token (a file of the user's
 * own may bring one) takes the colour of other payers, and can never break out of the CSS value.
 */
export function payerColour(token: string): string {
  const name = /^[a-z][a-z-]*$/.test(token) ? token : 'other';
  return `var(--payer-${name}, var(--payer-other))`;
}
