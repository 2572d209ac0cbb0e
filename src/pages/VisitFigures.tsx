import type { ReactNode } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { VisitBars } from '../charts/VisitBars.tsx';
import { visitBarsHeight } from '../charts/visitBarsGeometry.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { medicareRow, type VisitBoard } from '../domain/visitBoard.ts';
import { areaAmountWorking } from '../figures/areaAmountWorking.ts';
import type { Figure } from '../figures/figure.ts';
import { visitBars } from '../figures/visitBars.ts';
import { visitFigure } from '../figures/visitFigure.ts';
import { visitImpactFigure } from '../figures/visitImpactFigure.ts';
import { visitImpactWorking } from '../figures/visitImpactWorking.ts';
import { visitRatesFigure } from '../figures/visitRatesFigure.ts';
import { visitUnitsFigure } from '../figures/visitUnitsFigure.ts';
import { visitWorking } from '../figures/visitWorking.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './Desk.module.css';
import { SelectField } from './Field.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';
import type { RatedBoard, VisitBoards } from './visitBoards.ts';

interface VisitFiguresProps {
  readonly boards: VisitBoards;
  /** The board on show. */
  readonly shown: RatedBoard;
  readonly where: string;
  readonly schedule: FeeSchedule;
  readonly origin: string;
  readonly isSample: boolean;
  readonly charted: string | null;
  readonly onCharted: (visit: string | null) => void;
}

/** The visits' figures: payment per visit, own beside the market's, units by both rules, and the rates behind. */
export function VisitFigures(props: VisitFiguresProps) {
  const { boards, shown, where, schedule, origin, isSample, charted, onCharted } = props;
  const { board, rates } = shown;
  const { open, panel } = useExplained();
  const working = { board, rates, where, schedule, origin, address: '' };
  const payments = visitFigure({ board, where, rates, origin, isSample });
  const behind = visitRatesFigure(board, where, rates, origin, shown === boards.own);

  function card(
    figure: Figure,
    cell: Parameters<typeof SelfSortedTable>[0]['renderCell'],
    chart: ReactNode = null,
  ) {
    return (
      <FigureCard
        figure={figure}
        headingLevel={3}
        chart={chart}
        table={<SelfSortedTable figure={figure} captionHidden {...(cell ? { renderCell: cell } : {})} />}
      />
    );
  }

  return (
    <>
      {card(
        payments,
        explainedCell(open, (row, column) =>
          column.kind === 'text' ? undefined : () => visitWorking(working, row.id, column.id),
        ),
        <ChartOf
          {...{ board, where, charted, onCharted }}
          market={shown === boards.own ? (boards.market?.board ?? null) : null}
        />,
      )}
      <Impact {...{ boards, where, schedule, origin, board }} open={open} card={card} />
      {card(visitUnitsFigure(boards.visits, isSample), undefined)}
      {card(
        behind,
        explainedCell(open, ({ id }, column) =>
          id === medicareRow && column.kind === 'money'
            ? () =>
                areaAmountWorking(
                  { ...working, code: column.label, area: board.area, year: board.medicareYear },
                  'nonFacility',
                )
            : undefined,
        ),
      )}
      {panel}
    </>
  );
}

type ChartProps = Pick<VisitFiguresProps, 'where' | 'charted' | 'onCharted'> & {
  readonly board: VisitBoard;
  /** To mark beside the user's own. */
  readonly market: VisitBoard | null;
};

function ChartOf({ board, market, where, charted, onCharted }: ChartProps) {
  const model = visitBars(board, where, charted, market);
  return (
    <>
      <div className={styles['chartOf']}>
        <SelectField
          label="Chart of"
          value={board.visits.some(({ id }) => id === charted) ? (charted ?? '') : ''}
          onValue={(id) => onCharted(id === '' ? null : id)}
        >
          <option value="">Average visit</option>
          {board.visits.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {model && model.bars.length > 0 ? (
        <>
          <p className={styles['help']}>{model.summary}</p>
          <MeasuredChart height={visitBarsHeight(model.bars.length)}>
            {(width) => <VisitBars model={model} width={width} />}
          </MeasuredChart>
        </>
      ) : null}
    </>
  );
}

interface ImpactProps extends Pick<VisitFiguresProps, 'boards' | 'where' | 'schedule' | 'origin'> {
  readonly board: VisitBoard;
  readonly open: ReturnType<typeof useExplained>['open'];
  readonly card: (figure: Figure, cell: ReturnType<typeof explainedCell>) => ReactNode;
}

function Impact({ boards, where, schedule, origin, board, open, card }: ImpactProps) {
  const { own, market, impact } = boards;
  if (!own || !market || !impact || impact.figures.rows.length === 0) return null;
  const figure = visitImpactFigure({
    impact: impact.figures,
    where,
    medicareYear: board.medicareYear,
    mixSource: impact.mixSource,
    ownRates: own.rates,
    marketRates: market.rates,
    origin,
  });
  const working = { impact: impact.figures, own, market, where, schedule, origin, address: '' };
  return card(
    figure,
    explainedCell(open, (row, column) =>
      column.id === 'visits' ? undefined : () => visitImpactWorking(working, row.id, column.id),
    ),
  );
}
