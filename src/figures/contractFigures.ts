import { absent, type Cell, isBelow, present, valueOf } from '../domain/cell.ts';
import { manyPayers } from '../domain/contractMarket.ts';
import { gapTo, type LinePosition, type Target } from '../domain/contractPosition.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import { isHospitalMarket, marketVotes } from '../domain/standardTarget.ts';
import { codeLabel, contractMethods, hospitalCaution, ordinal, targetText } from '../text/contractText.ts';
import { gradeText } from '../text/gradeText.ts';
import { methods } from '../text/methods.ts';
import { listOf } from '../text/names.ts';
import { countOf, firstOf, formatCount } from '../text/numbers.ts';
import { type Column, type Figure, type FigureRow, moneyColumn } from './figure.ts';
import { percentileColumns } from './percentileColumns.ts';

/** What every figure of a contract says of itself. */
export interface ContractFigureFacts {
  /** The market and Medicare in a sentence or two. */
  readonly method: string;
  readonly origin: string;
  readonly target: Target;
}

/** `97110, Aetna PPO`; `97110-CQ, Aetna PPO`. */
export function lineLabel(position: LinePosition): string {
  return `${codeLabel(position)}, ${position.line.payer}`;
}

/** What names the rows of every table of lines. */
export const lineColumn: Column = {
  id: 'line',
  label: 'Code and payer',
  kind: 'text',
  definition: 'As your file prints them; modifiers that only inform (GP, 59 …) are dropped.',
};

/** Whether a practice's lines are held against hospitals: said wherever a gap to that market is. */
export function marketCautions(positions: readonly LinePosition[]): readonly string[] {
  const votes = marketVotes(positions);
  return isHospitalMarket(votes) ? [hospitalCaution(votes.hospitals, votes.votes)] : [];
}

/** Every line of a contract beside Medicare and the market. */
export function contractPositionFigure(
  positions: readonly LinePosition[],
  facts: ContractFigureFacts,
): Figure {
  const unmatched = positions.filter(({ median }) => median.kind === 'absent');
  const ranked = positions.filter(({ rank }) => rank.kind === 'value');
  const below = ranked.filter(({ own, median }) => isBelow(own, median)).length;
  return {
    id: 'contract-position',
    title: 'Where each of your rates sits',
    labelColumn: lineColumn,
    columns: [
      moneyColumn('own', 'Your rate', contractMethods.own),
      { id: 'rank', label: 'Percentile rank', kind: 'ratio', definition: contractMethods.rank },
      { id: 'n', label: 'n', kind: 'count', definition: contractMethods.n },
      { id: 'hospitals', label: 'of hospitals', kind: 'count', definition: contractMethods.hospitals },
      { id: 'grade', label: 'Grade', kind: 'text', definition: methods.grade },
      ...percentileColumns(),
      moneyColumn('medicare', 'Medicare', contractMethods.medicare),
      { id: 'medicare-year', label: 'Medicare year', kind: 'text', definition: contractMethods.medicare },
      { id: 'of-medicare', label: '% of Medicare', kind: 'ratio', definition: contractMethods.ofMedicare },
    ],
    rows: positions.map(positionRow),
    notes: [
      ...marketCautions(positions),
      ...manyPayersNotes(positions),
      ...unmatchedNotes(unmatched, ranked),
    ],
    method: facts.method,
    sources: facts.origin,
    summary:
      ranked.length === 0
        ? `None of ${countOf(positions.length, 'line')} has a market with enough votes to be ranked in.`
        : `${below} of ${countOf(ranked.length, 'ranked line')} ${ranked.length === 1 ? 'is' : 'are'} below the market’s median. ${lowestSentence(ranked)}`,
  };
}

function lowestSentence(ranked: readonly LinePosition[]): string {
  const rank = ranked.reduce((least, each) => Math.min(least, valueOf(each.rank) as number), 1);
  const lowest = ranked.filter((each) => valueOf(each.rank) === rank);
  const [first] = lowest;
  if (first && lowest.length === 1)
    return `Lowest: ${lineLabel(first)}, ${rankPlace(rank)} of ${countOf(first.market?.votes.length ?? 0, 'vote')}.`;
  const named = firstOf(lowest.map(lineLabel), 3).join('; ');
  return rank === 0
    ? `${formatCount(lowest.length)} of them are at the lowest vote of their market or below it: ${named}.`
    : `Lowest, ${rankPlace(rank)} each: ${named}.`;
}

/** Nothing stands at a 0th or 100th percentile but the lowest and the highest vote. */
function rankPlace(rank: number): string {
  if (rank === 0) return 'at the lowest vote or below';
  if (rank === 1) return 'at the highest vote or above';
  const percentile = roundHalfAwayFromZero(rank * 100);
  if (percentile === 0) return 'below the 1st percentile';
  return percentile === 100 ? 'above the 99th percentile' : `at the ${ordinal(percentile)} percentile`;
}

