import { formatMoney } from '../text/numbers.ts';
import { smallText } from './rangeLayout.ts';
import { textWidth } from './textWidth.ts';

/** A tick of an axis of amounts: every one keeps its line, some their label. */
export interface AxisTick {
  readonly amount: number;
  readonly x: number;
  readonly label: string;
}

/** Ticks in whole dollars; labels stand on the densest even step that keeps them apart. */
export function axisTicks(amounts: readonly number[], at: (amount: number) => number): readonly AxisTick[] {
  const all = amounts.map((amount) => ({
    amount,
    x: at(amount),
    label: formatMoney(amount).replace(/\.00$/, ''),
  }));
  const widest = Math.max(0, ...all.map((tick) => textWidth(tick.label, smallText)));
  const gap = all.length < 2 ? Number.POSITIVE_INFINITY : (all[1]?.x ?? 0) - (all[0]?.x ?? 0);
  const step = Math.max(1, Math.ceil((widest + 10) / Math.max(1, gap)));
  return all.map((tick, index) => (index % step === 0 ? tick : { ...tick, label: '' }));
}
