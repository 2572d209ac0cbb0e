import { present } from '../domain/cell.ts';
import type { ContractLine } from '../domain/contract.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import type { PriceVolume, PriceVolumeYears } from '../domain/priceVolume.ts';
import { contractMethods } from '../text/contractText.ts';
import { notCountedText } from '../text/notCountedText.ts';
import { formatMoney, formatSignedMoney } from '../text/numbers.ts';
import type { Column, Figure } from './figure.ts';

/** Why revenue changed from one year of the file to another: volume, mix and rates apart. */
export function priceVolumeFigure(years: PriceVolumeYears, origin: string): Figure {
  const { from, to, payers, total, leftOut } = years;
  const change = (id: string, label: string, definition: string): Column => ({
    id,
    label,
    kind: 'signed-money',
    definition,
  });
  const parts = [...payers, ...(payers.length > 1 ? [total] : [])];
  return {
    id: 'contract-change',
    title: `Why your revenue changed from ${from} to ${to}`,
    labelColumn: {
      id: 'payer',
      label: 'Payer',
      kind: 'text',
      definition: 'For all payers, a move to a payer with other rates is mix.',
    },
    columns: [
      { id: 'before', label: String(from), kind: 'money', definition: `Units × rate in ${from}.` },
      { id: 'after', label: String(to), kind: 'money', definition: `Units × rate in ${to}.` },
      change('change', 'Change', 'After minus before: the four parts added up.'),
      change('volume', 'Volume', contractMethods.volume),
      change('mix', 'Mix', contractMethods.mix),
      change('rate', 'Rate', contractMethods.rate),
      change('one-year', 'Codes of one year', contractMethods.oneYear),
    ],
    rows: parts.map((part) => ({ id: part.label, label: part.label, flags: [], cells: cellsOf(part) })),
    notes: [
      ...(leftOut.length > 0 ? [notCountedText(leftOut.map(lacks))] : []),
      'A year that is not complete in the file shows as fewer units.',
      ...(parts.some(isOffByRounding)
        ? ['Each amount is rounded by itself, so that printed parts may miss the change by a cent.']
        : []),
    ],
    method: `${contractMethods.priceVolume} Volume: ${contractMethods.volume} Mix: ${contractMethods.mix} Rate: ${contractMethods.rate} Codes of one year: ${contractMethods.oneYear}`,
    sources: origin,
    summary: `Revenue went from ${formatMoney(total.before)} to ${formatMoney(total.after)}: ${formatSignedMoney(total.volume)} by volume, ${formatSignedMoney(total.mix)} by mix, ${formatSignedMoney(total.rate)} by rates and ${formatSignedMoney(total.oneYear)} by codes of one year only.`,
  };
}

/** Why a line has no revenue in a year. */
function lacks({ year, units }: ContractLine): string {
  if (year === 0) return 'no year';
  return units === null ? 'no volume' : 'no rate in dollars';
}

/** Whether the parts as printed, in whole cents, do not add up to the change as printed. */
function isOffByRounding({ change, volume, mix, rate, oneYear }: PriceVolume): boolean {
  const printed = [volume, mix, rate, oneYear].map(roundHalfAwayFromZero);
  return printed.reduce((sum, part) => sum + part, 0) !== roundHalfAwayFromZero(change);
}

function cellsOf(part: PriceVolume) {
  return {
    before: present(part.before),
    after: present(part.after),
    change: present(part.change),
    volume: present(part.volume),
    mix: present(part.mix),
    rate: present(part.rate),
    'one-year': present(part.oneYear),
  };
}
