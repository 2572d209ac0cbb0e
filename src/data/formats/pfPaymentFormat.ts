import type { Format } from './formatReader.ts';

/** Year, contractor, locality, code, modifier, two amounts, nine more fields: a payment file has no heading. */
const firstLine =
  /^"?20\d\d"?\s*([,;\t|])\s*"?\d{4,5}"?\s*\1\s*"?\d{1,2}"?\s*\1\s*"?[0-9A-Z]{1,5}"?\s*\1\s*"?[ 0-9A-Z]{0,2}"?\s*\1\s*"?\d+(?:\.\d+)?"?\s*\1(?:[^,;\t|]*\1){9}[^,;\t|]*$/;

/** CMS's payment files by locality, PF<state><year>, PFALL and PFREV. */
export const pfPaymentFormat: Format = {
  id: 'pf-payment',
  name: 'a CMS payment amount file (PF)',
  isIn: ({ text, isWhole }) => {
    const lines = text
      .replace(/^\uFEFF/, '')
      .split(/\r\n?|\n/, 6)
      .filter((line) => line.trim() !== '');
    // Unless it is the whole file, its last line may be cut; five lines of one form are enough.
    return firstLine.test(lines[0] ?? '') && (isWhole || lines.length > 1);
  },
  open: async () => (await import('./pfPaymentReader.ts')).pfPaymentReader,
};
