import type { Format } from './formatReader.ts';

/** CMS's table of localities and the counties they cover: with separators or of fixed width. */
export const loccoFormat: Format = {
  id: 'locco',
  name: 'CMS localities and their counties (LOCCO)',
  isIn: ({ text }) =>
    text
      .slice(0, 8192)
      .split(/\r\n?|\n/, 30)
      .some(
        (line) =>
          /COUNTIES INCLUDED IN (?:20\d\d )?LOCALITIES/i.test(line) ||
          hasInOrder(line, /contractor|carrier/, /locality/, /fee schedule area/, /counties/),
      ),
  open: async () => (await import('./loccoReader.ts')).loccoReader,
};

/** Whether the words stand in the line one behind the other. As one pattern it would try every combination of them. */
function hasInOrder(line: string, ...words: readonly RegExp[]): boolean {
  let rest = line.toLowerCase();
  for (const word of words) {
    const found = word.exec(rest);
    if (!found) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}
