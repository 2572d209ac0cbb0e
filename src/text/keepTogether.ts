/**
 * A sentence whose figures do not break across lines: a sign stays with its dollars (`−$13.50`), `n` with its number.
 * For showing only; the text is otherwise the same.
 */
export function keepTogether(sentence: string): string {
  return sentence.replace(/([+\u2212])\$/g, '$1\u2060$').replace(/\bn (\d)/g, 'n\u00a0$1');
}
