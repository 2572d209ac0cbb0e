import { type Cell, valueOf } from '../domain/cell.ts';
import { type EffectVote, type OutlierEffect, othersOf } from '../domain/outlierEffect.ts';
import { votesIn } from '../domain/sortedVotes.ts';
import { methods } from '../text/methods.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { plausibilityRule, plausibilityText } from '../text/publishedText.ts';
import { excelCountedQuantile, excelQuantile, quantileNames } from '../text/quantileText.ts';
import { votesBefore } from './votesBefore.ts';
import type { Operand, Working, WorkingPlace } from './working.ts';

const kinds = ['mean', 'median', 'percent', 'median-percent'] as const;
type EffectKind = (typeof kinds)[number];

const names: Readonly<Record<EffectKind, string>> = {
  mean: 'Mean',
  median: 'Median',
  percent: '% of Medicare',
  'median-percent': 'Median of Medicare',
};

interface EffectWorkingInput extends WorkingPlace {
  readonly effects: readonly OutlierEffect[];
  /** For the title: `97110, Texas`. */
  readonly subject: string;
  readonly rowId: string;
  readonly columnId: string;
}

/** The working of a cell of the table that lays each group's figures with and without its flagged votes side by side. */
export function effectWorking(input: EffectWorkingInput): Working | undefined {
  const { effects, rowId, columnId } = input;
  const effect = effects.find(({ group }) => group.id === rowId);
  const isWithout = columnId.endsWith('-without');
  const kind = kinds.find((each) => each === (isWithout ? columnId.slice(0, -'-without'.length) : columnId));
  if (!effect || !kind) return undefined;
  const { votes } = effect.group;
  const counted = isWithout ? votes.filter(({ flags }) => flags.length === 0) : votes;
  const cells = isWithout ? effect.withoutAll : effect.all;
  return groupWorking(effect, kind, counted, cellOf(cells, kind), input);
}

/** The working of a cell of a flagged vote's line: its group's figures with every other vote. */
export function flaggedVoteWorking(input: EffectWorkingInput): Working | undefined {
  const { effects, rowId, columnId } = input;
  const kind = kinds.find((each) => each === columnId);
  for (const effect of effects) {
    const flagged = effect.flagged.find(({ vote }) => vote.id === rowId);
    if (!flagged) continue;
    if (columnId === 'of-medicare') return ofMedicareWorking(flagged.vote, input);
    if (!kind) return undefined;
    const others = othersOf(effect.group.votes, flagged.vote);
    return groupWorking(effect, kind, others, cellOf(flagged.without, kind), input);
  }
  return undefined;
}

function cellOf(cells: OutlierEffect['all'], kind: EffectKind): Cell {
  switch (kind) {
    case 'mean':
      return cells.mean;
    case 'median':
      return cells.median;
    case 'percent':
      return cells.percentOfMedicare;
    case 'median-percent':
      return cells.medianOfMedicare;
  }
}

function groupWorking(
  { group }: OutlierEffect,
  kind: EffectKind,
  counted: readonly EffectVote[],
  cell: Cell,
  { subject, origin, address }: EffectWorkingInput,
): Working | undefined {
  if (cell.kind === 'absent') return undefined;
  const definition = group.definition ?? 'type7';
  const isRatio = kind === 'percent' || kind === 'median-percent';
  const printed = isRatio ? group.medicareRows : undefined;
  // A document's ratio is mean ÷ mean over its rows; a benchmark's only of the votes that can be compared.
  const shown = isRatio && !printed ? counted.filter(({ medicare }) => medicare.kind === 'value') : counted;
  const n = votesIn(shown);
  const counts = shown.length === n ? null : countsOf(shown);
  const ids = new Set(counted.map(({ id }) => id));
  const out = group.votes.filter(({ id }) => !ids.has(id));
  const outVotes = votesIn(group.votes) - votesIn(counted);
  const uncompared = votesIn(counted) - n;
  const operands = (printed ?? []).map(
    (cents, index): Operand => ({
      id: `m${index + 1}`,
      label: `Medicare row ${index + 1} of the same table`,
      number: { cents },
      unit: 'USD',
      source: 'As the same publication prints it',
    }),
  );
  const references = operands.map(({ id }) => `{${id}}`).join(',');
  const recipe = recipeOf(kind, definition, printed ? references : undefined, counts ? n : undefined);
  return {
    kind: 'arithmetic',
    title: `${names[kind]} of ${group.name}, ${subject}, ${outVotes === 0 ? 'with every vote' : `without ${countOf(outVotes, 'flagged vote')}`}`,
    value: cell.value,
    column: isRatio ? 'ratio' : 'money',
    ...recipe,
    operands,
    steps: [],
    table: {
      title: `The votes in it (${formatCount(n)})`,
      labelHeading: 'Vote of',
      columns: [
        { id: 'vote', label: 'Vote (USD)' },
        { id: 'medicare', label: 'Medicare (USD)' },
        { id: 'date', label: 'File date' },
        { id: 'flags', label: 'Flags' },
        ...(counts ? countColumns : []),
      ],
      rows: shown.map(({ label, amount, medicare, date, flags }, index) => ({
        label,
        cells: {
          vote: { cents: amount },
          medicare: medicare.kind === 'value' ? { cents: medicare.value } : 'none to compare with',
          date: date === '' ? 'not stated' : date,
          flags: flags.length === 0 ? 'none' : flags.map((flag) => plausibilityText[flag]).join('; '),
          ...counts?.[index],
        },
      })),
    },
    facts: [{ term: 'Flags', text: plausibilityRule }],
    leftOut: [
      ...out.map(
        ({ label, amount, flags }) =>
          `${label}, $${(amount / 100).toFixed(2)}: ${flags.map((flag) => plausibilityText[flag]).join(', ')}`,
      ),
      ...(uncompared > 0 ? [`${countOf(uncompared, 'vote')} without a Medicare amount`] : []),
    ],
    origin,
    address,
  };
}

