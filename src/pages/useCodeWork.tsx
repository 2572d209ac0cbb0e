import { type ReactNode, useEffect, useState } from 'react';
import type { CodeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { useRecompute } from './useRecompute.tsx';

/** A figure of a code's page: of the place or of the nation, which row, which measure. */
export interface CodeWork {
  readonly side: 'here' | 'nation';
  readonly rowId: string;
  readonly measure: RecomputeMeasure;
}

interface CodeWorkInput {
  readonly benchmarks: CodeBenchmarks | null;
  /** Asks for the rates. */
  readonly onNeed: () => void;
  readonly ratesFile: (place: PlaceCode | null) => string;
  readonly origin: string;
  readonly address: string;
}

/** Opens the working of a figure of a code's page; asked for before the rates are here, it opens when they are. */
export function useCodeWork({ benchmarks, onNeed, ratesFile, origin, address }: CodeWorkInput): {
  readonly open: (work: CodeWork) => void;
  readonly panel: ReactNode;
} {
  const recompute = useRecompute(origin, address);
  const [asked, setAsked] = useState<CodeWork | null>(null);
  const { open } = recompute;

  useEffect(() => {
    if (!asked || !benchmarks) return;
    setAsked(null);
    const side = benchmarks[asked.side];
    const row = side.benchmark.rows.find((each) => each.id === asked.rowId);
    if (row) open({ ...side, ratesFile: ratesFile(side.benchmark.place), row, measure: asked.measure });
  }, [asked, benchmarks, open, ratesFile]);

  return {
    open: (work) => {
      setAsked(work);
      onNeed();
    },
    panel: (
      <>
        <p role="status" className="visually-hidden">
          {asked ? 'Loading the rates behind the figure' : ''}
        </p>
        {recompute.panel}
      </>
    ),
  };
}
