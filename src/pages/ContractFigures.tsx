import { useMemo, useState } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { valueOf } from '../domain/cell.ts';
import type { Contract } from '../domain/contract.ts';
import { contractImpact, type ImpactGrouping, impactGroupings } from '../domain/contractImpact.ts';
import { contractIndex, hasVolumes } from '../domain/contractIndex.ts';
import { contractMarket } from '../domain/contractMarket.ts';
import { contractPositions, type LinePosition } from '../domain/contractPosition.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { groupBy } from '../domain/groupBy.ts';
import {
  contractGapFigure,
  contractPositionFigure,
  lineLabel,
  marketCautions,
} from '../figures/contractFigures.ts';
import { contractImpactFigure } from '../figures/contractImpactFigure.ts';
import { contractIndexFigure } from '../figures/contractIndexFigure.ts';
import type { ContractWorkingFacts } from '../figures/contractOwnWorking.ts';
import {
  contractImpactWorking,
  contractIndexWorking,
  isImpactFigure,
} from '../figures/contractSumWorking.ts';
import { contractLineWorking, isContractFigure } from '../figures/contractWorking.ts';
import type { Figure } from '../figures/figure.ts';
import { contractMethods } from '../text/contractText.ts';
import { formatCount } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import type { ContractMarketTables } from './ContractSection.tsx';
import type { DeskChoice } from './deskChoice.ts';
import { explainedCell, useExplained } from './useExplained.tsx';

interface ContractFiguresProps {
  readonly contract: Contract;
  readonly choice: DeskChoice;
  readonly onChoice: (choice: DeskChoice) => void;
  readonly market: ContractMarketTables;
  readonly schedule: FeeSchedule;
  readonly codes: readonly BillingCode[];
  readonly scope: string;
  readonly origin: string;
}

/** A table of more lines answers too slowly; the export holds them all. */
const mostShown = 400;

/** A contract beside the market and Medicare: as one number, line by line, and in dollars. */
export function ContractFigures(props: ContractFiguresProps) {
  const { contract, choice, onChoice, market, schedule, codes, scope, origin } = props;
  const { marketPlace, site, pool, place, locality, medicareYear, target, grouping } = choice;
  const marketOf = useMemo(
    () => contractMarket({ tables: market.tables, place: marketPlace, site, pool, schedule }),
    [market, marketPlace, site, pool, schedule],
  );
  const positions = useMemo(
    () =>
      contractPositions({
        lines: contract.lines,
        market: marketOf,
        schedule,
        desk: { place, locality },
        medicareYear,
        target,
      }),
    [contract, marketOf, schedule, place, locality, medicareYear, target],
  );
  const families = useMemo(() => new Map(codes.map(({ code, family }) => [code, family])), [codes]);
  const parts = useMemo(() => partsOf(positions, families), [positions, families]);
  const impact = useMemo(
    () => contractImpact(positions, grouping, (position) => nameIn(grouping, position)),
    [positions, grouping],
  );
  const { open, panel } = useExplained();
  const weighted = hasVolumes(positions);
  const facts = { method: `${scope} ${contractMethods.medicare}`, origin, target };
  const cautions = marketCautions(positions);
  const workingFacts: ContractWorkingFacts = { schedule, desk: { place, locality }, target, origin };
  const byId = new Map(positions.map((position) => [position.line.id, position]));
  const lineCell = explainedCell(open, (row, column) => {
    const position = byId.get(row.id);
    return position && isContractFigure(position, column.id, workingFacts)
      ? () => contractLineWorking(position, column.id, workingFacts)
      : undefined;
  });
  const indexCell = explainedCell(open, (row, column) => {
    const base = column.id === 'of-medicare' ? 'medicare' : column.id === 'of-median' ? 'median' : undefined;
    const part = parts.find(({ index }) => index.id === row.id);
    if (!base || !part) return undefined;
    const value = valueOf(base === 'medicare' ? part.index.ofMedicare : part.index.ofMedian);
    return value === undefined
      ? undefined
      : () => contractIndexWorking(row.label, part.positions, base, weighted, value, origin);
  });
  const impactCell = explainedCell(open, (row, column) => {
    const found = row.id === 'total' ? impact.total : impact.rows.find(({ id }) => id === row.id);
    return found && isImpactFigure(column.id)
      ? () => contractImpactWorking(found, column.id, origin)
      : undefined;
  });

  const index = contractIndexFigure(
    parts.map((part) => part.index),
    weighted,
    { ...facts, cautions },
  );
  const impactFigure = contractImpactFigure(impact, grouping, facts);
  return (
    <>
      {cautions.map((caution) => (
        <Notice key={caution}>{caution}</Notice>
      ))}
      <FigureCard
        figure={index}
        headingLevel={3}
        chart={null}
        table={<SelfSortedTable figure={index} captionHidden renderCell={indexCell} />}
      />
      <LinesCard figure={contractPositionFigure(positions, facts)} renderCell={lineCell} />
      <LinesCard figure={contractGapFigure(positions, facts)} renderCell={lineCell} />
      {weighted ? (
        <LinesCard
          figure={impactFigure}
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
      ) : (
        <p>Add a volume column (units a year) to see what a target would bring in dollars.</p>
      )}
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

interface LinesCardProps extends Pick<Parameters<typeof FigureCard>[0], 'actions'> {
  readonly figure: Figure;
  readonly renderCell: ReturnType<typeof explainedCell>;
}

/** A figure of many lines: the first are shown, the export has them all. */
function LinesCard({ figure, renderCell, actions }: LinesCardProps) {
  const [isWhole, setIsWhole] = useState(false);
  const rest = figure.rows.length - mostShown;
  const shown = isWhole || rest <= 0 ? figure : { ...figure, rows: figure.rows.slice(0, mostShown) };
  return (
    <FigureCard
      figure={shown}
      whole={() => figure}
      headingLevel={3}
      actions={actions}
      chart={null}
      table={
        <>
          <SelfSortedTable figure={shown} captionHidden renderCell={renderCell} />
          {shown === figure ? null : (
            <button type="button" onClick={() => setIsWhole(true)}>
              Show the other {formatCount(rest)} lines
            </button>
          )}
        </>
      }
    />
  );
}

/** The whole, each payer, and each family of codes that is not the whole. */
function partsOf(positions: readonly LinePosition[], families: ReadonlyMap<string, string>) {
  const weighted = hasVolumes(positions);
  const part = (id: string, label: string, of: readonly LinePosition[]) => ({
    index: contractIndex(id, label, of, weighted),
    positions: of,
  });
  const byPayer = groupBy(positions, ({ line }) => line.payer);
  const byFamily = groupBy(positions, ({ line }) => families.get(line.code) ?? 'Other codes');
  return [
    part('total', 'All lines', positions),
    ...[...byPayer].map(([payer, of]) => part(`payer ${payer}`, payer, of)),
    ...[...byFamily].map(([family, of]) => part(`family ${family}`, family, of)),
  ];
}
