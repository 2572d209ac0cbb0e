import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { medicareAmount } from '../domain/medicareAmount.ts';
import { factorText, indexText } from '../text/medicareText.ts';
import { formatMoney } from '../text/numbers.ts';

/** 97755 in Alaska in the newest year, as a sum that can be checked by hand; null when the tables lack it. */
export function medicareExample(schedule: FeeSchedule): string | null {
  const year = schedule.years.at(-1);
  if (year === undefined) return null;
  const rvu = schedule.relativeValues('97755', year);
  const [locality] = schedule.localities(year, 'AK');
  const factor = schedule.factor(year);
  if (rvu.kind === 'absent' || !locality || !factor) return null;
  const { workRvu, nonFacilityPeRvu, malpracticeRvu } = rvu.value;
  const product = (value: number, index: number) => `${(value / 100).toFixed(2)} × ${indexText(index)}`;
  const amount = medicareAmount(rvu.value, locality, factor);
  return `97755 in Alaska, ${year}: (${product(workRvu, locality.workGpci)} + ${product(nonFacilityPeRvu, locality.peGpci)} + ${product(malpracticeRvu, locality.malpracticeGpci)}) × ${factorText(factor)} = ${formatMoney(amount.nonFacility)}; a later unit ${formatMoney(amount.therapyReduced ?? amount.nonFacility)}.`;
}
