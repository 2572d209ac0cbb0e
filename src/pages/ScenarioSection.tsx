import { useId, useMemo, useState } from 'react';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import { WaterfallChart } from '../charts/WaterfallChart.tsx';
import { waterfallHeight } from '../charts/waterfallGeometry.ts';
import { firstScenarios, type Scenario } from '../domain/scenario.ts';
import { type ScenarioResult, scenarioResult } from '../domain/scenarioResult.ts';
import type { Figure } from '../figures/figure.ts';
import {
  scenarioFigure,
  scenarioIndexFigure,
  scenarioLetters,
  scenarioParts,
  scenarioPayerFigure,
  scenarioTitle,
  scenarioWaterfall,
} from '../figures/scenarioFigure.ts';
import { type ScenarioMeasure, scenarioIndexWorking, scenarioWorking } from '../figures/scenarioWorking.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { today } from '../ui/today.ts';
import styles from './Desk.module.css';
import type { Desk } from './desk.ts';
import { ScenarioEditor } from './ScenarioEditor.tsx';
import { ScenarioKeeper } from './ScenarioKeeper.tsx';
import { type Explain, explainedCell } from './useExplained.tsx';

interface ScenarioSectionProps {
  readonly desk: Desk;
  readonly onExplain: (explain: Explain) => void;
}

/** Offers and wishes side by side: what each is, and what the contract would pay under it. */
export function ScenarioSection({ desk, onExplain }: ScenarioSectionProps) {
  const { positions, families, facts, choice, onChoice } = desk;
  const { scenarios } = choice;
  const headingId = useId();
  // Text fields hold what is typed; scenarios that come as a whole start them anew.
  const [round, setRound] = useState(0);
  const familyOf = (code: string) => families.get(code) ?? 'Other codes';
  const payers = [...new Set(positions.map(({ line }) => line.payer))];
  const familiesHere = [...new Set(positions.map(({ line }) => familyOf(line.code)))];
  const results = useMemo(
    () =>
      scenarios.map((each) => scenarioResult(positions, each, (code) => families.get(code) ?? 'Other codes')),
    [positions, scenarios, families],
  );
  const replace = (next: readonly Scenario[]) => {
    setRound(round + 1);
    onChoice({ ...choice, scenarios: next });
  };

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>Scenarios</h2>
      <p className={styles['lead']}>
        An offer of the payer, what you would ask for, and where you would settle. Each pays every line by one
        rule; exceptions set another for a payer or a family of codes, and of several that fit a line the last
        holds.
      </p>
      <div className={styles['visits']}>
        {scenarios.map((scenario, index) => (
          <ScenarioEditor
            key={`${round} ${scenarioLetters[index]}`}
            letter={scenarioLetters[index] ?? ''}
            scenario={scenario}
            payers={payers}
            families={familiesHere}
            onScenario={(next) =>
              onChoice({ ...choice, scenarios: scenarios.map((each, at) => (at === index ? next : each)) })
            }
          />
        ))}
      </div>
      <ScenarioKeeper scenarios={scenarios} onOpen={replace} today={today()}>
        <button type="button" onClick={() => replace(firstScenarios)}>
          Back to the first three scenarios
        </button>
      </ScenarioKeeper>
      <ScenarioFigures results={results} facts={facts} onExplain={onExplain} />
    </section>
  );
}

interface ScenarioFiguresProps {
  readonly results: readonly ScenarioResult[];
  readonly facts: Desk['facts'];
  readonly onExplain: (explain: Explain) => void;
}

function ScenarioFigures({ results, facts, onExplain }: ScenarioFiguresProps) {
  const whole = scenarioFigure(results, facts);
  const chart = scenarioWaterfall(results, whole);
  const cell = explainedCell(onExplain, (row, column) => {
    const asked = cellOf(row.id, column.id);
    const part = asked && scenarioParts(results, asked.partId)[asked.index];
    if (!asked || !part) return undefined;
    const name = scenarioTitle(asked.index, results[asked.index]?.scenario.name ?? '');
    const { measure } = asked;
    const working =
      measure === 'medicare' || measure === 'median'
        ? () => scenarioIndexWorking(part, measure, asked.isNow ? 'now' : 'after', name, facts.origin)
        : () => scenarioWorking(part, asked.isNow ? 'now' : measure, name, facts.origin);
    return working;
  });
  const card = (figure: Figure, drawing: typeof chart) => (
    <FigureCard
      figure={figure}
      headingLevel={3}
      chart={
        drawing ? (
          <MeasuredChart height={waterfallHeight(drawing.bars.length)}>
            {(width) => <WaterfallChart model={drawing} width={width} />}
          </MeasuredChart>
        ) : null
      }
      table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
    />
  );
  return (
    <>
      {card(whole, chart)}
      {card(scenarioPayerFigure(results, facts), null)}
      {card(scenarioIndexFigure(results, facts), null)}
    </>
  );
}

interface AskedCell {
  readonly partId: string;
  /** Which scenario; 0 for what is alike in all. */
  readonly index: number;
  readonly isNow: boolean;
  readonly measure: ScenarioMeasure | 'medicare' | 'median';
}

const wholeMeasures: Readonly<Record<string, AskedCell['measure']>> = {
  revenue: 'after',
  change: 'change',
  ratio: 'ratio',
  medicare: 'medicare',
  median: 'median',
};

/** What a cell of the three tables is of: rows are scenarios in the first, payers in the others. */
function cellOf(rowId: string, columnId: string): AskedCell | undefined {
  const whole = wholeMeasures[columnId];
  if (whole) {
    const isNow = rowId === 'now';
    if (isNow && (whole === 'change' || whole === 'ratio')) return undefined;
    const index = scenarioLetters.findIndex((letter) => letter === rowId);
    return { partId: 'total', index: Math.max(0, index), isNow, measure: whole };
  }
  const [letter = '', word = ''] = columnId.split(' ');
  const isNow = letter === 'now';
  const index = isNow ? 0 : scenarioLetters.findIndex((each) => each === letter);
  const measure = isNow && word === '' ? 'now' : word;
  if (index < 0 || !isMeasure(measure)) return undefined;
  return { partId: rowId, index, isNow, measure };
}

function isMeasure(word: string): word is AskedCell['measure'] {
  return ['now', 'after', 'change', 'medicare', 'median'].includes(word);
}