/** Only where some line stands for several providers: how many, and how many votes and Medicare amounts are below. */
const countColumns = [
  { id: 'count', label: 'Providers paid alike' },
  { id: 'voteBefore', label: 'Votes below this line’s' },
  { id: 'medicareBefore', label: 'Medicare amounts below this line’s' },
];

function countsOf(votes: readonly EffectVote[]) {
  const below = votesBefore(votes);
  const references = votesBefore(
    votes.map(({ medicare, weight }) => ({ amount: valueOf(medicare) ?? 0, weight })),
  );
  return votes.map(({ weight }, index) => ({
    count: { plain: String(weight) },
    voteBefore: { plain: String(below[index]) },
    medicareBefore: { plain: String(references[index]) },
  }));
}

/** @param n votes in all, where lines stand for several; undefined where each line is one. */
function recipeOf(
  kind: EffectKind,
  definition: keyof typeof quantileNames,
  references: string | undefined,
  n: number | undefined,
) {
  const medianOf = (column: 'vote' | 'medicare') =>
    n === undefined
      ? excelQuantile(definition, `{${column}}`, 0.5)
      : excelCountedQuantile(
          definition,
          { votes: `{${column}}`, weight: '{count}', before: `{${column}Before}` },
          n,
          0.5,
        );
  const sumOf = (column: 'vote' | 'medicare') =>
    n === undefined ? `SUM({${column}})` : `SUMPRODUCT({${column}}*{count})`;
  switch (kind) {
    case 'mean':
      return {
        symbols: 'x̄ = (x₁ + x₂ + … + xₙ) ÷ n',
        words: 'Add up the votes and divide by how many there are.',
        definition: methods.mean,
        excelFunction: 'AVERAGE',
        template: n === undefined ? 'AVERAGE({vote})' : `${sumOf('vote')}/SUM({count})`,
      };
    case 'median':
      return {
        symbols: 'the middle of the sorted votes',
        words: 'Sort the votes and take the middle.',
        definition: quantileNames[definition].sentence,
        excelFunction: definition === 'nearestRank' ? 'SMALL' : 'MEDIAN',
        template: medianOf('vote'),
      };
    case 'percent':
      return references === undefined
        ? {
            symbols: 'Σ xᵢ ÷ Σ mᵢ',
            words: 'Add up the votes, add up their Medicare amounts, and divide.',
            definition: methods.percentOfMedicare,
            excelFunction: 'SUM ÷ SUM',
            template: `${sumOf('vote')}/${sumOf('medicare')}`,
          }
        : {
            symbols: 'mean of the rows ÷ mean of the Medicare rows',
            words:
              'Divide the mean of the commercial rows by the mean of the Medicare rows of the same table.',
            definition: 'As a reader of the printed table would reckon it.',
            excelFunction: 'AVERAGE ÷ AVERAGE',
            template: `AVERAGE({vote})/AVERAGE(${references})`,
          };
    case 'median-percent':
      return {
        symbols: 'median of the votes ÷ median of the Medicare amounts',
        words: 'Divide the middle of the votes by the middle of the Medicare amounts they are compared with.',
        definition: quantileNames[definition].sentence,
        excelFunction: 'MEDIAN ÷ MEDIAN',
        template:
          references === undefined
            ? `${medianOf('vote')}/${medianOf('medicare')}`
            : `${medianOf('vote')}/MEDIAN(${references})`,
      };
  }
}

function ofMedicareWorking(
  { label, amount, medicare, date }: EffectVote,
  { subject, origin, address }: EffectWorkingInput,
): Working | undefined {
  if (medicare.kind === 'absent' || medicare.value <= 0) return undefined;
  return {
    kind: 'arithmetic',
    title: `% of its Medicare of the vote of ${label}, ${subject}`,
    value: amount / medicare.value,
    column: 'ratio',
    symbols: 'x ÷ m',
    words: 'Divide the vote by its own Medicare amount.',
    definition:
      'The Medicare amount of the same code, state and year, or of the same place in the same table.',
    excelFunction: 'x ÷ m',
    template: '{vote}/{medicare}',
    operands: [
      {
        id: 'vote',
        label: 'x: the vote',
        number: { cents: amount },
        unit: 'USD',
        source: date === '' ? label : `${label}, file of ${date}`,
      },
      {
        id: 'medicare',
        label: 'm: its Medicare amount',
        number: { cents: medicare.value },
        unit: 'USD',
        source: 'Mean over the state’s localities, or as the publication prints it',
      },
    ],
    steps: [],
    table: null,
    facts: [],
    leftOut: [],
    origin,
    address,
  };
}
