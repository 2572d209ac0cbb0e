import { Suspense, useMemo, useState } from 'react';
import { distributionHeight } from '../charts/distributionGeometry.ts';
import type { Benchmark, BenchmarkRow } from '../domain/benchmark.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import type { RateTable } from '../domain/rateTable.ts';
import {
  type DistributionModel,
  distributionModel,
  type WhiskerKind,
  whiskerKinds,
} from '../figures/distribution.ts';
import { votesFigure } from '../figures/votesFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { latePart } from '../ui/latePart.ts';
import styles from './DistributionSection.module.css';
import { firstVotes, VoteList } from './VoteList.tsx';

const DistributionFigure = latePart(() =>
  import('./DistributionFigure.tsx').then((module) => module.DistributionFigure),
);

const whiskerNames: Readonly<Record<WhiskerKind, string>> = {
  'p10-p90': 'P10 to P90',
  fences: 'Outermost within 1.5 spreads (Tukey)',
};

interface DistributionSectionProps {
  readonly benchmark: Benchmark;
  /** The table the benchmark was made from. */
  readonly table: RateTable;
  readonly medicare: MedicareBenchmark;
  readonly payer: BenchmarkRow['id'];
  readonly onPayer: (payer: BenchmarkRow['id']) => void;
  readonly whiskers: WhiskerKind;
  readonly onWhiskers: (whiskers: WhiskerKind) => void;
  /** Whether the votes are listed to the last. */
  readonly votes: 'first' | 'all';
  readonly onVotes: (votes: 'first' | 'all') => void;
  /** The CSV whose lines the votes name: `rates/97110/national.csv`, or the user's file. */
  readonly ratesFile: string;
  readonly origin: string;
  readonly isOwn?: boolean;
}

/** How the votes of one payer lie, with every vote and where it comes from. Nothing is shown without any vote. */
export function DistributionSection(props: DistributionSectionProps) {
  const withVotes = props.benchmark.rows.filter((row) => row.n > 0);
  // A payer of another place may have no vote here; the first that has stands in.
  const row = withVotes.find((each) => each.id === props.payer) ?? withVotes[0];
  return row ? <PayerDistribution {...props} row={row} withVotes={withVotes} /> : null;
}

interface PayerDistributionProps extends DistributionSectionProps {
  readonly row: BenchmarkRow;
  readonly withVotes: readonly BenchmarkRow[];
}

function PayerDistribution(props: PayerDistributionProps) {
  const { row, benchmark, table, medicare, whiskers, ratesFile, origin, isOwn = false } = props;
  const model = useMemo(
    () => distributionModel({ benchmark, row, table, medicare, whiskers, ratesFile, isOwn }),
    [benchmark, row, table, medicare, whiskers, ratesFile, isOwn],
  );
  const [pick, setPick] = useState<{ readonly model: DistributionModel; readonly bin: string } | null>(null);
  // Another payer, scope or whisker makes other bars: a pick holds for the drawing it was made in.
  const bin = pick?.model === model ? model.bins.find(({ id }) => id === pick.bin) : undefined;
  const limit = props.votes === 'all' ? Number.POSITIVE_INFINITY : firstVotes;
  const figure = useMemo(
    () => votesFigure(model, benchmark, ratesFile, origin, bin ? { bin } : { limit }),
    [model, benchmark, ratesFile, origin, bin, limit],
  );

  return (
    <FigureCard
      figure={figure}
      whole={() =>
        votesFigure(model, benchmark, ratesFile, origin, bin ? { bin } : { limit: model.points.length })
      }
      headingLevel={2}
      actions={<DistributionControls {...props} />}
      chart={
        <Suspense fallback={<div style={{ minHeight: distributionHeight(model.kind) }} />}>
          <DistributionFigure
            model={model}
            whiskers={`Whiskers: ${whiskerNames[whiskers]}`}
            picked={bin?.id ?? null}
            onPick={(id) => setPick(id === bin?.id ? null : { model, bin: id })}
          />
        </Suspense>
      }
      table={
        <VoteList
          {...{ model, figure, bin }}
          onEveryBin={() => setPick(null)}
          votes={props.votes}
          onVotes={props.onVotes}
        />
      }
    />
  );
}

type DistributionControlsProps = Pick<
  PayerDistributionProps,
  'row' | 'withVotes' | 'onPayer' | 'whiskers' | 'onWhiskers'
>;

/** Whose votes are drawn, and what the whiskers reach to. */
function DistributionControls({ row, withVotes, onPayer, whiskers, onWhiskers }: DistributionControlsProps) {
  return (
    <div className={styles['controls']}>
      <label>
        <span>Payer</span>
        <select
          value={row.id}
          onChange={({ target }) => {
            const next = withVotes.find((each) => each.id === target.value);
            if (next) onPayer(next.id);
          }}
        >
          {withVotes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name} (n {each.n})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Whiskers</span>
        <select
          value={whiskers}
          onChange={({ target }) => {
            const next = whiskerKinds.find((kind) => kind === target.value);
            if (next) onWhiskers(next);
          }}
        >
          {whiskerKinds.map((kind) => (
            <option key={kind} value={kind}>
              {whiskerNames[kind]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
