import { useMemo } from 'react';
import { codeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { fileYears } from '../domain/fileYears.ts';
import { newestYear } from '../domain/newestYear.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Release } from '../domain/release.ts';
import { codeView } from '../figures/codeView.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { ScopeBar } from '../ui/ScopeBar.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { Exportable } from './Exportable.tsx';
import type { OwnView } from './OwnPage.tsx';
import { RateChecksSection } from './RateChecksSection.tsx';
import { useChange } from './useChange.ts';

interface OwnFiguresProps {
  readonly table: RateTable;
  readonly view: OwnView;
  readonly onView: (view: OwnView) => void;
  readonly schedule: FeeSchedule;
  readonly origin: string;
  readonly fileName: string;
  /** Of Medicare and the code list. */
  readonly release: Release;
}

/** The same figures as a published code's page, from the user's table. */
export function OwnFigures({ table, view, onView, schedule, origin, fileName, release }: OwnFiguresProps) {
  const years = useMemo(() => fileYears(table), [table]);
  const { change, changeScope } = useChange(view, onView);
  const { place, scope } = view;
  const medicareYear = view.medicareYear ?? newestYear(schedule.years);
  const benchmarks = useMemo(
    () =>
      codeBenchmarks({
        nationalRates: table,
        placeRates: place === null ? null : table,
        place,
        scope,
        schedule,
        medicareYear,
      }),
    [table, place, scope, schedule, medicareYear],
  );
  const sentence = scopeSentence(scope, benchmarks.here.benchmark.providerName);
  const shown = useMemo(() => codeView(benchmarks, origin, true), [benchmarks, origin]);
  return (
    <Exportable release={release} scope={sentence} isOwn>
      <CodeFigures
        view={shown}
        scopeBar={(finer, onForesee) => (
          <ScopeBar
            scope={view.scope}
            onScope={changeScope}
            onForesee={onForesee}
            years={years}
            medicareYear={view.medicareYear}
            medicareYears={schedule.years}
            onMedicareYear={(year) => change({ medicareYear: year })}
            standard={view.standard}
            onReset={() => change({ scope: view.standard, medicareYear: null })}
            sentence={sentence}
          >
            {finer}
          </ScopeBar>
        )}
        benchmarks={benchmarks}
        schedule={schedule}
        onNeed={nothingMissing}
        place={place}
        scope={scope}
        sort={view.sort}
        onSort={(sort) => change({ sort })}
        onScope={changeScope}
        origin={origin}
        isOwn
        address=""
        ratesFile={() => fileName}
        open={view.open}
        onOpen={(open) => change({ open })}
        published={[]}
        beside={<RateChecksSection table={table} schedule={schedule} origin={origin} />}
      />
    </Exportable>
  );
}

/** A user's rates are read before anything is shown. */
function nothingMissing(): void {}
