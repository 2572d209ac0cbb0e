import type { Benchmark } from '../domain/benchmark.ts';
import { present } from '../domain/cell.ts';
import { linesText } from '../text/linesText.ts';
import { methods } from '../text/methods.ts';
import { methodSentence, scopeSentence } from '../text/scopeSentence.ts';
import type { DistributionModel } from './distribution.ts';
import { type DistributionBin, isInBin } from './distributionBins.ts';
import type { Column, Figure } from './figure.ts';
import { placeCell } from './voteSource.ts';

const labelColumn: Column = {
  id: 'provider',
  label: 'Provider',
  kind: 'text',
  definition: 'Who is paid, as the published file names it.',
};

const columns: readonly Column[] = [
  { id: 'state', label: 'State', kind: 'text', definition: 'Where the provider is.' },
  { id: 'payer', label: 'Payer', kind: 'text', definition: methods.payer },
  {
    id: 'vote',
    label: 'Vote',
    kind: 'money',
    definition: 'The median (type 7) of the distinct rates behind it.',
  },
  {
    id: 'of-medicare',
    label: '% of Medicare',
    kind: 'ratio',
    definition: 'The vote ÷ the Medicare amount of the same code, state and year.',
  },
  { id: 'rates', label: 'Rates', kind: 'count', definition: 'Published rates behind the vote.' },
  {
    id: 'plans',
    label: 'Plans as published',
    kind: 'text',
    definition: 'Payer and plan, in the raw names of the file.',
  },
  { id: 'methodology', label: 'Methodology', kind: 'text', definition: 'As published, in lower case.' },
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

const providersColumn: Column = {
  id: 'providers',
  label: 'Providers',
  kind: 'count',
  definition: 'Providers paid exactly alike: each has this vote.',
};

/**
 * The votes of a distribution as a table, lowest first: those of one bar, or all.
 *
 * @param shown `limit` keeps a long list short until the reader asks
 */
export function votesFigure(
  model: DistributionModel,
  benchmark: Benchmark,
  ratesFile: string,
  origin: string,
  shown: { readonly bin: DistributionBin } | { readonly limit: number },
): Figure {
  const points =
    'bin' in shown
      ? model.points.filter(({ amount }) => isInBin(amount, shown.bin))
      : model.points.slice(0, shown.limit);
  return {
    id: 'votes',
    title: model.title,
    labelColumn,
    columns: model.points.some(({ weight }) => weight > 1) ? [...columns, providersColumn] : columns,
    rows: points.map(({ id, amount, weight, ofMedicare, source }) => ({
      id,
      label: source.provider,
      cells: {
        state: placeCell(source),
        payer: present(source.payer),
        vote: present(amount),
        providers: present(weight),
        'of-medicare': ofMedicare,
        rates: present(source.rates.length),
        plans: present(source.plans.join('; ')),
        methodology: present(source.methodologies.join('; ')),
        date: present(source.date),
        lines: present(linesText(source.rates.map((rate) => rate.line))),
      },
      flags: [],
    })),
    notes: [
      ...('bin' in shown ? [`The table lists only the votes of ${shown.bin.range}.`] : []),
      ...(model.caption === '' ? [] : [model.caption]),
      ...model.beyond,
    ],
    scope: scopeSentence(benchmark.scope, benchmark.providerName),
    method: methodSentence(benchmark.scope),
    sources: `${ratesFile}, ${origin}.`,
    summary: model.summary,
  };
}
