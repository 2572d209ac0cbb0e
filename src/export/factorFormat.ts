const factor = /^\d{1,3}\.(\d{3,4})$/;

/**
 * The number format of a conversion factor or an index, which the page prints as CMS does: `33.4009` → `0.0000`. As text
 * no sheet could add or multiply it. Undefined for other words: codes, years and dates have no point and stay text.
 */
export function factorFormat(text: string): string | undefined {
  const decimals = factor.exec(text)?.[1];
  return decimals === undefined ? undefined : `0.${decimals.replaceAll(/./g, '0')}`;
}
