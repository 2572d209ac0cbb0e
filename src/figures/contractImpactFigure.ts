import { absent, type Cell, present } from '../domain/cell.ts';
import type { Impact, ImpactGrouping, ImpactRow } from '../domain/contractImpact.ts';
import { capital } from '../text/capital.ts';
import { contractMethods, targetText } from '../text/contractText.ts';
import { countOf, formatMoney, formatRatio } from '../text/numbers.ts';
import { type ContractFigureFacts, marketCautions, notOfTotal } from './contractFigures.ts';
import type { Figure, FigureRow } from './figure.ts';
import { notCountedNotes } from './notCounted.ts';

/** What a row of the impact is, one and many. */
export const impactNouns: Readonly<Record<ImpactGrouping, readonly [string, string]>> = {
  line: ['line', 'lines'],
  code: ['code', 'codes'],
  payer: ['payer', 'payers'],
};

/** What reaching the target would bring, ranked, with the share the first rows carry. */
export function contractImpactFigure(
  impact: Impact,
  grouping: ImpactGrouping,
  facts: ContractFigureFacts,
): Figure {
  const [one, many] = impactNouns[grouping];
  const target = targetText(facts.target);
  const { total, rowsForMost, linesAbove, lossIfLowered, leftOut } = impact;
  const gainSentence =
    total.positions.length === 0
      ? 'No line has a volume, a rate of its own and a target, so nothing can be counted.'
      : total.gain === 0
        ? `No counted line is below ${target}.`
        : `Raising every line below ${target} to it would bring ${formatMoney(total.gain)} (${formatRatio(total.gain / total.now)} of ${formatMoney(total.now)} now). ${countOf(rowsForMost, one, many)} ${rowsForMost === 1 ? 'carries' : 'carry'} ${formatRatio(impact.rows[rowsForMost - 1]?.cumulative ?? 0)} of the gain.`;
  return {
    id: 'contract-impact',
    title: `What ${target} would bring, by ${one}`,
    labelColumn: { id: 'part', label: capital(one), kind: 'text', definition: 'Most to gain first.' },
    columns: [
      { id: 'units', label: 'Units', kind: 'count', definition: 'Units over the period of your file.' },
      { id: 'now', label: 'Revenue now', kind: 'money', definition: contractMethods.now },
      { id: 'at-target', label: 'At target', kind: 'money', definition: contractMethods.atTarget },
      { id: 'gain', label: 'Gain', kind: 'signed-money', definition: contractMethods.gain },
      { id: 'cumulative', label: 'Cumulative share', kind: 'ratio', definition: contractMethods.cumulative },
    ],
    rows: [
      ...impact.rows.map((row) => impactRow(row, present(row.cumulative))),
      impactRow(total, notOfTotal),
    ],
    notes: [
      ...(facts.target.kind === 'percentile' ? marketCautions(total.positions) : []),
      ...(linesAbove > 0
        ? [
            `${countOf(linesAbove, 'line is', 'lines are')} at the target or above and ${linesAbove === 1 ? 'stays' : 'stay'}; moving ${linesAbove === 1 ? 'it' : 'them'} down to it would lose ${formatMoney(lossIfLowered)}.`,
          ]
        : []),
      ...notCountedNotes(leftOut),
      'Volumes are those of your file; a gain is not a forecast.',
    ],
    method: `${contractMethods.atTarget} ${facts.method}`,
    sources: facts.origin,
    summary: gainSentence,
  };
}

function impactRow(row: Omit<ImpactRow, 'cumulative'>, cumulative: Cell): FigureRow {
  // Nothing counted is no amount: only the total of no line can be that.
  const amount = (value: number) => (row.positions.length === 0 ? absent('not-in-input') : present(value));
  return {
    id: row.id,
    label: row.label,
    flags: [],
    cells: {
      units: amount(row.units),
      now: amount(row.now),
      'at-target': amount(row.atTarget),
      gain: amount(row.gain),
      cumulative,
    },
  };
}
