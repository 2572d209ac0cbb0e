/** What a range chart draws, settled before any pixel: order, amounts, absences, ticks. Amounts are (unrounded) cents. */
export interface RangeMark {
  /** Unique within the model; labels may repeat. */
  readonly id: string;
  readonly label: string;
  /** The payer's colour token: `aetna` → `--payer-aetna`. */
  readonly colour: string;
  readonly p25?: number;
  readonly median?: number;
  readonly p75?: number;
  readonly mean?: number;
  /** Drawn as dots when there are too few for percentiles. */
  readonly votes: readonly number[];
  readonly n: number;
  /** Words drawn in the row when there is nothing to draw; empty otherwise. */
  readonly absence: string;
  /** The row as a sentence, for hover and keyboard. */
  readonly detail: string;
}

export interface RangeModel {
  readonly title: string;
  readonly summary: string;
  readonly marks: readonly RangeMark[];
  readonly medicare: { readonly amount: number; readonly label: string } | null;
  /** The axis, in cents. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Words for values past the end of the axis. */
  readonly beyond: readonly string[];
}
