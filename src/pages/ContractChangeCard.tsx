import { useMemo, useState } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { WaterfallChart } from '../charts/WaterfallChart.tsx';
import { waterfallHeight } from '../charts/waterfallGeometry.ts';
import type { ContractLine } from '../domain/contract.ts';
import { fullYears, type PriceVolumeYears, priceVolume, volumeYears } from '../domain/priceVolume.ts';
import { priceVolumeFigure } from '../figures/priceVolumeFigure.ts';
import { priceVolumeWorking } from '../figures/priceVolumeWorking.ts';
import { priceVolumeWaterfall } from '../figures/waterfall.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

interface ContractChangeCardProps {
  readonly lines: readonly ContractLine[];
  readonly origin: string;
}

/** Why revenue changed between two years of the file. It needs no market, so it is here before a state is chosen. */
export function ContractChangeCard({ lines, origin }: ContractChangeCardProps) {
  const [asked, setAsked] = useState<readonly [number, number] | null>(null);
  const years = useMemo(() => volumeYears(lines), [lines]);
  const change = useMemo(() => priceVolume(lines, asked ?? fullYears(lines)), [lines, asked]);
  if (!change) return null;
  const { from, to } = change;
  // A later first year than the second moves the second on to the year after it.
  return (
    <ChangeFigure
      change={change}
      origin={origin}
      years={years}
      onFrom={(year) => setAsked([year, year < to ? to : (years.find((each) => each > year) ?? to)])}
      onTo={(year) => setAsked([from, year])}
    />
  );
}

interface ChangeFigureProps {
  readonly change: PriceVolumeYears;
  readonly origin: string;
  readonly years: readonly number[];
  readonly onFrom: (year: number) => void;
  readonly onTo: (year: number) => void;
}

function ChangeFigure({ change, origin, years, onFrom, onTo }: ChangeFigureProps) {
  const { from, to, total, payers } = change;
  const [drawn, setDrawn] = useState('');
  const figure = useMemo(() => priceVolumeFigure(change, origin), [change, origin]);
  const part = payers.find(({ label }) => label === drawn) ?? total;
  const { title, summary } = figure;
  const model = priceVolumeWaterfall(part, change, { title: `${title}: ${part.label}`, summary });
  const { open, panel } = useExplained();
  const cell = explainedCell(open, (row, column) => {
    const found = [total, ...payers].find(({ label }) => label === row.id);
    const explain = () => found && priceVolumeWorking(change, found, column.id, origin);
    return explain() ? explain : undefined;
  });
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={3}
        actions={
          <>
            {years.length > 2 ? (
              <>
                <YearChoice label="From" years={years.slice(0, -1)} year={from} onYear={onFrom} />
                <YearChoice label="To" years={years.filter((year) => year > from)} year={to} onYear={onTo} />
              </>
            ) : null}
            {payers.length > 1 ? (
              <label>
                Drawing{' '}
                <select
                  aria-label="Payer of the drawing"
                  value={part === total ? '' : drawn}
                  onChange={(event) => setDrawn(event.target.value)}
                >
                  <option value="">{total.label}</option>
                  {payers.map(({ label }) => (
                    <option key={label} value={label}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
          </>
        }
        chart={
          <MeasuredChart height={waterfallHeight(model.bars.length)}>
            {(width) => <WaterfallChart model={model} width={width} />}
          </MeasuredChart>
        }
        table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
      />
      {panel}
    </>
  );
}

interface YearChoiceProps {
  readonly label: string;
  readonly years: readonly number[];
  readonly year: number;
  readonly onYear: (year: number) => void;
}

function YearChoice({ label, years, year, onYear }: YearChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select
        aria-label={`${label} year`}
        value={year}
        onChange={({ target }) => onYear(Number(target.value))}
      >
        {years.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
