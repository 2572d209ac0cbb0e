/**
 * A sentence whose figures do not break across lines: a sign stays with its dollars (`−$13.50`), `n` with its number, a
 * release's id in one piece. For showing only, where a sentence is put on a page: a line may break between U+2212 and `$`
 * (both are prefixes to Unicode's line breaking) and after a hyphen, and U+2060, which nobody sees or hears, forbids it.
 * Models and exports keep the plain text; cells of tables do not wrap at all.
 */
export function keepTogether(sentence: string): string {
  return sentence
    .replace(/([+\u2212])\$/g, '$1\u2060$')
    .replace(/\bn (\d)/g, 'n\u00a0$1')
    .replace(/(\d{4}-)(\d\d-)(?=\d\d\.[\da-f]{8})/g, '$1\u2060$2\u2060');
}
