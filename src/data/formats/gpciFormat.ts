import type { Format } from './formatReader.ts';

/** CMS's geographic practice cost indices, Addendum E: with separators or of fixed width. */
export const gpciFormat: Format = {
  id: 'gpci',
  name: 'CMS geographic practice cost indices (GPCI)',
  isIn: ({ text }) =>
    text
      .slice(0, 8192)
      .split(/\r\n?|\n/, 30)
      .some(
        (line) =>
          /GEOGRAPHIC PRACTICE COST IND(?:EX|ICES).*LOCALITY/i.test(line) ||
          /Locality Name.*\bP?W(?:ORK)? GPCI/i.test(line),
      ),
  open: async () => (await import('./gpciReader.ts')).gpciReader,
};
