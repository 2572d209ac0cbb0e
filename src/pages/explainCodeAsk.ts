import type { CodeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { explainDeviation } from '../figures/explainDeviation.ts';
import { medicareBenchmarkWorking } from '../figures/medicareBenchmarkWorking.ts';
import { recomputeModel } from '../figures/recompute.ts';
import type { Explained } from '../figures/working.ts';
import type { CodeAsk } from './useCodeWork.tsx';

interface CodePageFigures {
  readonly benchmarks: CodeBenchmarks;
  readonly schedule: FeeSchedule;
  readonly ratesFile: (place: PlaceCode | null) => string;
  readonly origin: string;
  readonly address: string;
}

/** The working of a figure of a code's page; undefined where the figure is absent. A chunk of its own: few ask for it. */
export function explainCodeAsk(asked: CodeAsk, figures: CodePageFigures): Explained | undefined {
  const { benchmarks, schedule, ratesFile, origin, address } = figures;
  const named = (side: CodeBenchmarks['here']) => ({
    ...side,
    ratesFile: ratesFile(side.benchmark.place),
  });
  const here = named(benchmarks.here);
  const nation = named(benchmarks.nation);
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
      const { code, place, scope } = benchmark;
      const { definition } = scope;
      return medicareBenchmarkWorking(
        { schedule, code, place, year: medicare.year, definition, ...at },
        asked.columnId,
      );
    }
  }
}
