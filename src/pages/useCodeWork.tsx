import { type ReactNode, useEffect, useState } from 'react';
import type { CodeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { type DeviationAsk, explainDeviation } from '../figures/deviationAsk.ts';
import { medicareBenchmarkWorking } from '../figures/medicareBenchmarkWorking.ts';
import { recomputeModel } from '../figures/recompute.ts';
import type { Explained } from '../figures/working.ts';
import type { Work } from '../share/workQuery.ts';
import { useExplained } from './useExplained.tsx';

/** A figure of a code's page whose working is asked for. Plain, so that it can wait for the rates. */
export type CodeAsk =
  | { readonly kind: 'row'; readonly work: Work }
  | { readonly kind: 'deviation'; readonly ask: DeviationAsk }
  | { readonly kind: 'medicare'; readonly ofNation: boolean; readonly columnId: string };

interface CodeWorkInput {
  /** What the figures are made from; null until the rates are here. */
  readonly rates: { readonly benchmarks: CodeBenchmarks; readonly schedule: FeeSchedule } | null;
  /** Asks for the rates. */
  readonly onNeed: () => void;
  /** The working the address names; undefined for a user's file, which has no address. */
  readonly work: Work | null | undefined;
  readonly onWork: (work: Work | null) => void;
  readonly ratesFile: (place: PlaceCode | null) => string;
  readonly origin: string;
  readonly address: string;
}

/** Opens the working of a figure of a code's page; asked for before the rates are here, it opens when they are. */
export function useCodeWork(input: CodeWorkInput): {
  readonly open: (ask: CodeAsk) => void;
  readonly panel: ReactNode;
} {
  const { rates, onNeed, work, onWork } = input;
  const [asked, setAsked] = useState<CodeAsk | null>(null);
  // What lies open, so that the same address does not open it again.
  const [shown, setShown] = useState<string | null>(null);
  const { open, panel } = useExplained(() => {
    setShown(null);
    if (work) onWork(null);
  });
  const named = work ? JSON.stringify(work) : null;

  useEffect(() => {
    if (!rates) return;
    if (asked) {
      setAsked(null);
      open(() => explained(input, rates, asked));
    } else if (work && named !== shown) {
      setShown(named);
      open(() => explained(input, rates, { kind: 'row', work }));
    }
  }, [asked, rates, work, named, shown, open, input]);

  return {
    open: (ask) => {
      if (ask.kind === 'row' && work !== undefined) onWork(ask.work);
      else setAsked(ask);
      onNeed();
    },
    panel: (
      <>
        <p role="status" className="visually-hidden">
          {(asked || work) && !rates ? 'Loading the rates behind the figure' : ''}
        </p>
        {panel}
      </>
    ),
  };
}

function explained(
  { ratesFile, origin, address }: CodeWorkInput,
  { benchmarks, schedule }: NonNullable<CodeWorkInput['rates']>,
  asked: CodeAsk,
): Explained | undefined {
  const [here, nation] = [benchmarks.here, benchmarks.nation].map((side) => ({
    ...side,
    ratesFile: ratesFile(side.benchmark.place),
  })) as [NamedSide, NamedSide];
  const at = { origin, address };
  switch (asked.kind) {
    case 'row': {
      const { row: rowId, measure, ofNation } = asked.work;
      const side = ofNation ? nation : here;
      const row = side.benchmark.rows.find((each) => each.id === rowId);
      return row && recomputeModel({ ...side, ...at, row, measure });
    }
    case 'deviation':
      return explainDeviation(here, nation, asked.ask, at);
    case 'medicare': {
      const { benchmark, medicare } = asked.ofNation ? nation : here;
      const { code, place } = benchmark;
      return medicareBenchmarkWorking({ schedule, code, place, year: medicare.year, ...at }, asked.columnId);
    }
  }
}

type NamedSide = CodeBenchmarks['here'] & { readonly ratesFile: string };
