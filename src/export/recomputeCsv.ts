import { isWeighted, type RecomputeModel, type RecomputeVote } from '../figures/recompute.ts';
import { placeCell } from '../figures/voteSource.ts';
import { votesBefore } from '../figures/votesBefore.ts';
import { absenceText } from '../text/absence.ts';
import { excelCountedExpression, excelExpression } from '../text/recomputeText.ts';
import { exactDollars } from './exactDollars.ts';
import { type CsvCell, spreadsheetCsv } from './spreadsheetCsv.ts';

const headings = [
  'Provider',
  'State',
  'Payer',
  'Vote (USD)',
  'Medicare amount (USD)',
  'File date',
  'Methodology',
  'Payer and plan as published',
  'Published file',
  'Rates behind the vote (USD)',
  'Lines in the rates file',
];

/** Only where some line stands for several votes. */
const weightHeadings = ['Providers paid alike', 'Votes below this line’s'];

const votesColumn = 'D';
const medicareColumn = 'E';
const weightColumn = 'L';
const beforeColumn = 'M';

/**
 * A CSV that makes one figure again in a spreadsheet: what it is and how it was made on top, then one line per vote,
 * in the order the page adds them. The figure stands on top as a live formula over the cells of this very file.
 */
export function recomputeCsv(model: RecomputeModel): string {
  const { votes } = model;
  if (!isWeighted(votes)) return spreadsheetCsv([...aboutLines(model), [], headings, ...votes.map(voteLine)]);
  const before = votesBefore(votes);
  const lines = votes.map((vote, index) => [
    ...voteLine(vote),
    { number: String(vote.weight) },
    { number: String(before[index]) },
  ]);
  return spreadsheetCsv([...aboutLines(model), [], [...headings, ...weightHeadings], ...lines]);
}

/** The Excel expression, without `=`, over the ranges of the CSV: the panel and the file name the same one. */
export function recomputeExpression(model: RecomputeModel): string {
  const first = aboutCount + 3;
  const last = first + model.votes.length - 1;
  const range = (column: string) => `${column}${first}:${column}${last}`;
  const ranges = { votes: range(votesColumn), medicare: range(medicareColumn) };
  const { measure, definition, n } = model;
  return isWeighted(model.votes)
    ? excelCountedExpression(
        measure,
        definition,
        { ...ranges, weight: range(weightColumn), before: range(beforeColumn) },
        n,
      )
    : excelExpression(measure, definition, ranges, model.comparedVotes < n);
}

/** Lines of `aboutLines`; a blank one and the headings follow, then the first vote. */
const aboutCount = 12;

function aboutLines(model: RecomputeModel): readonly (readonly CsvCell[])[] {
  const { recipe, value } = model;
  const isAbsent = value.kind === 'absent';
  return [
    ['Figure', model.title],
    ['Value on the page', model.valueText],
    ['Computed by this sheet', isAbsent ? 'nothing to compute' : { formula: recomputeExpression(model) }],
    ['Formula', recipe.symbols],
    ['Definition', recipe.definition],
    ['In Excel', isAbsent ? `none: ${absenceText(value)}` : recomputeExpression(model)],
    ['Scope', model.scope],
    ['Method', model.method],
    [
      'Not counted',
      model.leftOut.length === 0 ? 'nothing' : `${model.leftOut.join('; ')} (rates of all payers)`,
    ],
    ['Rates file', model.ratesFile],
    ['Data', model.origin],
    ['Page', model.address === '' ? 'a file of your own: no address carries it' : model.address],
  ];
}

function voteLine({ amount, medicare, source }: RecomputeVote): readonly CsvCell[] {
  const place = placeCell(source);
  return [
    source.provider,
    place.kind === 'value' ? place.value : absenceText(place),
    source.payer,
    { number: exactDollars(amount) },
    medicare.kind === 'value' ? { number: exactDollars(medicare.value) } : absenceText(medicare),
    source.date,
    source.methodologies.join('; '),
    source.plans.join('; '),
    source.files.join('; '),
    source.rates.map((rate) => exactDollars(rate.cents)).join('; '),
    source.rates.map((rate) => rate.line).join('; '),
  ];
}
