import { present, valueOf } from '../domain/cell.ts';
import { gapTo, type LinePosition } from '../domain/contractPosition.ts';
import { lineStake } from '../domain/largestGaps.ts';
import { contractMethods, targetText } from '../text/contractText.ts';
import { gradeText } from '../text/gradeText.ts';
import { methods } from '../text/methods.ts';
import { formatMoney } from '../text/numbers.ts';
import {
  belowTarget,
  type ContractFigureFacts,
  lineColumn,
  lineLabel,
  marketCautions,
} from './contractFigures.ts';
import { type Figure, moneyColumn } from './figure.ts';
import { percentileColumns } from './percentileColumns.ts';

/** Lines of a contract as they are brought to the table: rate, market, Medicare, what is missing, what is at stake. */
export function bringFigure(positions: readonly LinePosition[], facts: ContractFigureFacts): Figure {
  const target = targetText(facts.target);
  const stake = positions.reduce((sum, position) => sum + (valueOf(lineStake(position)) ?? 0), 0);
  return {
    id: 'bring',
    title: 'Lines to bring to the table',
    labelColumn: lineColumn,
    columns: [
      moneyColumn('own', 'Your rate', contractMethods.own),
      ...percentileColumns(),
      { id: 'n', label: 'n', kind: 'count', definition: contractMethods.n },
      { id: 'grade', label: 'Grade', kind: 'text', definition: methods.grade },
      { id: 'rank', label: 'Rank', kind: 'ratio', definition: contractMethods.rank },
      { id: 'of-medicare', label: '% of Medicare', kind: 'ratio', definition: contractMethods.ofMedicare },
      { id: 'target-dollars', label: 'To target', kind: 'signed-money', definition: contractMethods.gap },
      moneyColumn('stake', 'At stake', 'Units × what is missing to the target; 0 for a line at it or above.'),
    ],
    rows: positions.map((position) => {
      const { line, own, p25, median, p75, market, rank, ofMedicare, target: to } = position;
      return {
        id: line.id,
        label: lineLabel(position),
        flags: [],
        cells: {
          own,
          p25,
          median,
          p75,
          n: market ? present(market.votes.length) : median,
          grade: market ? present(gradeText(market.row.grade).word) : median,
          rank,
          'of-medicare': ofMedicare,
          'target-dollars': gapTo(own, to).dollars,
          stake: lineStake(position),
        },
      };
    }),
    notes: marketCautions(positions),
    method: `Target: ${target}. ${contractMethods.gap} ${facts.method}`,
    sources: facts.origin,
    summary:
      positions.length === 0
        ? 'No line is picked.'
        : `${belowTarget(positions, target)}${stake > 0 ? `, which would bring ${formatMoney(stake)} over the period of the file` : ''}.`,
  };
}
