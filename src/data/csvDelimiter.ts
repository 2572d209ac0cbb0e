const delimiters = [',', ';', '\t', '|'] as const;

/**
 * The character that separates the cells. It must occur in the header; among those that do, the one whose count
 * most of the sample's lines share wins, then the one the header holds most of. `,` when the header has none.
 *
 * Own rule rather than PapaParse's: that one gives up on rows of unequal length, which are what we report.
 *
 * @param lines the header first, then some lines of data; blank lines are ignored.
 */
export function guessDelimiter(lines: readonly string[]): string {
  const [header = '', ...body] = lines.filter((line) => line.trim() !== '');
  let best = { delimiter: ',', agreeing: -1, inHeader: 0 };
  for (const delimiter of delimiters) {
    const inHeader = countOutsideQuotes(header, delimiter);
    if (inHeader === 0) continue;
    const agreeing = body.filter((line) => countOutsideQuotes(line, delimiter) === inHeader).length;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && inHeader > best.inHeader)) {
      best = { delimiter, agreeing, inHeader };
    }
  }
  return best.delimiter;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) count += 1;
  }
  return count;
}
