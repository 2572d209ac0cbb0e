import { useEffect, useId, useMemo, useRef } from 'react';
import { downloadText } from '../export/downloadText.ts';
import { recomputeCsv, recomputeExpression } from '../export/recomputeCsv.ts';
import type { RecomputeModel } from '../figures/recompute.ts';
import { recomputeVotesFigure } from '../figures/recomputeVotesFigure.ts';
import { absenceText } from '../text/absence.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './RecomputePanel.module.css';
import { providerLabel, voteCell } from './VoteCells.tsx';

interface RecomputePanelProps {
  readonly model: RecomputeModel;
  readonly onClose: () => void;
  /** Hands the CSV to the reader; a test reads it instead. */
  readonly onDownload?: (name: string, text: string) => void;
}

/**
 * How a figure was made, and everything needed to make it again. A modal dialog of the platform's own: it keeps the
 * focus, closes on Escape, and gives the focus back to where it came from.
 */
export function RecomputePanel({ model, onClose, onDownload = downloadText }: RecomputePanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const figure = useMemo(() => recomputeVotesFigure(model), [model]);
  const { recipe, value } = model;

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);

  return (
    <dialog ref={dialog} className={styles['panel']} aria-labelledby={headingId} onClose={onClose}>
      <div className={styles['content']}>
        <div className={styles['head']}>
          <div>
            <h2 id={headingId}>Recompute this: {model.title}</h2>
            <p className={styles['value']}>{model.valueText}</p>
          </div>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        <dl className={styles['facts']}>
          <dt>In words</dt>
          <dd>{recipe.words}</dd>
          <dt>Formula</dt>
          <dd>{recipe.symbols}</dd>
          <dt>Definition</dt>
          <dd>{recipe.definition}</dd>
          <dt>In Excel</dt>
          <dd>
            {value.kind === 'absent' ? (
              `No figure: ${absenceText(value)}.`
            ) : (
              <>
                {recipe.excelFunction}: <code>={recomputeExpression(model)}</code> in the CSV below
              </>
            )}
          </dd>
          <dt>Counted</dt>
          <dd>{countedWords(model)}</dd>
          <dt>Not counted</dt>
          <dd>
            {model.leftOut.length === 0
              ? 'Nothing of this code and place.'
              : `${model.leftOut.join('; ')} (rates of this code and place, all payers).`}
          </dd>
          <dt>Scope</dt>
          <dd>{model.scope}</dd>
          <dt>Rates file</dt>
          <dd>
            {model.ratesFile}, {model.origin}
          </dd>
        </dl>
        <div className={styles['actions']}>
          <button type="button" onClick={() => onDownload(fileName(model), recomputeCsv(model))}>
            Download the CSV that reproduces it
          </button>
        </div>
        <SelfSortedTable figure={figure} renderLabel={providerLabel} renderCell={voteCell} />
      </div>
    </dialog>
  );
}

function countedWords({ votes, comparedVotes, measure }: RecomputeModel): string {
  const rates = votes.reduce((total, vote) => total + vote.source.rates.length, 0);
  const compared =
    measure === 'percent-of-medicare' ? `; ${comparedVotes} of them have a Medicare amount` : '';
  return `${votes.length} ${votes.length === 1 ? 'vote' : 'votes'} from ${rates} published ${rates === 1 ? 'rate' : 'rates'}${compared}. A vote is the median (type 7) of a provider’s distinct rates, or one rate where each counts alone.`;
}

/** `recompute-median-of-bcbs-for-97110-texas.csv` */
function fileName(model: RecomputeModel): string {
  const words = model.title
    .toLowerCase()
    .replaceAll('%', 'percent')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `recompute-${words}.csv`;
}
