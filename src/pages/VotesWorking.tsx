import { useMemo } from 'react';
import { recomputeCsv, recomputeExpression } from '../export/recomputeCsv.ts';
import type { RecomputeModel } from '../figures/recompute.ts';
import { recomputeVotesFigure } from '../figures/recomputeVotesFigure.ts';
import { absenceText } from '../text/absence.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { RecomputeDialog } from './RecomputeDialog.tsx';
import { providerLabel, voteCell } from './VoteCells.tsx';

interface VotesWorkingProps {
  readonly model: RecomputeModel;
  readonly onClose: () => void;
  readonly back: { readonly title: string; readonly onBack: () => void } | null;
  readonly onDownload: (text: string) => void;
}

/** The working of a figure that is made of votes alone. */
export function VotesWorking({ model, onClose, back, onDownload }: VotesWorkingProps) {
  const figure = useMemo(() => recomputeVotesFigure(model), [model]);
  const { recipe, value, leftOut } = model;
  return (
    <RecomputeDialog
      verb="Recompute this"
      title={model.title}
      valueText={model.valueText}
      onClose={onClose}
      back={back}
      onDownload={() => onDownload(recomputeCsv(model))}
      facts={[
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
                {recipe.excelFunction}: <code>={recomputeExpression(model)}</code> in the CSV below
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
      ]}
    >
      <SelfSortedTable figure={figure} renderLabel={providerLabel} renderCell={voteCell} />
    </RecomputeDialog>
  );
}

function countedWords({ votes, comparedVotes, measure }: RecomputeModel): string {
  const rates = votes.reduce((total, vote) => total + vote.source.rates.length, 0);
  const compared =
    measure === 'percent-of-medicare' ? `; ${comparedVotes} of them have a Medicare amount` : '';
  return `${votes.length} ${votes.length === 1 ? 'vote' : 'votes'} from ${rates} published ${rates === 1 ? 'rate' : 'rates'}${compared}. A vote is the median (type 7) of a provider’s distinct rates, or one rate where each counts alone.`;
}
