import { present, valueOf } from '../domain/cell.ts';
import type { Target } from '../domain/contractPosition.ts';
import { gainAtVolume, type SensitivityRow, volumeChanges } from '../domain/impactSensitivity.ts';
import { targetText } from '../text/contractText.ts';
import { impactMethods, targetName, volumeName } from '../text/impactText.ts';
import { formatMoney } from '../text/numbers.ts';
import { type ContractFigureFacts, marketCautions } from './contractFigures.ts';
import type { Figure } from './figure.ts';

/** Column of a change of volume: `volume -20`. */
export function volumeColumn(change: number): string {
  return `volume ${Math.round(change * 100)}`;
}

/** Equal but for what binary fractions make of a share that was typed as a percentage. */
export function isSameTarget(a: Target, b: Target): boolean {
  if (a.kind === 'medicare') return b.kind === 'medicare' && Math.abs(a.share - b.share) < 1e-9;
  return b.kind === 'percentile' && Math.abs(a.p - b.p) < 1e-9;
}

/** The whole gain by target (down) and by a change of every volume (across). */
export function sensitivityFigure(rows: readonly SensitivityRow[], facts: ContractFigureFacts): Figure {
  // A line stands under every target; the votes of its market are there once.
  const counted = [
    ...new Map(rows.flatMap(({ positions }) => positions).map((each) => [each.line.id, each])).values(),
  ];
  return {
    id: 'contract-sensitivity',
    title: 'What other targets and volumes would bring',
    labelColumn: {
      id: 'target',
      label: 'Target',
      kind: 'text',
      definition: 'What every line below it is raised to.',
    },
    columns: [
      { id: 'lines', label: 'Lines', kind: 'count', definition: impactMethods.counted },
      ...volumeChanges.map((change) => ({
        id: volumeColumn(change),
        label: volumeName(change),
        kind: 'signed-money' as const,
        definition: impactMethods.gainAt,
      })),
      {
        id: 'to-spare',
        label: 'Volume that may go',
        kind: 'signed-ratio',
        definition: impactMethods.volumeToSpare,
      },
    ],
    rows: rows.map((row) => ({
      id: targetName(row.target),
      label: targetName(row.target),
      flags: isSameTarget(row.target, facts.target) ? ['your target'] : [],
      cells: {
        lines: present(row.positions.length),
        ...Object.fromEntries(
          volumeChanges.map((change) => [volumeColumn(change), gainAtVolume(row, change)]),
        ),
        'to-spare': row.volumeToSpare,
      },
    })),
    notes: [
      ...marketCautions(counted),
      'A target may be had for some lines only, so two rows need not be of the same lines.',
    ],
    method: `${impactMethods.gainAt} ${impactMethods.volumeToSpare} ${facts.method}`,
    sources: facts.origin,
    summary: sentence(rows, facts.target),
  };
}

function sentence(rows: readonly SensitivityRow[], target: Target): string {
  const known = rows.filter(({ positions }) => positions.length > 0);
  if (known.length === 0) return 'No line has a volume, a rate and any of these targets.';
  const ranked = known.toSorted((a, b) => a.gain - b.gain);
  const [least, most] = [ranked[0] as SensitivityRow, ranked.at(-1) as SensitivityRow];
  const chosen = known.find((row) => isSameTarget(row.target, target));
  if (most.gain === 0)
    return known.length === 1
      ? `No line is below ${targetText(most.target)}, the only one of these targets that any has.`
      : 'No line is below any of these targets that it has.';
  const range =
    least.gain === most.gain
      ? `${formatMoney(most.gain)} at ${targetText(most.target)}, at the volumes of your file.`
      : `From ${formatMoney(least.gain)} at ${targetText(least.target)} to ${formatMoney(most.gain)} at ${targetText(most.target)}, at the volumes of your file.`;
  if (!chosen) return range;
  const at = (change: number) => formatMoney(valueOf(gainAtVolume(chosen, change)) ?? 0);
  return `${range} At your target it is ${formatMoney(chosen.gain)}; with a fifth less or more volume ${at(-0.2)} to ${at(0.2)}.`;
}
