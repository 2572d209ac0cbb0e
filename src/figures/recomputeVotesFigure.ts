import { present } from '../domain/cell.ts';
import { linesText } from '../text/linesText.ts';
import { formatCount, formatMoney } from '../text/numbers.ts';
import type { Column, Figure } from './figure.ts';
import { isWeighted, type RecomputeModel } from './recompute.ts';
import { placeCell } from './voteSource.ts';

const columns: readonly Column[] = [
  { id: 'state', label: 'State', kind: 'text', definition: 'Where the provider is.' },
  { id: 'payer', label: 'Payer', kind: 'text', definition: '' },
  {
    id: 'vote',
    label: 'Vote',
    kind: 'money',
    definition: 'The median (type 7) of the distinct rates behind it.',
  },
  {
    id: 'medicare',
    label: 'Medicare',
    kind: 'money',
    definition: 'The Medicare amount of the same code, state and year: the mean over the state’s localities.',
  },
  {
    id: 'rates',
    label: 'Rates behind it',
    kind: 'text',
    definition: 'As published, in the order of the file.',
  },
  {
    id: 'date',
    label: 'File date',
    kind: 'text',
    definition: 'Of the newest file behind the vote, as known.',
  },
  {
    id: 'lines',
    label: 'Source rows',
    kind: 'text',
    definition: 'Lines of the rates file, as a text editor counts.',
  },
];

const weightColumn: Column = {
  id: 'weight',
  label: 'Providers',
  kind: 'count',
  definition: 'Providers paid exactly alike: each has this vote.',
};

/** The votes of a recomputed figure as a table, in the order the sums are made. */
export function recomputeVotesFigure(model: RecomputeModel): Figure {
  return {
    id: 'recompute-votes',
    title: `The votes behind it (${formatCount(model.n)})`,
    labelColumn: { id: 'provider', label: 'Provider', kind: 'text', definition: '' },
    columns: isWeighted(model.votes) ? [...columns, weightColumn] : columns,
    rows: model.votes.map(({ amount, weight, medicare, source }, index) => ({
      id: String(index),
      label: source.provider,
      cells: {
        state: placeCell(source),
        payer: present(source.payer),
        vote: present(amount),
        weight: present(weight),
        medicare,
        rates: present(source.rates.map((rate) => formatMoney(rate.cents)).join(', ')),
        date: present(source.date),
        lines: present(linesText(source.rates.map((rate) => rate.line))),
      },
      flags: [],
    })),
    notes: [],
    method: model.method,
    sources: `${model.ratesFile}, ${model.origin}.`,
    summary: '',
  };
}
