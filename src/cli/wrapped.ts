/** Wide enough for a table of a benchmark, and read without moving the head. */
const lineWidth = 100;

/** A name and a text as lines of a terminal, broken between words, what follows the first set in below the text. */
export function wrapped(name: string, text: string): readonly string[] {
  const indent = ' '.repeat(name.length + 2);
  const lines: string[] = [];
  let line = `${name}: `;
  let isFresh = true;
  for (const word of text.split(/\s+/)) {
    if (!isFresh && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = indent;
      isFresh = true;
    }
    line += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  return [...lines, line];
}
