import { absent, type Cell, present } from '../domain/cell.ts';
import type { EffectMeasures, FlaggedVote, OutlierEffect } from '../domain/outlierEffect.ts';
import { votesIn } from '../domain/sortedVotes.ts';
import { absenceText } from '../text/absence.ts';
import { methods } from '../text/methods.ts';
import { listOf } from '../text/names.ts';
import { countOf, formatCell, formatCount, formatRatio } from '../text/numbers.ts';
import { plausibilityRule, plausibilityText } from '../text/publishedText.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

/** More votes than a reader goes through; the rest is counted. */
const mostVotes = 100;

interface EffectFigureInput {
  readonly effects: readonly OutlierEffect[];
  /** For the title: `97110, Texas`. */
  readonly subject: string;
  readonly origin: string;
}

const flipWords = 'crosses 100% of Medicare';

/** Each group's figures with every vote and without the flagged ones. */
export function outlierEffectFigure({ effects, subject, origin }: EffectFigureInput): Figure {
  const flagged = effects.reduce((total, effect) => total + effect.flaggedVotes, 0);
  return {
    id: 'outlier-effect',
    title: `What flagged votes do for ${subject}`,
    labelColumn: { id: 'group', label: 'Payer', kind: 'text', definition: methods.payer },
    columns: effectColumns,
    rows: effects.map(effectRow),
    notes: [],
    method: `${plausibilityRule} % of Medicare: sum of the votes ÷ sum of their Medicare amounts, or mean ÷ mean for a printed table; median of Medicare: median ÷ median.`,
    sources: `${origin}.`,
    summary: flagged === 0 ? 'No vote is flagged: leaving out changes nothing.' : summaryOf(effects),
  };
}

function summaryOf(effects: readonly OutlierEffect[]): string {
  const [first] = effects;
  const flips = effects.filter((effect) => effect.flips).map(({ group }) => group.name);
  const head = first
    ? `${first.group.name}: ${countOf(first.flaggedVotes, 'flagged vote')} of ${formatCount(first.all.n)}; ${effectWords(first)}.`
    : '';
  // Where Medicare prices nothing here, no payer could be moved across it: to say that none is would be a finding.
  if (!effects.some(isCompared)) return head;
  const tail =
    flips.length === 0
      ? ' Leaving them out moves no payer across 100% of Medicare.'
      : ` Leaving them out crosses 100% of Medicare for ${listOf(flips)}: the conclusion hangs on flagged votes.`;
  return `${head}${tail}`;
}

function isCompared({ all, withoutAll }: OutlierEffect): boolean {
  return all.percentOfMedicare.kind === 'value' && withoutAll.percentOfMedicare.kind === 'value';
}

function effectWords(effect: OutlierEffect): string {
  const { all, withoutAll } = effect;
  if (all.percentOfMedicare.kind === 'absent')
    return `mean ${formatCell(all.mean, 'money')} with, ${formatCell(withoutAll.mean, 'money')} without; % of Medicare: ${absenceText(all.percentOfMedicare)}`;
  return `${ratioWords(all.percentOfMedicare)} of Medicare with, ${ratioWords(withoutAll.percentOfMedicare)} without (means)${medianWords(effect)}`;
}

function medianWords({ all }: OutlierEffect): string {
  return all.medianOfMedicare.kind === 'value'
    ? `; median to median ${formatRatio(all.medianOfMedicare.value)}`
    : '';
}

function ratioWords(cell: Cell): string {
  return cell.kind === 'value' ? formatRatio(cell.value) : absenceText(cell);
}

const without = 'The same without the flagged votes.';

const effectColumns: readonly Column[] = [
  { id: 'n', label: 'Votes', kind: 'count', definition: 'Votes, flagged ones included.' },
  { id: 'flagged', label: 'Flagged', kind: 'count', definition: plausibilityRule },
  { id: 'mean', label: 'Mean', kind: 'money', definition: 'Mean of all votes.' },
  { id: 'mean-without', label: 'Mean without', kind: 'money', definition: without },
  { id: 'median', label: 'Median', kind: 'money', definition: 'Median of all votes.' },
  { id: 'median-without', label: 'Median without', kind: 'money', definition: without },
  { id: 'percent', label: '% of Medicare', kind: 'ratio', definition: 'Of all votes, by means or sums.' },
  { id: 'percent-without', label: '% without', kind: 'ratio', definition: without },
  {
    id: 'median-percent',
    label: 'Median of Medicare',
    kind: 'ratio',
    definition: 'Median ÷ median, all votes.',
  },
];

