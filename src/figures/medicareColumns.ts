import { absent } from '../domain/cell.ts';
import type { ConversionFactor } from '../domain/medicareTables.ts';
import { factorGroupText, factorText, medicareMethods } from '../text/medicareText.ts';
import { methods } from '../text/methods.ts';
import type { Column } from './figure.ts';

/** The three amounts Medicare allows for a unit, as every table of the fee schedule names them. */
export const amountColumns: readonly Column[] = [
  { id: 'non-facility', label: 'Non-facility', kind: 'money', definition: medicareMethods.nonFacility },
  { id: 'facility', label: 'Facility', kind: 'money', definition: medicareMethods.facility },
  { id: 'later-unit', label: 'Later unit', kind: 'money', definition: medicareMethods.laterUnit },
];

/** Why a service has no amount for a later unit of the day. */
export const notTherapy = absent('not-comparable', 'not an always-therapy service');

/** How an amount is made, with the conversion factor it was made with. */
export function feeScheduleMethod(factor: ConversionFactor | undefined): string {
  if (!factor) return methods.medicare;
  const { from, to } = factor;
  return `${methods.medicare} Conversion factor ${factorText(factor)}, in force ${from} to ${to}${factorGroupText[factor.appliesTo]}.`;
}
