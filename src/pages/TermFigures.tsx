import { type ReactNode, Suspense, useMemo } from 'react';
import type { ContractTerm } from '../domain/contractTerm.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import { medicareAhead } from '../domain/medicareYears.ts';
import { compareTerms, type TermComparison } from '../domain/termComparison.ts';
import { termEven } from '../domain/termEven.ts';
import { compareList, type TermListComparison, type TermListLine } from '../domain/termList.ts';
import type { Figure } from '../figures/figure.ts';
import { termHistoryFigure, termValueFigure } from '../figures/termFigure.ts';
import { termLines } from '../figures/termLines.ts';
import { termListFigure } from '../figures/termListFigure.ts';
import { termListWorking, termYearsWorking } from '../figures/termListWorking.ts';
import { termWorking } from '../figures/termWorking.ts';
import { countOf } from '../text/numbers.ts';
import { termText } from '../text/termText.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { latePart } from '../ui/latePart.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './Desk.module.css';
import { type Explain, explainedCell, useExplained } from './useExplained.tsx';

/** Recharts is the largest thing here; the words and the tables do not wait for it. */
const TrendChart = latePart(() => import('./TrendChart.tsx').then((module) => module.TrendChart));

interface TermFiguresProps {
  readonly a: ContractTerm;
  readonly b: ContractTerm;
  readonly lines: readonly TermListLine[];
  /** The code whose one unit is looked at; null = all units of the list. */
  readonly code: string | null;
  readonly titles: ReadonlyMap<string, string>;
  readonly years: number;
  readonly growth: number;
  readonly growthSource: string;
  readonly schedule: FeeSchedule;
  readonly area: MedicareArea;
  readonly where: string;
  readonly origin: string;
  readonly isSample: boolean;
}

/** The figures of two terms: what they would have paid, what they are worth, and which codes make the difference. */
export function TermFigures(props: TermFiguresProps) {
  const { a, b, lines, code, years, growth, where } = props;
  const { open, panel } = useExplained();
  const line = lines.find((each) => each.code === code) ?? (lines.length === 1 ? lines[0] : undefined);
  const shown = useMemo(
    () => ({
      past: compareList({ a, b }, lines, ({ history }) => history),
      ahead: listAhead({ a, b, lines, years }, growth),
    }),
    [a, b, lines, years, growth],
  );
  // By itself: it is the same whatever change is assumed.
  const even = useMemo(
    () =>
      termEven(
        (change) =>
          line
            ? compareTerms({ a, b, ...line }, medicareAhead(line.history, years, change), line.history)
            : listAhead({ a, b, lines, years }, change).whole,
        years,
      ),
    [a, b, lines, line, years],
  );
  const [past, ahead] = [ofSubject(shown.past, line), ofSubject(shown.ahead, line)];
  const shared = { ...props, charge: line?.charge ?? null };
  const subjectOf = (list: TermListComparison) => ({
    name: line ? line.code : `the list of ${countOf(lines.length, 'code')}`,
    where,
    isList: !line,
    leftOut: line ? [] : list.rows.flatMap((row) => (row.isCounted ? [] : [row.line.code])),
  });
  const working = (list: TermListComparison, comparison: TermComparison) => {
    const input = { ...props, list, address: '' };
    return (row: string, column: string) =>
      line
        ? termWorking({ ...input, ...line, comparison, known: line.history }, row, column)
        : termYearsWorking(input, row, column);
  };

  function card(
    figure: Figure,
    explain: (row: string, column: string) => ReturnType<Explain>,
    chart: ReactNode,
  ) {
    const cell = explainedCell(open, (row, column) =>
      column.kind === 'text' || column.kind === 'count' ? undefined : () => explain(row.id, column.id),
    );
    return (
      <FigureCard
        figure={figure}
        headingLevel={3}
        chart={chart}
        table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
      />
    );
  }

  const history = termHistoryFigure({ ...shared, comparison: past, subject: subjectOf(shown.past) });
  const value = termValueFigure({
    ...shared,
    comparison: ahead,
    subject: subjectOf(shown.ahead),
    units: line?.units ?? 0,
    even,
  });
  return (
    <>
      {lines.length > 1
        ? card(
            termListFigure({ ...props, list: shown.ahead }),
            (row, column) => termListWorking({ ...props, list: shown.ahead, address: '' }, row, column),
            null,
          )
        : null}
      {card(history, working(shown.past, past), <TermChart figure={history} comparison={past} a={a} b={b} />)}
      {card(value, working(shown.ahead, ahead), <TermChart figure={value} comparison={ahead} a={a} b={b} />)}
      {panel}
    </>
  );
}

/** The list over the years ahead, under an even yearly change of Medicare. */
function listAhead(
  { a, b, lines, years }: Pick<TermFiguresProps, 'a' | 'b' | 'lines' | 'years'>,
  change: number,
): TermListComparison {
  return compareList({ a, b }, lines, ({ history }) => medicareAhead(history, years, change));
}

/** One code of a list, or all of it. */
function ofSubject(list: TermListComparison, line: TermListLine | undefined): TermComparison {
  return list.rows.find((row) => row.line === line)?.comparison ?? list.whole;
}

interface TermChartProps extends Pick<TermFiguresProps, 'a' | 'b'> {
  readonly figure: Figure;
  readonly comparison: TermComparison;
}

function TermChart({ figure: { title, summary }, comparison, a, b }: TermChartProps) {
  const lines = termLines(comparison, { title, summary, a: termText(a), b: termText(b) });
  return lines && lines.steps.length > 1 ? (
    <Suspense fallback={<div className={styles['chartSpace']} />}>
      <TrendChart model={lines} />
    </Suspense>
  ) : null;
}
