import { useMemo } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { rangeHeight } from '../charts/rangeLayout.ts';
import { StaticRangeChart } from '../charts/StaticRangeChart.tsx';
import { benchmark } from '../domain/benchmark.ts';
import { payers } from '../domain/payer.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { stateComparison } from '../domain/stateComparison.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { recomputeModel } from '../figures/recompute.ts';
import { statesSideFigure, statesSideRange } from '../figures/statesSideFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { type ComparedCardProps, pageOf } from './PublishedMatrixCard.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

const measures: Readonly<Record<string, RecomputeMeasure>> = {
  p25: 'p25',
  median: 'median',
  p75: 'p75',
  'of-medicare': 'percent-of-medicare',
};

/** One payer's published rates in each state, code by code. */
export function StatesSideCard({ shown, choice, onChoice }: ComparedCardProps) {
  const { markets, codes, codeLabel, scope, origin, schedule, medicareYear } = shown;
  const { open, panel } = useExplained();
  const payer = payers.find(({ id }) => id === choice.payer)?.name ?? 'BUCA';
  const rows = useMemo(
    () => stateComparison(codes, markets, choice.payer, schedule, medicareYear),
    [codes, markets, choice.payer, schedule, medicareYear],
  );
  const figure = useMemo(
    () =>
      statesSideFigure(rows, {
        payer,
        places: markets.map(({ place }) => place),
        medicareYear,
        scope,
        origin,
        codeLabel,
      }),
    [rows, payer, markets, medicareYear, scope, origin, codeLabel],
  );
  const drawn =
    choice.code !== null && codes.includes(choice.code)
      ? choice.code
      : (rows.find(({ row }) => row?.median.kind === 'value')?.code ?? codes[0] ?? '');
  const range = statesSideRange(rows, drawn, choice.payer, figure);
  const cell = explainedCell(open, (row, column) => {
    const of = rows.find(({ code, place }) => row.id === `${code} ${place}`);
    const market = markets.find(({ place }) => place === of?.place);
    const table = of && market?.tables.get(of.code);
    if (!of || !market) return undefined;
    const at = { origin, address: pageOf(market, of.code) };
    if (column.id === 'medicare') {
      const asked = { schedule, code: of.code, place: of.place, year: medicareYear, ...at };
      return () => medicareTableWorking(asked, 'mean', 'non-facility');
    }
    const measure = measures[column.id];
    if (!measure || !table) return undefined;
    return () => {
      const here = benchmark(table, market.scope, market.place, schedule);
      const found = here.rows.find(({ id }) => id === choice.payer);
      const ratesFile = `rates/${of.code}/${of.place}.csv`;
      return found && recomputeModel({ ...at, benchmark: here, row: found, measure, table, ratesFile });
    };
  });
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        actions={
          <label>
            Draw{' '}
            <select
              aria-label="Code of the drawing"
              value={drawn}
              onChange={({ target }) => onChoice({ ...choice, code: target.value })}
            >
              {codes.map((code) => (
                <option key={code} value={code}>
                  {codeLabel(code)}
                </option>
              ))}
            </select>
          </label>
        }
        chart={
          <MeasuredChart height={rangeHeight(range.marks.length)}>
            {(width) => <StaticRangeChart model={range} width={width} />}
          </MeasuredChart>
        }
        table={
          <SelfSortedTable
            figure={figure}
            captionHidden
            renderCell={cell}
            groupOf={({ id }) =>
              codeLabel(rows.find(({ code, place }) => id === `${code} ${place}`)?.code ?? '')
            }
          />
        }
      />
      {panel}
    </>
  );
}
