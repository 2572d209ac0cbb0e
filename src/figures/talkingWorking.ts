import { valueOf } from '../domain/cell.ts';
import type { TalkingPoint } from '../domain/talkingPoints.ts';
import { lineLabel } from './contractFigures.ts';
import { contractWorkingShell } from './contractOwnWorking.ts';
import type { Working } from './working.ts';

/** The dollars at stake of a point, line by line; undefined where the lines have no volume. */
export function talkingWorking(
  { positions, amounts, stake }: TalkingPoint,
  claim: string,
  origin: string,
): Working | undefined {
  const value = valueOf(stake);
  if (value === undefined) return undefined;
  return {
    ...contractWorkingShell({ origin }),
    title: `At stake: ${claim}`,
    value,
    column: 'money',
    symbols: 'Σ units × |amount − rate|',
    words: 'For each line multiply its units by the distance from your rate to the amount; add up.',
    definition:
      'Units of your file × the distance from your rate to the amount the point names. A line without a volume adds nothing.',
    excelFunction: 'SUM of MAX',
    template: 'SUM({stake})',
    operands: [],
    table: {
      title: 'The lines in it',
      labelHeading: 'Code and payer',
      columns: [
        { id: 'units', label: 'Units' },
        { id: 'rate', label: 'Your rate (USD)' },
        { id: 'amount', label: 'Amount (USD)' },
        { id: 'stake', label: 'At stake', template: '{units}*MAX({amount}-{rate},{rate}-{amount})' },
      ],
      rows: positions.map((position, index) => {
        const units = position.line.units ?? 0;
        const rate = valueOf(position.own) ?? 0;
        const amount = amounts[index] ?? 0;
        return {
          label: lineLabel(position),
          cells: {
            units: { plain: String(units) },
            rate: { cents: rate },
            amount: { cents: amount },
            stake: { cents: units * Math.abs(amount - rate) },
          },
        };
      }),
    },
  };
}
