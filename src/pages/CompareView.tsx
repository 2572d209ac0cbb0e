import { useMemo, useState } from 'react';
import { valueOf } from '../domain/cell.ts';
import type { CompareMeasure } from '../domain/heatClass.ts';
import { contractMatrix } from '../domain/rateMatrix.ts';
import { marketCautions } from '../figures/contractFigures.ts';
import { contractIndexWorking } from '../figures/contractSumWorking.ts';
import { contractLineWorking, isContractFigure } from '../figures/contractWorking.ts';
import { heatFigure } from '../figures/heatFigure.ts';
import { compareMethods } from '../text/compareText.ts';
import type { Desk } from './desk.ts';
import { HeatCard } from './HeatCard.tsx';
import { PickCard } from './PickCard.tsx';
import { TalkingCard } from './TalkingCard.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

/** The column of a line's working that a measure shows. */
const workingColumn = { medicare: 'of-medicare', dollars: 'own', rank: 'rank' } as const;

/** A contract's payers and codes beside each other, what that gives to say, and the lines to bring. */
export function CompareView({ desk }: { readonly desk: Desk }) {
  const { positions, choice, weighted, codes, facts, workingFacts } = desk;
  const [measure, setMeasure] = useState<CompareMeasure>('medicare');
  const { open, panel } = useExplained();
  const matrix = useMemo(
    () => contractMatrix(positions, choice.place, weighted),
    [positions, choice.place, weighted],
  );
  const titles = useMemo(() => new Map(codes.map(({ code, title }) => [code, title])), [codes]);
  const model = useMemo(
    () =>
      heatFigure(matrix, {
        id: 'compare-own',
        subject: 'Your rates',
        whose: 'own',
        measure,
        codeLabel: (code) => `${code} ${titles.get(code) ?? ''}`.trim(),
        method: `${compareMethods.severalLines} ${facts.method}`,
        origin: facts.origin,
        notes: measure === 'medicare' ? [] : marketCautions(positions),
      }),
    [matrix, measure, titles, facts, positions],
  );
  const cell = explainedCell(open, (row, column) => {
    const payer = model.columns.find(({ id }) => id === column.id)?.payerId;
    if (payer === undefined) return undefined;
    const { positions: lines, ofMedicare } = matrix.cell(row.id, payer);
    const [line] = lines;
    if (lines.length === 1 && line) {
      const id = workingColumn[measure];
      return isContractFigure(line, id, workingFacts)
        ? () => contractLineWorking(line, id, workingFacts)
        : undefined;
    }
    const share = valueOf(ofMedicare);
    return measure === 'medicare' && share !== undefined
      ? () => contractIndexWorking(`${row.id}, ${payer}`, lines, 'medicare', weighted, share, facts.origin)
      : undefined;
  });
  return (
    <>
      <HeatCard model={model} onMeasure={setMeasure} renderValue={cell} />
      <TalkingCard desk={desk} />
      <PickCard desk={desk} />
      {panel}
    </>
  );
}
