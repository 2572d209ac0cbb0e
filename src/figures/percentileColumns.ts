import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { percentileMethod } from '../text/methods.ts';
import { type Column, moneyColumn } from './figure.ts';

/** P25, median and P75 of votes. @param definition of the percentiles; type 7 unless told */
export function percentileColumns(definition?: QuantileDefinition): readonly Column[] {
  return [
    moneyColumn('p25', 'P25', percentileMethod('p25', definition)),
    moneyColumn('median', 'Median', percentileMethod('median', definition)),
    moneyColumn('p75', 'P75', percentileMethod('p75', definition)),
  ];
}
