import type { PayerId } from '../domain/payer.ts';
import { type RecomputeMeasure, recomputeMeasures } from '../domain/recomputeMeasure.ts';
import { rowIds } from './rowIds.ts';
import type { UnreadPart } from './unreadPart.ts';

/** A figure whose working lies open. */
export interface Work {
  readonly row: 'buca' | PayerId;
  readonly measure: RecomputeMeasure;
  /** The figure of the nation that stands beside a place's; never on the national page, where it is the only one. */
  readonly ofNation: boolean;
}

/** `aetna.median`, or `us.aetna.median` for the nation's figure on the page of a place. */
export function formatWork({ row, measure, ofNation }: Work): string {
  return `${ofNation ? 'us.' : ''}${row}.${measure}`;
}

/** @param isNationalPage where the nation's figure is the page's own, so `us.` says nothing */
export function parseWork(
  text: string | undefined,
  isNationalPage: boolean,
  unread: UnreadPart[],
): Work | null {
  if (text === undefined) return null;
  const [, nation, row, measure] = /^(us\.)?([a-z-]+)\.([a-z0-9-]+)$/.exec(text.toLowerCase()) ?? [];
  const foundRow = rowIds.find((each) => each === row);
  const foundMeasure = recomputeMeasures.find((each) => each === measure);
  if (foundRow !== undefined && foundMeasure !== undefined) {
    return { row: foundRow, measure: foundMeasure, ofNation: nation !== undefined && !isNationalPage };
  }
  unread.push({ part: `work=${text}`, reason: 'not a figure with a working; none is opened' });
  return null;
}
