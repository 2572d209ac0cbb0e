import type { NoMatch, VolumeJoin, VolumeLine } from '../domain/volumeJoin.ts';
import { countOf, formatCount } from './numbers.ts';

/** Where a volume file's units went: the four parts add up to what the file holds. */
export function volumeSentence(
  file: string,
  units: { readonly inFile: number; readonly leftOut: number; readonly otherYears: number },
  { matched, unmatched }: Pick<VolumeJoin, 'matched' | 'unmatched'>,
): string {
  const without = unmatched.reduce((sum, { volume }) => sum + volume.units, 0);
  const { inFile, leftOut, otherYears } = units;
  const years = otherYears === 0 ? '' : ` + of other years ${formatCount(otherYears)}`;
  const agrees =
    matched + without + leftOut + otherYears === inFile ? '' : ' These do not add up: please tell us.';
  return `Units in ${file} ${formatCount(inFile)} = on your contract’s lines ${formatCount(matched)} + without a line ${formatCount(without)} + on lines left out ${formatCount(leftOut)}${years}.${agrees}`;
}

/** What was assumed to spread units; '' where nothing was. */
export function spreadSentence(spread: number): string {
  if (spread === 0) return '';
  return `${countOf(spread, 'unit fits', 'units fit')} several lines of your contract, because the file does not say which payer or rate. An assumption: they are spread by the volumes the contract states for these lines, evenly where it states none.`;
}

const reasons: Readonly<Record<NoMatch, string>> = {
  code: 'Your contract has no rate in force for this code.',
  payer: 'Your contract has this code, but not for this payer.',
  modifier: 'Your contract has this code and payer, but no rate with this modifier.',
  'place of service': 'Your contract has this code and payer, but not at this place of service.',
  state: 'Your contract has this code and payer, but not in this state.',
};

/** Why a line of volumes found no rate. */
export function noMatchText(why: NoMatch): string {
  return reasons[why];
}

/** `97110-CQ, Aetna PPO: 40 units on 2 lines`. */
export function volumeLineText({ code, modifier, payer, units, lines }: VolumeLine): string {
  const name = modifier === '' ? code : `${code}-${modifier.replaceAll('|', '-')}`;
  const whose = payer === '' ? 'no payer' : payer;
  const where = lines === 1 ? '' : ` on ${countOf(lines, 'line')}`;
  return `${name}, ${whose}: ${countOf(units, 'unit')}${where}`;
}
