import { valueOf } from '../domain/cell.ts';
import type { LinePosition, Target } from '../domain/contractPosition.ts';
import type { TalkingPoint } from '../domain/talkingPoints.ts';
import { restsOn, type WeakSpot } from '../domain/weakSpots.ts';
import { codeLabel, targetText } from './contractText.ts';
import { gradeText } from './gradeText.ts';
import { listOf } from './names.ts';
import { countOf, firstOf, formatCount, formatMoney, formatRatio } from './numbers.ts';

export interface TalkingFacts {
  readonly target: Target;
  /** Whether the file states volumes: without, each line weighs the same. */
  readonly isWeighted: boolean;
  /** "release 2026-11-22.51ebda87". */
  readonly release: string;
  /** "Houston (18)" or "the mean over Texas’s localities". */
  readonly locality: string;
}

/** `97110, Aetna PPO`. */
const named = ({ line }: LinePosition) => `${line.code}, ${line.payer}`;

/** What is claimed, and nothing that is not in the cells. */
export function talkingClaim({ said, payer, stake }: TalkingPoint, { target }: TalkingFacts): string {
  const dollars = valueOf(stake);
  const brings = (what: string) =>
    dollars === undefined ? '' : ` ${what} would bring ${formatMoney(dollars)} over the period of the file.`;
  switch (said.rule) {
    case 'below-medicare':
      return `${payer} pays ${formatRatio(said.index)} of Medicare over ${countOf(said.of, 'line')}${said.compared === said.of ? '' : ' with a volume'}; ${belowWords(said)} below Medicare.${brings(said.lines === 1 ? 'That line at Medicare' : 'Those lines at Medicare')}`;
    case 'below-p25':
      return `${said.lines} of ${countOf(said.of, 'line')} of ${payer} with a market ${said.lines === 1 ? 'is' : 'are'} below the market’s P25.${brings(said.lines === 1 ? 'That line at P25' : 'Those lines at P25')}`;
    case 'line-below-median': {
      const { own, median, rank, ofMedicare } = said.position;
      const at = rankWords(valueOf(rank));
      const share = valueOf(ofMedicare);
      return `${named(said.position)}: ${formatMoney(valueOf(own) ?? 0)} against a market median of ${formatMoney(valueOf(median) ?? 0)}${at}${share === undefined ? '' : `, ${formatRatio(share)} of Medicare`}.${brings('The median')}`;
    }
    case 'below-own-others':
      return `${payer} pays ${formatRatio(said.index)} of what your other payers pay for the same codes; less for ${said.lines} of ${countOf(said.of, 'line')}.${brings(said.lines === 1 ? 'That line at the others’ average' : 'Those lines at the others’ average')}`;
    case 'most-of-the-gain':
      return `${countOf(said.lines, 'line')} of the ${formatCount(said.of)} with a gain at ${targetText(target)} ${said.lines === 1 ? 'carries' : 'carry'} ${formatRatio(said.share)} of it.${brings(said.lines === 1 ? 'It' : 'They')}`;
    case 'above-charge':
      return `${said.lines} of ${countOf(said.of, 'rate')} with a charge ${said.lines === 1 ? 'is' : 'are'} above your own charge. Where the contract pays the lesser of the two, the charge is what is paid${dollars === undefined ? '' : `: ${formatMoney(dollars)} less over the period of the file`}.`;
    case 'above-p75':
      return `${said.lines} of ${countOf(said.of, 'line')} with a market ${said.lines === 1 ? 'is' : 'are'} at the market’s P75 or above. The payer can point at ${said.lines === 1 ? 'it' : 'them'}${dollars === undefined ? '' : `: ${formatMoney(dollars)} above the medians over the period of the file`}.`;
    case 'no-benchmark': {
      const share = valueOf(said.share);
      return `${said.lines} of ${countOf(said.of, 'line')} ${said.lines === 1 ? 'has' : 'have'} no market to be held against${share === undefined ? '' : `, ${formatRatio(share)} of the revenue in the file`}.`;
    }
  }
}

/** `it is`, `1 of them is`, `2 of 5 lines are`: what is below Medicare, of the lines just named or of those without volumes too. */
function belowWords({
  lines,
  of,
  compared,
}: {
  readonly lines: number;
  readonly of: number;
  readonly compared: number;
}) {
  const verb = lines === 1 ? 'is' : 'are';
  if (compared !== of) return `${lines} of ${countOf(compared, 'line')} ${verb}`;
  return compared === 1 ? `it ${verb}` : `${lines} of them ${verb}`;
}

function rankWords(rank: number | undefined): string {
  if (rank === undefined) return '';
  return rank === 0 ? ', at or below every vote' : `, percentile rank ${formatRatio(rank)}`;
}

const evidenceCodes = 6;

/** The numbers a claim rests on, with n, grade, source and date. */
export function talkingEvidence({ said, positions }: TalkingPoint, facts: TalkingFacts): string {
  switch (said.rule) {
    case 'below-medicare':
      return `${facts.isWeighted ? 'Σ units × rate ÷ Σ units × Medicare' : 'Σ rate ÷ Σ Medicare, each line alike'}; ${medicareText(positions, facts)}. Below: ${ofMedicareText(positions)}. ${medicareSource(facts)}`;
    case 'line-below-median': {
      const { p25, p75 } = said.position;
      return `P25 ${formatMoney(valueOf(p25) ?? 0)}, P75 ${formatMoney(valueOf(p75) ?? 0)}; ${marketText(positions)}; ${facts.release}.`;
    }
    case 'below-p25':
    case 'above-p75':
    case 'most-of-the-gain':
      if (restsOn(said.rule, facts.target) === 'medicare')
        return `${ofMedicareText(positions)}; ${medicareText(positions, facts)}. ${medicareSource(facts)}`;
      return `${linesText(positions, ({ rank }) => (rank.kind === 'value' ? `rank ${formatRatio(rank.value)}` : ''))}; ${marketText(positions)}; ${facts.release}.`;
    case 'below-own-others':
      return `Your file: ${linesText(positions, ({ own }) => formatMoney(valueOf(own) ?? 0))}. Others’ average in the same plan line, ${facts.isWeighted ? 'by volume' : 'each line alike'}.`;
    case 'above-charge':
      return `Your file: ${linesText(positions, ({ own, line }) => `${formatMoney(valueOf(own) ?? 0)} against a charge of ${formatMoney(line.charge ?? 0)}`)}.`;
    case 'no-benchmark':
      return `Codes: ${listShort([...new Set(positions.map(codeLabel))])}; ${facts.release}.`;
  }
}

