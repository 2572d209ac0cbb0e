import { useMemo } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { publishedMatrix } from '../domain/rateMatrix.ts';
import type { StateMarket } from '../domain/stateMarket.ts';
import { heatFigure } from '../figures/heatFigure.ts';
import { publishedCellWorking } from '../figures/publishedMatrixWorking.ts';
import { codeAddress, formatAddress } from '../share/address.ts';
import { compareMethods } from '../text/compareText.ts';
import { placeTitle } from '../text/names.ts';
import type { CompareChoice } from './compareChoice.ts';
import type { ComparedMarkets } from './comparedMarkets.ts';
import { HeatCard } from './HeatCard.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

export interface ComparedCardProps {
  readonly shown: ComparedMarkets;
  readonly choice: CompareChoice;
  readonly onChoice: (choice: CompareChoice) => void;
}

/** Where a figure of one code and state has its page. */
export function pageOf({ place, scope }: StateMarket, code: string): string {
  return formatAddress({ ...codeAddress(code, place), scope });
}

/** What one state's payers publish for each code, as a heat map. */
export function PublishedMatrixCard({ shown, choice, onChoice }: ComparedCardProps) {
  const { market, markets, codes, codeLabel, scope, origin, schedule } = shown;
  const { measure } = choice;
  const { open, panel } = useExplained();
  const matrix = useMemo(() => publishedMatrix(codes, market), [codes, market]);
  const model = useMemo(
    () =>
      heatFigure(matrix, {
        id: 'compare-published',
        subject: `Published rates, ${placeTitle(market.place)}`,
        whose: 'published',
        measure,
        codeLabel,
        method: scope,
        origin,
        notes: measure === 'medicare' ? [] : [compareMethods.pool],
      }),
    [matrix, market, measure, codeLabel, scope, origin],
  );
  const cell = explainedCell(open, (row, column) => {
    const payer = model.columns.find(({ id }) => id === column.id)?.payerId;
    return payer === undefined ? undefined : () => workingOf(market, row.id, payer, schedule);
  });

  function workingOf(of: StateMarket, code: string, payer: string, fees: FeeSchedule) {
    return publishedCellWorking(of, code, payer, measure, fees, { origin, address: pageOf(of, code) });
  }

  return (
    <>
      <HeatCard
        model={model}
        onMeasure={(next) => onChoice({ ...choice, measure: next })}
        renderValue={cell}
        actions={
          markets.length > 1 ? (
            <label>
              In{' '}
              <select
                aria-label="State of the matrix"
                value={market.place}
                onChange={({ target }) => onChoice({ ...choice, matrixPlace: target.value })}
              >
                {markets.map(({ place }) => (
                  <option key={place} value={place}>
                    {placeTitle(place)}
                  </option>
                ))}
              </select>
            </label>
          ) : null
        }
      />
      {panel}
    </>
  );
}
