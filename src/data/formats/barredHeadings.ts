import { hospitalHeading } from './hospitalHeading.ts';

/** What may stand behind `standard_charge`, with a payer and plan between in a wide file. */
const charges = new Set([
  'gross',
  'discounted_cash',
  'min',
  'max',
  'negotiated_dollar',
  'negotiated_percentage',
  'negotiated_algorithm',
  'methodology',
]);

/** Headings that a wide file has for each payer and plan, which stand behind them; a tall one has them bare. */
const ofPayers = new Set([
  'estimated_amount',
  'median_amount',
  '10th_percentile',
  '90th_percentile',
  'count',
  'additional_payer_notes',
]);

/**
 * The headings of a template that is separated by bars, as its other forms have them: a bar within a heading (`code|1`)
 * looks like one between two where the heading is not in quotes, and what stood apart is put together again. Cells of
 * any other row come back as they are.
 */
export function barredHeadings(cells: readonly string[]): readonly string[] {
  const words = cells.map((cell) => hospitalHeading(cell).words.join('|'));
  const headings: string[] = [];
  let payer: readonly string[] = [];
  for (let at = 0; at < cells.length; ) {
    const parts = partsOf(words.slice(at, at + 4), payer);
    if (parts === 4) payer = words.slice(at + 1, at + 3);
    headings.push(cells.slice(at, at + parts).join('|'));
    at += parts;
  }
  return headings;
}

/** How many cells are one heading. @param payer and plan of the last heading that had them. */
function partsOf(
  [first = '', second = '', third = '', fourth = '']: readonly string[],
  payer: readonly string[],
) {
  if (first === 'code' && /^\d+$/.test(second)) return third === 'type' ? 3 : 2;
  if (first === 'license_number' && /^[a-z]{2}$/.test(second)) return 2;
  if (first === 'standard_charge') return charges.has(second) ? 2 : charges.has(fourth) ? 4 : 1;
  const isOfPayer = payer.length > 0 && payer[0] === second && payer[1] === third;
  return ofPayers.has(first) && isOfPayer ? 3 : 1;
}
