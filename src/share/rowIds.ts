import type { PayerId } from '../domain/payer.ts';

/**
 * What an address calls the rows of a benchmark. Spelled out, because the table of payers with its names is more than
 * the first page's script should carry; a test holds the two together.
 */
export const rowIds: readonly ('buca' | PayerId)[] = [
  'buca',
  'aetna',
  'bcbs',
  'cigna',
  'uhg',
  'humana',
  'kaiser',
  'other',
  'medicare-advantage',
  'medicaid',
  'medicare',
  'workers-comp',
  'tricare',
];

/** The payers of BUCA: those that a market share can be typed for. */
export const bucaIds: readonly PayerId[] = ['aetna', 'bcbs', 'cigna', 'uhg'];
