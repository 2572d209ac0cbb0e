import type { PriceVolume, PriceVolumeLine, PriceVolumeYears } from '../domain/priceVolume.ts';
import { contractMethods } from '../text/contractText.ts';
import { contractWorkingShell } from './contractOwnWorking.ts';
import type { Working, WorkingTable } from './working.ts';

/** Over the codes of both years; `old` is what was billed after at the rates before. */
const effects = {
  volume: ['Volume', contractMethods.volume, '(SUM({q1})/SUM({q0})-1)*SUM({r0})'],
  mix: ['Mix', contractMethods.mix, 'SUM({old})-SUM({q1})/SUM({q0})*SUM({r0})'],
  rate: ['Rate', contractMethods.rate, 'SUM({r1})-SUM({old})'],
} as const;

/** The working of a cell of the table of changes; undefined for a cell without one. */
export function priceVolumeWorking(
  { from, to }: Pick<PriceVolumeYears, 'from' | 'to'>,
  part: PriceVolume,
  columnId: string,
  origin: string,
): Working | undefined {
  const isEffect = columnId in effects;
  const isBoth = ({ before, after }: PriceVolumeLine) => before !== null && after !== null;
  const lines = part.lines.filter(
    (line) => (isEffect && isBoth(line)) || (columnId === 'one-year' ? !isBoth(line) : !isEffect),
  );
  const found = isEffect ? effects[columnId as keyof typeof effects] : plain[columnId];
  if (!found || lines.length === 0) return undefined;
  const [name, definition, template] = found;
  const value = columnId === 'one-year' ? part.oneYear : valueOf(part, columnId);
  return {
    ...contractWorkingShell({ origin }),
    title: `${name}: ${part.label}, ${from} to ${to}`,
    value,
    column: columnId === 'before' || columnId === 'after' ? 'money' : 'signed-money',
    symbols: definition,
    words: definition,
    definition: 'Price, volume and mix variances; with the codes of one year only they add up to the change.',
    excelFunction: 'SUM',
    template,
    operands: [],
    table: linesTable(lines, from, to, isEffect),
  };
}

const plain: Readonly<Record<string, readonly [string, string, string]>> = {
  before: ['Revenue before', 'Σ units × rate of the earlier year.', 'SUM({r0})'],
  after: ['Revenue after', 'Σ units × rate of the later year.', 'SUM({r1})'],
  'one-year': ['Codes of one year', contractMethods.oneYear, 'SUM({r1})-SUM({r0})'],
  change: ['Change', 'Revenue after minus revenue before.', 'SUM({r1})-SUM({r0})'],
};

function valueOf(part: PriceVolume, columnId: string): number {
  return part[columnId as 'before' | 'after' | 'change' | 'volume' | 'mix' | 'rate'];
}

function linesTable(
  lines: readonly PriceVolumeLine[],
  from: number,
  to: number,
  hasOldRates: boolean,
): WorkingTable {
  return {
    title: 'The codes in it',
    labelHeading: 'Payer and code',
    columns: [
      { id: 'q0', label: `Units ${from}` },
      { id: 'r0', label: `Revenue ${from} (USD)` },
      { id: 'q1', label: `Units ${to}` },
      { id: 'r1', label: `Revenue ${to} (USD)` },
      ...(hasOldRates
        ? [{ id: 'old', label: `Units ${to} at rates of ${from}`, template: '{q1}*{r0}/{q0}' }]
        : []),
    ],
    rows: lines.map(({ payer, code, before, after }) => {
      const [q0, r0, q1, r1] = [before?.units, before?.revenue, after?.units, after?.revenue];
      return {
        label: `${code}, ${payer}`,
        cells: {
          q0: { plain: String(q0 ?? 0) },
          r0: { cents: r0 ?? 0 },
          q1: { plain: String(q1 ?? 0) },
          r1: { cents: r1 ?? 0 },
          ...(hasOldRates ? { old: { cents: ((q1 ?? 0) * (r0 ?? 0)) / (q0 ?? 1) } } : {}),
        },
      };
    }),
  };
}
