import { barredHeadings } from './barredHeadings.ts';
import { hospitalDelimiter } from './hospitalDelimiter.ts';
import { hospitalHeading } from './hospitalHeading.ts';

/** Heads of the first row, of which a template has nearly all. */
const heads = [
  'last_updated_on',
  'version',
  'hospital_location',
  'location_name',
  'hospital_address',
  'license_number',
  'type_2_npi',
  'attester_name',
];

/**
 * Whether a text is the start of a hospital's file in a CMS template, and which. A wide header may be longer than the
 * start: a file with the heads and without a payer_name column is wide.
 */
export function hospitalCsvLayout(text: string): 'tall' | 'wide' | undefined {
  const lines = text
    .split(/\r\n?|\n/, 60)
    .map((line) => cellsOf(line).map((cell) => hospitalHeading(cell).words));
  const isHead = (cells: readonly (readonly string[])[]) =>
    cells.some(([first]) => first === 'hospital_name') &&
    heads.filter((head) => cells.some(([first]) => first === head)).length >= 2;
  const isItems = (cells: readonly (readonly string[])[]) =>
    cells.some(([first, second = '']) => first === 'code' && /^(1|\[i\])$/.test(second)) &&
    cells.some(([first = '', second]) => first === 'payer_name' || (first === 'standard_charge' && second));
  const items = lines.find(isItems);
  if (items === undefined && !lines.some(isHead)) return undefined;
  return (items ?? lines.flat()).some(([first]) => first === 'payer_name') ? 'tall' : 'wide';
}

/** Cells of a line that may be headings, which have no separator in them but for bars. */
function cellsOf(line: string): readonly string[] {
  const isBarred = hospitalDelimiter(line) === '|';
  const cells = isBarred ? (line.match(/(?:"[^"]*"|[^|"])+|(?<=\||^)(?=\||$)/g) ?? []) : line.split(/[,;\t]/);
  const bare = cells.map((cell) => cell.trim().replace(/^\uFEFF?"|"$/g, ''));
  return isBarred ? barredHeadings(bare) : bare;
}
