import { absent, type Cell, present } from '../domain/cell.ts';
import type { ColumnKind } from '../domain/columnKind.ts';
import { contractImpact } from '../domain/contractImpact.ts';
import { contractIndex, hasVolumes } from '../domain/contractIndex.ts';
import type { LinePosition } from '../domain/contractPosition.ts';
import { groupBy } from '../domain/groupBy.ts';
import { byGap, largestGaps } from '../domain/largestGaps.ts';
import { pagePoints, talkingPoints } from '../domain/talkingPoints.ts';
import { targetText } from '../text/contractText.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { bringFigure } from './bringFigure.ts';
import { type ContractFigureFacts, marketCautions } from './contractFigures.ts';
import { contractIndexFigure } from './contractIndexFigure.ts';
import type { Figure } from './figure.ts';
import { type SpokenPoint, spokenPoint, type TalkingFigureFacts } from './talkingFigure.ts';

/** As many lines as four pages hold beside the rest. */
export const mostBriefLines = 50;
/** How many lines are printed when none is picked. */
export const standardBriefLines = 10;
/** Payers of the index table. */
const mostPayers = 10;

/** A headline figure on a sheet. */
export interface BriefTile {
  readonly label: string;
  readonly cell: Cell;
  readonly kind: ColumnKind;
  /** Empty where there is nothing to add. */
  readonly note: string;
}

export interface ContractBrief {
  readonly tiles: readonly BriefTile[];
  /** The contract and each payer as one number. */
  readonly index: Figure;
  /** The lines brought, most at stake first. */
  readonly lines: Figure;
  /** Which lines these are, and how many of the picked ones are not printed. */
  readonly choice: string;
  readonly asks: readonly SpokenPoint[];
  readonly expects: readonly SpokenPoint[];
  readonly cautions: readonly string[];
}

/** A contract on paper: the same functions as on the desk, over the same lines. */
export function contractBrief(
  positions: readonly LinePosition[],
  picks: ReadonlySet<string>,
  place: string,
  facts: TalkingFigureFacts & ContractFigureFacts,
): ContractBrief {
  const weighted = hasVolumes(positions);
  const chosen = picks.size > 0 ? picks : largestGaps(positions, standardBriefLines);
  const picked = positions.filter(({ line }) => chosen.has(line.id));
  const below = byGap(picked);
  const first = new Set(below);
  const ordered = [...below, ...picked.filter((position) => !first.has(position))];
  const spoken = pagePoints(talkingPoints(positions, place)).map((point) => spokenPoint(point, facts));
  return {
    tiles: tilesOf(positions, weighted, facts),
    index: indexFigure(positions, weighted, facts),
    lines: bringFigure(ordered.slice(0, mostBriefLines), facts),
    choice: choiceSentence(picks.size, picked, positions.length),
    asks: spoken.filter(({ side }) => side === 'ask'),
    expects: spoken.filter(({ side }) => side === 'expect'),
    cautions: marketCautions(positions),
  };
}

function choiceSentence(asked: number, lines: readonly LinePosition[], all: number): string {
  const picked = lines.length;
  const more = picked - mostBriefLines;
  // Without a volume no dollars are at stake: lines stand by how far each is from the target.
  const first = hasVolumes(lines) ? 'with most at stake' : 'furthest from the target';
  if (asked === 0) {
    return picked === 0
      ? 'No line is picked, and none is below the target.'
      : `No line is picked, so the ${countOf(picked, 'line')} ${first} ${picked === 1 ? 'is' : 'are'} printed, of ${all} in force.`;
  }
  return more > 0
    ? `The ${mostBriefLines} picked lines ${first}, of ${picked} picked and ${all} in force; ${more} picked ${more === 1 ? 'line is' : 'lines are'} not printed.`
    : `${countOf(picked, 'picked line')} of ${all} in force.`;
}

function tilesOf(
  positions: readonly LinePosition[],
  weighted: boolean,
  { target }: ContractFigureFacts,
): readonly BriefTile[] {
  const index = contractIndex('total', 'All lines', positions, weighted);
  const { total } = contractImpact(positions, 'line', () => '');
  const isCounted = total.positions.length > 0;
  const none = absent(
    'not-in-input',
    weighted ? 'no line has a volume, a rate and a target' : 'no volumes in your file',
  );
  return [
    {
      label: 'Of Medicare',
      cell: index.ofMedicare,
      kind: 'ratio',
      note: `ratio of sums, ${countOf(index.medicareLines, 'line')}`,
    },
    {
      label: 'Of the market’s medians',
      cell: index.ofMedian,
      kind: 'ratio',
      note: `ratio of sums, ${countOf(index.medianLines, 'line')}`,
    },
    {
      label: 'Revenue now',
      cell: isCounted ? present(total.now) : none,
      kind: 'money',
      note: isCounted ? `${countOf(total.positions.length, 'line')} with a volume and a target` : '',
    },
    {
      label: 'Gain at target',
      cell: isCounted ? present(total.gain) : none,
      kind: 'signed-money',
      note: `${targetText(target)}${isCounted ? `: ${formatMoney(total.atTarget)}` : ''}`,
    },
  ];
}

function indexFigure(
  positions: readonly LinePosition[],
  weighted: boolean,
  facts: ContractFigureFacts,
): Figure {
  const revenue = (of: readonly LinePosition[]) =>
    of.reduce((sum, { line, own }) => sum + (line.units ?? 0) * (own.kind === 'value' ? own.value : 0), 0);
  const byPayer = [...groupBy(positions, ({ line }) => line.payer)].sort(
    ([, a], [, b]) => revenue(b) - revenue(a),
  );
  const parts = [
    contractIndex('total', 'All lines', positions, weighted),
    ...byPayer
      .slice(0, mostPayers)
      .map(([payer, of]) => contractIndex(`payer ${payer}`, payer, of, weighted)),
  ];
  const left = byPayer.length - mostPayers;
  const figure = contractIndexFigure(parts, weighted, { ...facts, cautions: [] });
  return left > 0
    ? {
        ...figure,
        notes: [
          ...figure.notes,
          `${countOf(left, 'payer')} ${weighted ? 'with less revenue ' : ''}not listed.`,
        ],
      }
    : figure;
}
