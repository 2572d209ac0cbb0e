import { present } from '../domain/cell.ts';
import { foldSwings, type Swing, type SwingRow, type SwingStep, swingWidth } from '../domain/impactSwing.ts';
import { capital } from '../text/capital.ts';
import { targetText } from '../text/contractText.ts';
import { impactMethods } from '../text/impactText.ts';
import { countOf, formatMoney, formatRatio } from '../text/numbers.ts';
import { axisAround } from './axisAround.ts';
import { type ContractFigureFacts, marketCautions } from './contractFigures.ts';
import type { Column, Figure } from './figure.ts';

/** A row of a tornado: the whole gain at both ends of each change, in unrounded cents. */
export interface TornadoRow {
  readonly id: string;
  readonly label: string;
  readonly target: readonly [number, number];
  readonly volume: readonly [number, number];
  /** `$400.00 to $800.00` by the target, by the volume. */
  readonly targetText: string;
  readonly volumeText: string;
}

/** What a tornado draws, settled before any pixel. */
export interface TornadoModel {
  readonly title: string;
  readonly summary: string;
  /** The gain as it stands, where every bar begins. */
  readonly base: number;
  readonly baseText: string;
  readonly targetKey: string;
  readonly volumeKey: string;
  readonly rows: readonly TornadoRow[];
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** Rows of a tornado before the rest become one. */
const mostRows = 10;

/** `±10 points`, `±10%`. */
function stepTexts({ volume, points }: SwingStep) {
  return { volume: `±${formatRatio(volume).replace(/\.0%$/, '%')}`, target: `±${points} points` };
}

/** How far the gain swings by each row's own volume and target, as table and drawing of the same rows. */
export function swingFigure(
  swing: Swing,
  nouns: readonly [string, string],
  facts: ContractFigureFacts,
): { readonly figure: Figure; readonly tornado: TornadoModel | null; readonly rows: readonly SwingRow[] } {
  const rows = foldSwings(swing, mostRows).map((row) =>
    row.count === 1 ? row : { ...row, label: countOf(row.count, `other ${nouns[0]}`, `other ${nouns[1]}`) },
  );
  const texts = stepTexts(swing.step);
  const money = (id: string, label: string, definition: string = impactMethods.swing): Column => ({
    id,
    label,
    kind: 'money',
    definition,
  });
  const title = `What the gain hangs on, by ${nouns[0]}`;
  const summary = sentence(swing, rows, texts);
  const figure: Figure = {
    id: 'contract-swing',
    title,
    labelColumn: {
      id: 'part',
      label: capital(nouns[0]),
      kind: 'text',
      definition: 'The widest swing first.',
    },
    columns: [
      money('target-low', `Target −${swing.step.points} points`),
      money('target-high', `Target +${swing.step.points} points`),
      money('volume-low', `Volume ${texts.volume.replace('±', '−')}`),
      money('volume-high', `Volume ${texts.volume.replace('±', '+')}`),
      money('swing', 'Swing', impactMethods.swingWidth),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      label: row.label,
      flags: [],
      cells: {
        'target-low': present(row.lowerTarget),
        'target-high': present(row.higherTarget),
        'volume-low': present(row.fewerUnits),
        'volume-high': present(row.moreUnits),
        swing: present(swingWidth(row)),
      },
    })),
    notes: [
      ...(facts.target.kind === 'percentile' ? marketCautions(swing.positions) : []),
      ...heldNotes(swing),
      'Each amount is the whole gain with this row alone changed, the others as they are.',
    ],
    method: `${impactMethods.swing} ${impactMethods.gainAt} ${facts.method}`,
    sources: facts.origin,
    summary,
  };
  return { figure, rows, tornado: tornadoOf(swing, rows, { title, summary }) };
}

/** Where a moved target stops short of its points, because there is none so far out. */
function heldNotes({ target, step: { points } }: Swing): readonly string[] {
  const isShare = target.kind === 'medicare';
  // Rounded, because 0.9 + 0.1 may come out above 1.
  const percent = Math.round((isShare ? target.share : target.p) * 1e6) / 1e4;
  return [
    ...(percent - points < 0
      ? [
          `A target of ${points} points less would be below ${isShare ? '0% of Medicare' : 'the lowest vote'}, and is that.`,
        ]
      : []),
    ...(!isShare && percent + points > 100
      ? [`A target of ${points} points more would be above the highest vote, and is that.`]
      : []),
  ];
}

function tornadoOf(
  swing: Swing,
  rows: readonly SwingRow[],
  words: { readonly title: string; readonly summary: string },
): TornadoModel | null {
  const drawn = rows.filter((row) => swingWidth(row) > 0);
  if (drawn.length === 0) return null;
  const texts = stepTexts(swing.step);
  const ends = drawn.flatMap(({ fewerUnits, moreUnits, lowerTarget, higherTarget }) => [
    fewerUnits,
    moreUnits,
    lowerTarget,
    higherTarget,
  ]);
  const range = (low: number, high: number) => `${formatMoney(low)} to ${formatMoney(high)}`;
  return {
    ...words,
    base: swing.gain,
    baseText: `Gain ${formatMoney(swing.gain)}`,
    targetKey: `Target ${texts.target}`,
    volumeKey: `Volume ${texts.volume}`,
    rows: drawn.map((row) => ({
      id: row.id,
      label: row.label,
      target: [row.lowerTarget, row.higherTarget],
      volume: [row.fewerUnits, row.moreUnits],
      targetText: range(row.lowerTarget, row.higherTarget),
      volumeText: range(row.fewerUnits, row.moreUnits),
    })),
    ...axisAround(Math.min(...ends, swing.gain), Math.max(...ends, swing.gain)),
  };
}

function sentence(
  { gain, target }: Swing,
  rows: readonly SwingRow[],
  texts: ReturnType<typeof stepTexts>,
): string {
  const [widest] = rows;
  if (!widest || swingWidth(widest) === 0) return 'Nothing here moves the gain.';
  return `The gain at ${targetText(target)} is ${formatMoney(gain)}. It hangs most on ${widest.label}: ${formatMoney(widest.lowerTarget)} to ${formatMoney(widest.higherTarget)} when its target is ${texts.target.slice(1)} lower or higher, ${formatMoney(widest.fewerUnits)} to ${formatMoney(widest.moreUnits)} when its volume is ${texts.volume.slice(1)} less or more.`;
}
