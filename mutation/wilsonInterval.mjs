/**
 * The 95% interval of a proportion of which `hits` of `tries` were seen, as [low, high] within 0 to 1: Wilson's score
 * interval without continuity correction (E. B. Wilson, JASA 22, 1927, 209–212; method 3 of R. G. Newcombe, Statistics in
 * Medicine 17, 1998, 857–872). That a sample is drawn without putting back makes the true one a little narrower.
 * @param {number} hits
 * @param {number} tries At least 1.
 * @returns {[low: number, high: number]}
 */
export function wilsonInterval(hits, tries) {
  const z = 1.959963984540054;
  const share = hits / tries;
  const middle = share + z ** 2 / (2 * tries);
  const reach = z * Math.sqrt((share * (1 - share)) / tries + z ** 2 / (4 * tries ** 2));
  const scale = 1 + z ** 2 / tries;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