/** `Medicare 2026, Houston (18)`. */
function medicareText(positions: readonly LinePosition[], { locality }: TalkingFacts): string {
  return `Medicare ${yearsOf(positions.map(({ medicareYear }) => medicareYear))}, ${locality}`;
}

function ofMedicareText(positions: readonly LinePosition[]): string {
  return linesText(positions, ({ ofMedicare }) => ratioText(valueOf(ofMedicare)));
}

function medicareSource({ release }: TalkingFacts): string {
  return `Source: CMS physician fee schedule, ${release}.`;
}

function ratioText(value: number | undefined): string {
  return value === undefined ? '' : formatRatio(value);
}

/** `97110, Aetna PPO 81.2%; 97140 …`: the first lines by revenue, and how many more. */
function linesText(positions: readonly LinePosition[], number: (position: LinePosition) => string): string {
  const revenue = ({ line, own }: LinePosition) => (line.units ?? 0) * (valueOf(own) ?? 0);
  const sorted = [...positions].sort((a, b) => revenue(b) - revenue(a));
  const payers = new Set(positions.map(({ line }) => line.payer));
  const label = (position: LinePosition) => (payers.size === 1 ? position.line.code : named(position));
  const shown = sorted.slice(0, evidenceCodes).map((each) => `${label(each)} ${number(each)}`.trim());
  const more = positions.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; ${more} more` : ''}`;
}

function listShort(words: readonly string[]): string {
  return listOf(firstOf(words, 12));
}

/** `n 12 to 45 votes, grades good and fair, files of 2021 to 2026`. */
function marketText(positions: readonly LinePosition[]): string {
  const markets = positions.flatMap(({ market }) => (market ? [market] : []));
  if (markets.length === 0) return 'no published rates to compare with';
  const counts = markets.map(({ votes }) => votes.length);
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  const grades = [...new Set(markets.map(({ row }) => gradeText(row.grade).word))];
  const years = markets.flatMap(({ row }) => row.votes.map(({ year }) => year)).filter((year) => year > 0);
  const n = least === most ? countOf(least, 'vote') : `${formatCount(least)} to ${formatCount(most)} votes`;
  const files = years.length === 0 ? 'files of no stated year' : `newest files of ${yearsOf(years)}`;
  return `n ${n}, ${grades.length === 1 ? 'grade' : 'grades'} ${listOf(grades)}, ${files}`;
}

function yearsOf(years: readonly number[]): string {
  const first = years.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = years.reduce((a, b) => Math.max(a, b), 0);
  return first === last ? String(first) : `${first} to ${last}`;
}

/** A weak spot as the other side may put it. */
export function weakSpotText(spot: WeakSpot): string {
  switch (spot.kind) {
    case 'few-votes':
      return `Few votes: ${spot.n} behind ${named(spot.position)}.`;
    case 'grade':
      return gradeSpotText(spot.reason, spot.lines);
    case 'hospitals':
      return `Hospitals: ${formatCount(spot.hospitals)} of ${countOf(spot.votes, 'vote')} are hospitals’ own rates, as a rule above a practice’s.`;
    case 'pooled-states':
      return 'The market pools the states with files; it is not yours alone.';
    case 'pooled-payers':
      return 'The market pools BUCA; it is not this payer’s own.';
    case 'many-payers':
      return `The market is ${listOf(spot.markets)}, of many companies; it is not this payer’s own.`;
    case 'locality-mean':
      return 'Medicare is the mean over the state’s localities; yours may differ.';
    case 'medicare-year':
      return `Medicare is of ${spot.year}: ${countOf(spot.lines, 'line states', 'lines state')} another year or none.`;
    case 'claims':
      return 'Your rates are averages of what was allowed on claims, not rates as agreed.';
    case 'no-volume':
      return `${countOf(spot.lines, 'line has', 'lines have')} no volume and add${spot.lines === 1 ? 's' : ''} nothing to the dollars.`;
    case 'own-contracts':
      return 'It rests on your other contracts, whose rates may be confidential: say the share, not the rates.';
  }
}

/** The worst of its kind, and on how many lines there is one. */
function gradeSpotText(reason: Extract<WeakSpot, { kind: 'grade' }>['reason'], lines: number): string {
  const several = lines > 1;
  const where = several ? ` (${countOf(lines, 'line')})` : '';
  switch (reason.rule) {
    case 'vintage-spread':
      return `Vintage: files ${several ? 'up to ' : ''}${reason.years} years apart${where}.`;
    case 'soft-methodology':
      return `Methodology: ${several ? 'as few as ' : ''}${formatRatio(reason.firmShare)} of the rates state a dollar methodology${where}.`;
    case 'large-provider':
      return `One provider: ${several ? 'up to ' : ''}${formatRatio(reason.share)} of the votes${where}.`;
  }
}
