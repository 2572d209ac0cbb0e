import type { RangeMark, RangeModel } from '../figures/rangeModel.ts';
import { formatCount, formatMoney } from '../text/numbers.ts';
import { ChartTip } from './ChartTip.tsx';
import { payerColour } from './payerColour.ts';

function amountsOf(
  mark: RangeMark,
  medicare: RangeModel['medicare'],
): readonly (readonly [string, string])[] {
  const named: readonly (readonly [string, number | undefined])[] = [
    ['Mean', mark.mean],
    ['P25', mark.p25],
    ['Median', mark.median],
    ['P75', mark.p75],
    ['Medicare', medicare?.amount],
  ];
  const amounts = named.flatMap(([name, amount]) =>
    amount === undefined ? [] : [[name, formatMoney(amount)] as const],
  );
  if (mark.p25 !== undefined) return [...amounts, ['n', formatCount(mark.n)]];
  if (mark.votes.length === 0) return amounts;
  const votes = mark.votes.toSorted((a, b) => a - b).map(formatMoney);
  return [[votes.length === 1 ? 'Vote' : 'Votes', votes.join(', ')], ...amounts];
}

/**
 * The row under the pointer or the keyboard: its exact amounts, and its sentence where there are no percentiles,
 * which says why. Where there are, the sentence would repeat the amounts; it is announced instead of shown.
 */
export function RangeTooltip(props: { readonly mark: RangeMark; readonly medicare: RangeModel['medicare'] }) {
  const { mark, medicare } = props;
  return (
    <ChartTip
      title={
        <>
          <svg width={10} height={10} aria-hidden="true" focusable="false">
            <rect width={10} height={10} rx={2} fill={payerColour(mark.colour)} />
          </svg>
          {mark.label}
        </>
      }
      amounts={amountsOf(mark, medicare)}
      detail={mark.p25 === undefined ? mark.detail : undefined}
    />
  );
}
