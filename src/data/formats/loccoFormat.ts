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
          /(?:Contractor|Carrier).*Locality.*Fee Schedule Area.*Counties/i.test(line),
      ),
  open: async () => (await import('./loccoReader.ts')).loccoReader,
};
