import { present, valueOf } from '../domain/cell.ts';
import type { ContractIndex } from '../domain/contractIndex.ts';
import { contractMethods } from '../text/contractText.ts';
import { countOf, formatRatio } from '../text/numbers.ts';
import type { ContractFigureFacts } from './contractFigures.ts';
import { column, type Figure } from './figure.ts';

/** A contract as one number beside Medicare and the market: in total, by payer and by family of codes. */
export function contractIndexFigure(
  parts: readonly ContractIndex[],
  weighted: boolean,
  facts: ContractFigureFacts & { readonly cautions: readonly string[] },
): Figure {
  const definition = weighted ? contractMethods.index : contractMethods.indexUnweighted;
  const total = parts.find(({ id }) => id === 'total');
  const short = parts.some(
    ({ lines, medicareLines, medianLines }) => medicareLines < lines || medianLines < lines,
  );
  return {
    id: 'contract-index',
    title: 'Your contract as one number',
    labelColumn: column(
      'part',
      'Part',
      'text',
      'All lines in force, those of a payer, or those of a family of codes.',
    ),
    columns: [
      column('lines', 'Lines', 'count', 'Lines in force.'),
      column('units', 'Units', 'count', 'Units over the period of your file.'),
      column('of-medicare', '% of Medicare', 'ratio', definition),
      column('medicare-lines', 'of lines', 'count', 'Lines with a volume, a rate and Medicare’s amount.'),
      column('of-median', '% of market median', 'ratio', definition),
      column('median-lines', 'of market lines', 'count', 'Lines with a volume, a rate and a market median.'),
    ],
    rows: parts.map((part) => ({
      id: part.id,
      label: part.label,
      flags: [],
      cells: {
        lines: present(part.lines),
        units: part.units,
        'of-medicare': part.ofMedicare,
        'medicare-lines': present(part.medicareLines),
        'of-median': part.ofMedian,
        'median-lines': present(part.medianLines),
      },
    })),
    notes: [
      ...facts.cautions,
      ...(weighted ? [] : ['Your file states no volumes, so every line weighs the same.']),
      ...(short
        ? ['A line without the other amount, or without a volume, is in neither sum of that index.']
        : []),
    ],
    method: `${definition} ${facts.method}`,
    sources: facts.origin,
    summary: total ? totalSentence(total, weighted) : '',
  };
}

function totalSentence(total: ContractIndex, weighted: boolean): string {
  const medicare = valueOf(total.ofMedicare);
  const median = valueOf(total.ofMedian);
  const by = weighted ? 'weighted by your volumes' : 'each line alike';
  const parts = [
    ...(medicare === undefined
      ? []
      : [`${formatRatio(medicare)} of Medicare (${countOf(total.medicareLines, 'line')})`]),
    ...(median === undefined
      ? []
      : [`${formatRatio(median)} of the market’s medians (${countOf(total.medianLines, 'line')})`]),
  ];
  if (parts.length === 0) {
    return weighted
      ? 'No line has a volume above 0 and an amount to be held against.'
      : 'No line has an amount to be held against.';
  }
  return `In total, ${by}: ${parts.join(' and ')}.`;
}
