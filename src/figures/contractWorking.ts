import { valueOf } from '../domain/cell.ts';
import { gapTo, type LinePosition } from '../domain/contractPosition.ts';
import { contractMethods, targetText } from '../text/contractText.ts';
import { quantileNames } from '../text/quantileText.ts';
import { gapColumns, lineLabel } from './contractFigures.ts';
import { marketWorking } from './contractMarketWorking.ts';
import {
  type ContractWorkingFacts,
  contractWorkingShell,
  medicareOf,
  medicareOperand,
  ownOperand,
  ownWorking,
} from './contractOwnWorking.ts';
import type { Working } from './working.ts';

/** Whether a line's cell has a working; quick, because every cell of a long table is asked. */
export function isContractFigure(
  position: LinePosition,
  columnId: string,
  facts: ContractWorkingFacts,
): boolean {
  if (columnId === 'own') return ownWorking(position, facts) !== undefined;
  return (
    columnId === 'medicare' || columnId === 'of-medicare' || columnId === 'rank' || isGapColumn(columnId)
  );
}

function isGapColumn(columnId: string): boolean {
  return gapColumns.some((id) => columnId === id || columnId.startsWith(`${id}-`));
}

/** The working of a line's cell in the tables of positions and gaps; undefined where there is none. */
export function contractLineWorking(
  position: LinePosition,
  columnId: string,
  facts: ContractWorkingFacts,
): Working | undefined {
  switch (columnId) {
    case 'own':
      return ownWorking(position, facts);
    case 'medicare':
      return medicareOf(position, facts);
    case 'of-medicare':
      return ofMedicareWorking(position, facts);
    case 'rank':
    case 'p25':
    case 'median':
    case 'p75':
      return marketWorking(position, columnId, facts);
    case 'target':
      return targetWorking(position, facts);
    default: {
      const column = gapColumns.find((id) => columnId.startsWith(`${id}-`));
      return column ? gapWorking(position, column, columnId.endsWith('-ratio'), facts) : undefined;
    }
  }
}

function ofMedicareWorking(position: LinePosition, facts: ContractWorkingFacts): Working | undefined {
  if (position.ofMedicare.kind === 'absent') return undefined;
  return {
    ...contractWorkingShell(facts),
    title: `% of Medicare of ${lineLabel(position)}`,
    value: position.ofMedicare.value,
    column: 'ratio',
    symbols: 'rate ÷ Medicare',
    words: 'Divide your rate by Medicare’s amount for the same code, year and locality.',
    definition: contractMethods.ofMedicare,
    excelFunction: 'rate ÷ Medicare',
    template: '{own}/{medicare}',
    operands: [ownOperand(position, facts), medicareOperand(position, facts)],
  };
}

function targetWorking(position: LinePosition, facts: ContractWorkingFacts): Working | undefined {
  const { target } = facts;
  if (position.target.kind === 'absent') return undefined;
  if (target.kind === 'percentile') return marketWorking(position, target.p, facts);
  return {
    ...contractWorkingShell(facts),
    title: `Target for ${lineLabel(position)}: ${targetText(target)}`,
    value: position.target.value,
    column: 'money',
    symbols: 'share × Medicare',
    words: 'Multiply Medicare’s amount by the share chosen as the target.',
    definition: contractMethods.target,
    excelFunction: 'share × Medicare',
    template: '{share}*{medicare}',
    operands: [
      {
        id: 'share',
        label: 'Target share',
        number: { plain: String(target.share) },
        unit: '',
        source: 'Chosen on this page',
      },
      medicareOperand(position, facts),
    ],
  };
}

function gapWorking(
  position: LinePosition,
  column: (typeof gapColumns)[number],
  isRatio: boolean,
  facts: ContractWorkingFacts,
): Working | undefined {
  const gap = gapTo(position.own, position[column])[isRatio ? 'ratio' : 'dollars'];
  if (gap.kind === 'absent') return undefined;
  const from = () => contractLineWorking(position, column, facts) as Working;
  return {
    ...contractWorkingShell(facts),
    title: `${isRatio ? '% gap' : 'Gap'} of ${lineLabel(position)} to ${column === 'target' ? targetText(facts.target) : `the market’s ${column}`}`,
    value: gap.value,
    column: isRatio ? 'signed-ratio' : 'signed-money',
    symbols: isRatio ? '(amount − rate) ÷ rate' : 'amount − rate',
    words: `Take your rate from the amount${isRatio ? ', and divide by your rate' : ''}.`,
    definition: `${contractMethods.gap} ${quantileNames.type7.sentence}`,
    excelFunction: 'amount − rate',
    template: isRatio ? '({amount}-{own})/{own}' : '{amount}-{own}',
    operands: [
      {
        id: 'amount',
        label: column === 'target' ? 'Target' : `Market ${column}`,
        number: { cents: valueOf(position[column]) ?? 0 },
        unit: 'USD',
        source: 'Published rates of this release',
        from,
      },
      ownOperand(position, facts),
    ],
  };
}