/** Which payers are held against many companies together, though the choice is called the same payer's rates. */
function manyPayersNotes(positions: readonly LinePosition[]): readonly string[] {
  const pooled = positions.filter(({ market }) => market && manyPayers.has(market.row.id));
  if (pooled.length === 0) return [];
  const names = [...new Set(pooled.map(({ line, market }) => `${line.payer} (${market?.row.name})`))];
  return [
    `${countOf(pooled.length, 'line is', 'lines are')} held against many companies together, not against the payer alone: ${listOf(firstOf(names, 8))}.`,
  ];
}

function unmatchedNotes(
  unmatched: readonly LinePosition[],
  ranked: readonly LinePosition[],
): readonly string[] {
  if (unmatched.length === 0) return [];
  // By the code alone where no line of it has a market: else it would seem that none of the code's lines had one.
  const inMarket = new Set(ranked.map(codeLabel));
  const names = [
    ...new Set(
      unmatched.map((each) =>
        inMarket.has(codeLabel(each)) ? `${codeLabel(each)} of ${each.line.payer}` : codeLabel(each),
      ),
    ),
  ];
  return [
    `${countOf(unmatched.length, 'line has', 'lines have')} no market benchmark and ${unmatched.length === 1 ? 'is' : 'are'} listed all the same: ${listOf(firstOf(names, 12))}.`,
  ];
}

function positionRow(position: LinePosition): FigureRow {
  const { line, own, rank, market, medicare } = position;
  const charge = line.charge;
  const rate = valueOf(own);
  const flags = [
    ...(rate !== undefined && charge !== null && rate > charge ? ['above your charge'] : []),
    ...(rank.kind === 'value' && rank.value === 0 ? ['lowest of the market'] : []),
    ...(rank.kind === 'value' && rank.value === 1 ? ['highest of the market'] : []),
  ];
  return {
    id: line.id,
    label: lineLabel(position),
    flags,
    cells: {
      own,
      rank,
      n: market ? present(market.votes.length) : position.median,
      hospitals: market ? present(market.hospitals) : position.median,
      grade: market ? present(gradeText(market.row.grade).word) : position.median,
      p25: position.p25,
      median: position.median,
      p75: position.p75,
      medicare,
      'medicare-year': medicare.kind === 'value' ? present(String(position.medicareYear)) : medicare,
      'of-medicare': position.ofMedicare,
    },
  };
}

/** The amounts a rate's distance is told to, by column id. */
export const gapColumns = ['p25', 'median', 'p75', 'target'] as const;

/** How far every line is from the market's quartiles and from the target. */
export function contractGapFigure(positions: readonly LinePosition[], facts: ContractFigureFacts): Figure {
  const target = targetText(facts.target);
  const names = { p25: 'P25', median: 'median', p75: 'P75', target: 'target' } as const;
  return {
    id: 'contract-gaps',
    title: 'How far each of your rates has to go',
    labelColumn: lineColumn,
    columns: [
      moneyColumn('own', 'Your rate', contractMethods.own),
      moneyColumn('target', 'Target', `${contractMethods.target} Here: ${target}.`),
      ...gapColumns.flatMap((id): readonly Column[] => [
        {
          id: `${id}-dollars`,
          label: `To ${names[id]}, $`,
          kind: 'signed-money',
          definition: contractMethods.gap,
        },
        {
          id: `${id}-ratio`,
          label: `To ${names[id]}, %`,
          kind: 'signed-ratio',
          definition: contractMethods.gap,
        },
      ]),
    ],
    rows: positions.map((position) => ({
      id: position.line.id,
      label: lineLabel(position),
      flags: [],
      cells: { own: position.own, target: position.target, ...gapCells(position) },
    })),
    notes: marketCautions(positions),
    method: `Target: ${target}. ${contractMethods.gap} ${facts.method}`,
    sources: facts.origin,
    summary: `${belowTarget(positions, target)}.`,
  };
}

/** How many of the lines that have both a rate and a target are below it, in words without a stop. */
export function belowTarget(positions: readonly LinePosition[], target: string): string {
  const known = positions.filter((each) => each.own.kind === 'value' && each.target.kind === 'value');
  if (known.length === 0) return `No line has both a rate and ${target}`;
  const below = known.filter((each) => isBelow(each.own, each.target)).length;
  return `${formatCount(below)} of ${countOf(known.length, 'line')} ${known.length === 1 ? 'is' : 'are'} below ${target}`;
}

function gapCells(position: LinePosition): Readonly<Record<string, Cell>> {
  const cells: Record<string, Cell> = {};
  for (const id of gapColumns) {
    const { dollars, ratio } = gapTo(position.own, position[id]);
    cells[`${id}-dollars`] = dollars;
    cells[`${id}-ratio`] = ratio;
  }
  return cells;
}

/** A part's cell that is not one number, such as the rank of a total. */
export const notOfTotal = absent('not-comparable', 'not of a total');