function effectRow({ group, all, withoutAll, flaggedVotes, flips }: OutlierEffect): FigureRow {
  return {
    id: group.id,
    label: group.name,
    cells: {
      n: present(all.n),
      flagged: present(flaggedVotes),
      mean: all.mean,
      'mean-without': withoutAll.mean,
      median: all.median,
      'median-without': withoutAll.median,
      percent: all.percentOfMedicare,
      'percent-without': withoutAll.percentOfMedicare,
      'median-percent': all.medianOfMedicare,
    },
    flags: flips ? [flipWords] : [],
  };
}

const voteColumns: readonly Column[] = [
  { id: 'why', label: 'Why', kind: 'text', definition: plausibilityRule },
  { id: 'amount', label: 'Vote', kind: 'money', definition: 'The flagged amount.' },
  {
    id: 'of-medicare',
    label: '% of its Medicare',
    kind: 'ratio',
    definition: 'The vote ÷ its own Medicare amount.',
  },
  { id: 'mean', label: 'Mean without it', kind: 'money', definition: 'Every other vote counted.' },
  { id: 'median', label: 'Median without it', kind: 'money', definition: 'Every other vote counted.' },
  {
    id: 'percent',
    label: '% of Medicare without it',
    kind: 'ratio',
    definition: 'Every other vote counted.',
  },
  { id: 'date', label: 'File date', kind: 'text', definition: 'Date of the newest file behind the vote.' },
];

export interface FlaggedVotesFigure {
  readonly figure: Figure;
  /** The group's name by row id. */
  readonly groups: ReadonlyMap<string, string>;
}

/** How many votes are flagged, and what their table shows; empty when none is. */
export function flaggedSummary(effects: readonly OutlierEffect[]): string {
  const count = effects.reduce((total, { flaggedVotes }) => total + flaggedVotes, 0);
  return count === 0
    ? ''
    : `${countOf(count, 'flagged vote')}; each line shows the figures with every vote but that one.`;
}

/** Each flagged vote, and what its group's figures are without it alone. Null when nothing is flagged. */
export function flaggedVotesFigure({
  effects,
  subject,
  origin,
}: EffectFigureInput): FlaggedVotesFigure | null {
  const all = effects.flatMap((effect) => effect.flagged.map((flagged) => ({ effect, flagged })));
  if (all.length === 0) return null;
  const shown = all.slice(0, mostVotes);
  const figure: Figure = {
    id: 'flagged-votes',
    title: `Each flagged vote for ${subject}`,
    labelColumn: {
      id: 'vote',
      label: 'Vote of',
      kind: 'text',
      definition: 'The provider, or the payer as printed.',
    },
    columns: voteColumns,
    rows: shown.map(({ flagged }) => voteRow(flagged)),
    notes:
      all.length > shown.length
        ? [`${countOf(votesOf(all) - votesOf(shown), 'more flagged vote')} not shown.`]
        : [],
    method: plausibilityRule,
    sources: `${origin}.`,
    summary: flaggedSummary(effects),
  };
  return {
    figure,
    groups: new Map(shown.map(({ effect, flagged }) => [flagged.vote.id, groupName(effect)])),
  };
}

function votesOf(entries: readonly { readonly flagged: FlaggedVote }[]): number {
  return votesIn(entries.map(({ flagged }) => flagged.vote));
}

function groupName({ group, all }: OutlierEffect): string {
  return `${group.name}, ${measureWords(all)}`;
}

function measureWords({ n, percentOfMedicare }: EffectMeasures): string {
  const ratio =
    percentOfMedicare.kind === 'value' ? `, ${formatRatio(percentOfMedicare.value)} of Medicare` : '';
  return `with all ${countOf(n, 'vote')}${ratio}`;
}

function voteRow({ vote, without: measures, flips }: FlaggedVote): FigureRow {
  const { medicare } = vote;
  return {
    id: vote.id,
    label: vote.label,
    cells: {
      why: present(vote.flags.map((flag) => plausibilityText[flag]).join('; ')),
      amount: present(vote.amount),
      'of-medicare':
        medicare.kind === 'absent'
          ? medicare
          : medicare.value > 0
            ? present(vote.amount / medicare.value)
            : absent('not-comparable', 'its Medicare amount is $0.00'),
      mean: measures.mean,
      median: measures.median,
      percent: measures.percentOfMedicare,
      date: vote.date === '' ? absent('not-in-input') : present(vote.date),
    },
    flags: flips ? [flipWords] : [],
  };
}
