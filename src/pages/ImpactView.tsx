import { useMemo } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { WaterfallChart } from '../charts/WaterfallChart.tsx';
import { waterfallHeight } from '../charts/waterfallGeometry.ts';
import { contractImpact, type ImpactGrouping, impactGroupings } from '../domain/contractImpact.ts';
import type { LinePosition } from '../domain/contractPosition.ts';
import { fullYears } from '../domain/priceVolume.ts';
import { lineLabel } from '../figures/contractFigures.ts';
import { contractImpactFigure, impactNouns } from '../figures/contractImpactFigure.ts';
import { contractImpactWorking, isImpactFigure } from '../figures/contractSumWorking.ts';
import { cumulativeWorking } from '../figures/impactWorking.ts';
import { impactWaterfall } from '../figures/waterfall.ts';
import { useHref } from '../ui/links.tsx';
import type { Desk } from './desk.ts';
import { LinesCard } from './LinesCard.tsx';
import { ScenarioSection } from './ScenarioSection.tsx';
import { SensitivityCard } from './SensitivityCard.tsx';
import { SwingCard } from './SwingCard.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

/** Rows of the impact that are shown at first: what carries most of a gain as a rule. */
const mostRows = 20;

/** What a target would bring in dollars, what that hangs on, and what other targets, volumes and offers would bring. */
export function ImpactView({ desk }: { readonly desk: Desk }) {
  const { positions, weighted, facts, choice, onChoice, contract } = desk;
  const { grouping } = choice;
  const { origin } = facts;
  const impact = useMemo(
    () => contractImpact(positions, grouping, (position) => nameIn(grouping, position)),
    [positions, grouping],
  );
  const nouns = impactNouns[grouping];
  const figure = useMemo(() => contractImpactFigure(impact, grouping, facts), [impact, grouping, facts]);
  const chart = useMemo(() => impactWaterfall(impact, nouns, figure), [impact, nouns, figure]);
  const { open, panel } = useExplained();
  if (!weighted) {
    return <p>Add a volume column (units a year) to see what a target would bring in dollars.</p>;
  }
  const impactCell = explainedCell(open, (row, column) => {
    if (column.id === 'cumulative')
      return impact.total.gain > 0 ? () => cumulativeWorking(impact, row.id, origin) : undefined;
    const found = row.id === 'total' ? impact.total : impact.rows.find(({ id }) => id === row.id);
    return found && isImpactFigure(column.id)
      ? () => contractImpactWorking(found, column.id, origin)
      : undefined;
  });
  return (
    <>
      <LinesCard
        figure={figure}
        renderCell={impactCell}
        most={mostRows}
        hasTotal
        chart={
          chart ? (
            <MeasuredChart height={waterfallHeight(chart.bars.length)}>
              {(width) => <WaterfallChart model={chart} width={width} />}
            </MeasuredChart>
          ) : null
        }
        actions={
          <label>
            By{' '}
            <select
              aria-label="Impact by"
              value={grouping}
              onChange={(event) =>
                onChoice({
                  ...choice,
                  grouping: impactGroupings.find((each) => each === event.target.value) ?? grouping,
                })
              }
            >
              {impactGroupings.map((each) => (
                <option key={each} value={each}>
                  {groupingNames[each]}
                </option>
              ))}
            </select>
          </label>
        }
      />
      <SwingCard impact={impact} nouns={nouns} facts={facts} onExplain={open} />
      <SensitivityCard positions={positions} facts={facts} onExplain={open} />
      <ScenarioSection desk={desk} onExplain={open} />
      {fullYears(contract.lines) ? <ChangeLink /> : null}
      {panel}
    </>
  );
}

function ChangeLink() {
  const href = useHref();
  return (
    <p>
      How much of a change between two years was volume, mix or rates is told under{' '}
      <a href={href({ page: 'own', view: 'contract' })}>My contract</a>.
    </p>
  );
}

const groupingNames: Readonly<Record<ImpactGrouping, string>> = {
  line: 'code and payer',
  code: 'code',
  payer: 'payer',
};

function nameIn(grouping: ImpactGrouping, position: LinePosition): string {
  return grouping === 'line' ? lineLabel(position) : position.line[grouping];
}
