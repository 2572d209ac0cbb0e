import { useMemo } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { ScopeBar } from '../ui/ScopeBar.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { fileYears } from './fileYears.ts';
import type { OwnView } from './OwnPage.tsx';
import { RateChecksSection } from './RateChecksSection.tsx';

interface OwnFiguresProps {
  readonly table: RateTable;
  readonly view: OwnView;
  readonly onView: (view: OwnView) => void;
  readonly schedule: FeeSchedule;
  readonly origin: string;
  readonly fileName: string;
}

/** The same figures as a published code's page, from the user's table. */
export function OwnFigures({ table, view, onView, schedule, origin, fileName }: OwnFiguresProps) {
  const years = useMemo(() => fileYears(table), [table]);
  const newestYear = schedule.years.at(-1) as number;
  return (
    <>
      <ScopeBar
        scope={view.scope}
        onScope={(scope) => onView({ ...view, scope })}
        years={years}
        medicareYear={view.medicareYear}
        medicareYears={schedule.years}
        onMedicareYear={(medicareYear) => onView({ ...view, medicareYear })}
        standard={view.standard}
        onReset={() => onView({ ...view, scope: view.standard, medicareYear: null })}
        sentence={scopeSentence(view.scope)}
      />
      <CodeFigures
        nationalRates={table}
        placeRates={view.place === null ? null : table}
        place={view.place}
        scope={view.scope}
        schedule={schedule}
        medicareYear={view.medicareYear ?? newestYear}
        sort={view.sort}
        onSort={(sort) => onView({ ...view, sort })}
        onScope={(scope) => onView({ ...view, scope })}
        origin={origin}
        isOwn
        address=""
        ratesFile={() => fileName}
        open={view.open}
        onOpen={(open) => onView({ ...view, open })}
        published={[]}
        beside={<RateChecksSection table={table} schedule={schedule} origin={origin} />}
      />
    </>
  );
}
