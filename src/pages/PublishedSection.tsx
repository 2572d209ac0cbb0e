import { useMemo } from 'react';
import type { Benchmark } from '../domain/benchmark.ts';
import { documentGroups } from '../domain/effectGroups.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { outlierEffect } from '../domain/outlierEffect.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { PublishedFigure } from '../domain/published.ts';
import { publishedChecks } from '../domain/publishedChecks.ts';
import { publishedChecksFigure } from '../figures/publishedChecksFigure.ts';
import { figuresHere, publishedFigure, publishedGroup } from '../figures/publishedFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { CheckList } from './CheckList.tsx';
import { EffectTables } from './EffectTables.tsx';

interface PublishedSectionProps {
  readonly code: string;
  readonly place: PlaceCode | null;
  /** Everything others print for the code: `loader.published(code)`. */
  readonly figures: readonly PublishedFigure[];
  /** Our own benchmark of a place (null = the nation) in the page's scope; a stable function. */
  readonly benchmarkOf: (place: PlaceCode | null) => Benchmark;
  readonly schedule: FeeSchedule;
  readonly origin: string;
}

/** What others print, what the checks make of it, and what a document's odd row does. Nothing when nobody prints any. */
export function PublishedSection(props: PublishedSectionProps) {
  const { code, place, figures, benchmarkOf, schedule, origin } = props;
  const here = useMemo(() => figuresHere(figures, place), [figures, place]);
  const figure = useMemo(
    () => publishedFigure({ code, place, figures: here, benchmarkOf, schedule, origin }),
    [code, place, here, benchmarkOf, schedule, origin],
  );
  const checks = useMemo(
    () => publishedChecksFigure(publishedChecks(code, here, schedule), code, origin),
    [code, here, schedule, origin],
  );
  const effects = useMemo(() => documentGroups(here).map((group) => outlierEffect(group)), [here]);
  if (here.length === 0) return null;
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={
          <SelfSortedTable figure={figure} captionHidden groupOf={(row) => publishedGroup(here, row.id)} />
        }
      />
      {checks ? <CheckList checks={checks} headingLevel={2} /> : null}
      {effects.some(({ flagged }) => flagged.length > 0) ? (
        <EffectTables
          effects={effects}
          subject={`${code} as others print it`}
          origin={origin}
          headingLevel={2}
          isOpen
        />
      ) : null}
    </>
  );
}
