import type { Format } from './formatReader.ts';

/** CMS's relative value file, PPRRVU: with separators or of fixed width, 2020 and later. */
export const pprrvuFormat: Format = {
  id: 'pprrvu',
  name: 'a CMS relative value file (PPRRVU)',
  isIn: ({ text }) => {
    const lines = text.split(/\r\n?|\n/, 200);
    return (
      lines.some((line) => /National Physician Fee Schedule Relative Value File/i.test(line.slice(0, 400))) ||
      lines.some((line) => /^\W*HCPCS\W+MOD\b.*\bPE RVU\b.*\bFACTOR\b/i.test(line.slice(0, 2000))) ||
      (text.trimStart().startsWith('HDR ') && lines.some((line) => fixedLine.test(line)))
    );
  },
  open: async () => (await import('./pprrvuReader.ts')).pprrvuReader,
};

/** Code, modifier, description, status, then figures where the record layout has them. */
const fixedLine = /^[0-9A-Z]{5}(?: {2}|[0-9A-Z]{2}).{50}[A-Z] [ \d]{3}\.\d\d [ \d]{3}\.\d\d/;
