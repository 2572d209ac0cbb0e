import type { Benchmark } from '../domain/benchmark.ts';
import { type BucaShares, bucaPayers } from '../domain/buca.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { recomputeMeasures } from '../domain/recomputeMeasure.ts';
import { mean, weightedMean } from '../stats/mean.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { recomputeModel } from './recompute.ts';
import { type Explained, isOfOwnFile, type Operand, type Working, type WorkingPlace } from './working.ts';

interface BucaWorkingInput extends WorkingPlace {
  readonly benchmark: Benchmark;
  readonly table: RateTable;
  readonly ratesFile: string;
  readonly shares: BucaShares | null;
  readonly rowId: string;
  readonly columnId: string;
}

/** The working of BUCA one way or another: pooled from its votes, otherwise from the payers' own figures. */
export function bucaWorking(input: BucaWorkingInput): Explained | undefined {
  const { benchmark, table, ratesFile, rowId, columnId, origin, address } = input;
  const shared = { benchmark, table, ratesFile, origin, address };
  if (rowId === 'pooled') {
    const row = benchmark.rows.find(({ id }) => id === 'buca');
    const measure = recomputeMeasures.find((each) => each === columnId);
    return row && measure ? recomputeModel({ ...shared, row, measure }) : undefined;
  }
  if (columnId !== 'mean' && columnId !== 'median') return undefined;
  if (rowId !== 'payer-equal' && rowId !== 'weighted') return undefined;
  return combinedWorking(input, rowId, columnId);
}

function combinedWorking(
  { benchmark, table, ratesFile, shares, origin, address }: BucaWorkingInput,
  way: 'payer-equal' | 'weighted',
  measure: 'mean' | 'median',
): Working | undefined {
  const { code, place, scope } = benchmark;
  const isWeighted = way === 'weighted';
  const members = bucaPayers.flatMap(({ id, name }) => {
    const row = benchmark.rows.find((each) => each.id === id);
    const cell = row?.[measure];
    const weight = isWeighted ? (shares?.[id] ?? 0) : 1;
    if (!row || cell?.kind !== 'value' || weight <= 0) return [];
    return [{ id, name, row, cents: cell.value, weight }];
  });
  if (members.length === 0) return undefined;
  const figures = members.map(({ cents }) => cents);
  const weights = members.map(({ weight }) => weight);
  const idOf = (id: string) => id.replaceAll(/\W/g, '');
  const figureOperands = members.map(
    ({ id, name, row, cents }): Operand => ({
      id: idOf(id),
      label: `${measure === 'mean' ? 'Mean' : 'Median'} of ${name}`,
      number: { cents },
      unit: 'USD',
      source: `${countOf(row.n, 'vote')} in ${ratesFile}`,
      from: () => recomputeModel({ benchmark, row, measure, table, ratesFile, origin, address }),
    }),
  );
  const weightOperands = members.map(
    ({ id, name, weight }): Operand => ({
      id: `${idOf(id)}Share`,
      label: `Share of ${name}`,
      number: { plain: String(weight) },
      unit: 'share',
      source: 'Typed in by you, in any unit',
    }),
  );
  const noun = measure === 'mean' ? 'means' : 'medians';
  const sum = members.map(({ id }) => `{${idOf(id)}Share}*{${idOf(id)}}`).join('+');
  const total = members.map(({ id }) => `{${idOf(id)}Share}`).join('+');
  return {
    kind: 'arithmetic',
    title: `${measure === 'mean' ? 'Mean' : 'Mean of medians'} of BUCA, ${isWeighted ? 'weighted by your shares' : 'payer-equal'}, for ${code}, ${placeTitle(place, isOfOwnFile({ address }))}`,
    value: isWeighted ? weightedMean(figures, weights) : mean(figures),
    column: 'money',
    symbols: isWeighted ? 'Σ shareᵢ × xᵢ ÷ Σ shareᵢ' : '(x₁ + … + xₖ) ÷ k',
    words: isWeighted
      ? `Multiply each payer’s figure by its share, add up, and divide by the sum of the shares.`
      : `Add up the payers’ own ${noun} and divide by how many payers there are.`,
    definition: `A mean of the payers’ ${noun}${measure === 'median' ? ': not the median of anything' : ''}. Payers without ${measure === 'mean' ? 'rates' : 'votes enough for a median'} are in neither sum.`,
    excelFunction: isWeighted ? 'SUMPRODUCT ÷ SUM' : 'AVERAGE',
    template: isWeighted
      ? `(${sum})/(${total})`
      : `AVERAGE(${members.map(({ id }) => `{${idOf(id)}}`).join(',')})`,
    operands: isWeighted ? [...figureOperands, ...weightOperands] : figureOperands,
    steps: [],
    table: null,
    facts: [{ term: 'Scope', text: scopeSentence(scope, benchmark.providerName) }],
    leftOut: bucaPayers.flatMap(({ id, name }) =>
      members.some((member) => member.id === id)
        ? []
        : [`${name}: no ${measure} here${isWeighted ? ', or no share' : ''}`],
    ),
    origin,
    address,
  };
}
