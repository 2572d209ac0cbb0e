import { useMemo } from 'react';
import type { Benchmark } from '../domain/benchmark.ts';
import { documentGroups } from '../domain/effectGroups.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { outlierEffect } from '../domain/outlierEffect.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { PublishedFigure } from '../domain/published.ts';
import { publishedChecks } from '../domain/publishedChecks.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { publishedCellWorking } from '../figures/publishedCellWorking.ts';
import { publishedChecksFigure } from '../figures/publishedChecksFigure.ts';
import { figuresHere, publishedFigure, publishedGroup } from '../figures/publishedFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { CheckList } from './CheckList.tsx';
import { EffectTables } from './EffectTables.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';

interface PublishedSectionProps {
  readonly code: string;
  readonly place: PlaceCode | null;
  /** Everything others print for the code: `loader.published(code)`. */
  readonly figures: readonly PublishedFigure[];
  /** Our own benchmark of a place (null = the nation) in the page's scope; a stable function. */
  readonly benchmarkOf: (place: PlaceCode | null) => Benchmark;
  readonly schedule: FeeSchedule;
  readonly origin: string;
  /** The rates `benchmarkOf` counts, and the CSV they were read in; null where our own figures open no working. */
  readonly rates?: { readonly table: RateTable; readonly ratesFile: string } | null;
  /** The page's address for the sheets; empty for a user's file, which no address can carry. */
  readonly address: string;
}

/** What others print, what the checks make of it, and what a document's odd row does. Nothing when nobody prints any. */
export function PublishedSection(props: PublishedSectionProps) {
  const { code, place, figures, schedule, origin, address } = props;
  const here = useMemo(() => figuresHere(figures, place), [figures, place]);
  const checks = useMemo(() => {
    const found = publishedChecks(code, [...here.articles, ...here.markets], schedule);
    return publishedChecksFigure(found, code, origin);
  }, [code, here, schedule, origin]);
  const effects = useMemo(() => documentGroups(here.articles).map((group) => outlierEffect(group)), [here]);
  return (
    <>
      <PublishedCard {...props} figures={here.articles} />
      {effects.some(({ flagged }) => flagged.length > 0) ? (
        <EffectTables
          id="published-effect"
          effects={effects}
          subject={`${code} as others print it`}
          origin={origin}
          address={address}
          headingLevel={2}
          isOpen
        />
      ) : null}
      <PublishedCard {...props} figures={here.markets} />
      {checks ? <CheckList checks={checks} headingLevel={2} /> : null}
    </>
  );
}

function PublishedCard(props: PublishedSectionProps) {
  const { code, place, figures, benchmarkOf, schedule, origin, rates = null, address } = props;
  const { open, panel } = useExplained();
  const figure = useMemo(
    () =>
      figures.length === 0 ? null : publishedFigure({ code, place, figures, benchmarkOf, schedule, origin }),
    [code, place, figures, benchmarkOf, schedule, origin],
  );
  if (figure === null) return null;
  const input = { code, figures, benchmarkOf, schedule, rates, origin, address };
  const cell = explainedCell(open, (row, column) => publishedCellWorking(input, row.id, column.id));
  const table = (
    <SelfSortedTable
      figure={figure}
      captionHidden
      groupOf={(row) => publishedGroup(figures, row.id)}
      renderCell={cell}
    />
  );
  return (
    <>
      <FigureCard figure={figure} headingLevel={2} chart={null} table={table} />
      {panel}
    </>
  );
}
