import { useMemo } from 'react';
import { contractImpact, type ImpactGrouping, impactGroupings } from '../domain/contractImpact.ts';
import type { LinePosition } from '../domain/contractPosition.ts';
import { lineLabel } from '../figures/contractFigures.ts';
import { contractImpactFigure } from '../figures/contractImpactFigure.ts';
import { contractImpactWorking, isImpactFigure } from '../figures/contractSumWorking.ts';
import type { Desk } from './desk.ts';
import { LinesCard } from './LinesCard.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

/** What a target would bring, in dollars. */
export function ImpactView({ desk }: { readonly desk: Desk }) {
  const { positions, weighted, facts, choice, onChoice } = desk;
  const { grouping } = choice;
  const { origin } = facts;
  const impact = useMemo(
    () => contractImpact(positions, grouping, (position) => nameIn(grouping, position)),
    [positions, grouping],
  );
  const { open, panel } = useExplained();
  const impactCell = explainedCell(open, (row, column) => {
    const found = row.id === 'total' ? impact.total : impact.rows.find(({ id }) => id === row.id);
    return found && isImpactFigure(column.id)
      ? () => contractImpactWorking(found, column.id, origin)
      : undefined;
  });
  if (!weighted) {
    return <p>Add a volume column (units a year) to see what a target would bring in dollars.</p>;
  }
  return (
    <>
      <LinesCard
        figure={contractImpactFigure(impact, grouping, facts)}
        renderCell={impactCell}
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
      {panel}
    </>
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
