import { formatMoney } from '../text/numbers.ts';
import { smallText } from './rangeLayout.ts';
import { textWidth } from './textWidth.ts';

/** A tick of an axis of amounts: every one keeps its line, some their label. */
export interface AxisTick {
  readonly amount: number;
  readonly x: number;
  readonly label: string;
}

/** Ticks in dollars; labels stand on the densest even step that keeps them apart. */
export function axisTicks(amounts: readonly number[], at: (amount: number) => number): readonly AxisTick[] {
  const all = amounts.map((amount) => ({
    amount,
    x: at(amount),
    label: labelOf(amount, Math.max(...amounts)),
  }));
  const widest = Math.max(0, ...all.map((tick) => textWidth(tick.label, smallText)));
  const gap = all.length < 2 ? Number.POSITIVE_INFINITY : (all[1]?.x ?? 0) - (all[0]?.x ?? 0);
  const step = Math.max(1, Math.ceil((widest + 10) / Math.max(1, gap)));
  return all.map((tick, index) => (index % step === 0 ? tick : { ...tick, label: '' }));
}

/** Amounts of an axis that runs past ten thousand dollars are short, `$250k` or `$1.25M`, where that is exact. */
function labelOf(amount: number, most: number): string {
  const dollars = amount / 100;
  const [unit, sign, digits] =
    most >= 100_000_000 ? ([1_000_000, 'M', 2] as const) : ([1000, 'k', 1] as const);
  const short = Number((dollars / unit).toFixed(digits));
  if (most < 1_000_000 || dollars === 0 || short * unit !== dollars)
    return formatMoney(amount).replace(/\.00$/, '');
  return `$${short}${sign}`;
}
