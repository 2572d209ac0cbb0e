import type { ReactNode } from 'react';
import { recomputeExpression } from '../export/recomputeCsv.ts';
import { workingExpression } from '../export/workingCsv.ts';
import type { RecomputeModel } from '../figures/recompute.ts';
import { type Explained, isWorking, type Working } from '../figures/working.ts';
import { absenceText } from '../text/absence.ts';
import { countOf, formatCount } from '../text/numbers.ts';

export interface RecomputeFact {
  readonly term: string;
  readonly text: ReactNode;
}

/** What a panel says of a figure before it lists what the figure is made of. */
export function recomputeFacts(explained: Explained): readonly RecomputeFact[] {
  return isWorking(explained) ? workingFacts(explained) : votesFacts(explained);
}

function workingFacts(working: Working): readonly RecomputeFact[] {
  const { words, symbols, definition, template, excelFunction, facts, leftOut, origin } = working;
  return [
    { term: 'In words', text: words },
    ...(symbols === '' ? [] : [{ term: 'Formula', text: symbols }]),
    { term: 'Definition', text: definition },
    {
      term: 'In Excel',
      text:
        template === '' ? (
          'Nothing to compute: shown as published.'
        ) : (
          <>
            {excelFunction}: <code>={workingExpression(working)}</code>, live in the CSV below
          </>
        ),
    },
    ...facts,
    { term: 'Not counted', text: leftOut.length === 0 ? 'Nothing.' : `${leftOut.join('; ')}.` },
    { term: 'Data', text: origin },
  ];
}

function votesFacts(model: RecomputeModel): readonly RecomputeFact[] {
  const { recipe, value, leftOut } = model;
  return [
    { term: 'In words', text: recipe.words },
    { term: 'Formula', text: recipe.symbols },
    { term: 'Definition', text: recipe.definition },
    {
      term: 'In Excel',
      text:
        value.kind === 'absent' ? (
          `No figure: ${absenceText(value)}.`
        ) : (
          <>
            {recipe.excelFunction}: <code>={recomputeExpression(model)}</code>, live in the CSV below
          </>
        ),
    },
    { term: 'Counted', text: countedWords(model) },
    {
      term: 'Not counted',
      text:
        leftOut.length === 0
          ? 'Nothing of this code and place.'
          : `${leftOut.join('; ')} (rates of this code and place, all payers).`,
    },
    { term: 'Scope', text: model.scope },
    { term: 'Rates file', text: `${model.ratesFile}, ${model.origin}` },
  ];
}

function countedWords({ votes, n, noun, comparedVotes, measure }: RecomputeModel): string {
  const rates = votes.reduce((total, vote) => total + vote.weight * vote.source.rates.length, 0);
  const compared =
    measure === 'percent-of-medicare' ? `; ${formatCount(comparedVotes)} of them have a Medicare amount` : '';
  if (noun === 'rate') return `${countOf(n, 'published rate')}, each a vote of its own${compared}.`;
  return `${countOf(n, 'vote')} from ${countOf(rates, 'published rate')}${compared}. A vote is the median (type 7) of a provider’s distinct rates.`;
}
