import { useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { feeScheduleList } from '../figures/feeScheduleList.ts';
import { localityCellWorking } from '../figures/localityCellWorking.ts';
import { localityTable } from '../figures/localityTable.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { type FeeScheduleAddress, formatAddress } from '../share/address.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './FeeSchedulePage.module.css';
import { explainedCell, useExplained } from './useExplained.tsx';

interface FeeScheduleTablesProps {
  readonly address: FeeScheduleAddress;
  readonly schedule: FeeSchedule;
  /** The code shown; null = all. */
  readonly code: string | null;
  readonly year: number;
  readonly catalogue: readonly BillingCode[];
}

/** A code's amounts in each locality of a place; without a code every code's means over them. */
export function FeeScheduleTables({ code, ...props }: FeeScheduleTablesProps) {
  return code === null ? <AllCodes {...props} /> : <OneCode {...props} code={code} />;
}

const origin = 'CMS tables of this release';

type OneCodeProps = Omit<FeeScheduleTablesProps, 'catalogue'> & { readonly code: string };

function OneCode({ address, schedule, code, year }: OneCodeProps) {
  const { place, participation } = address;
  const figure = useMemo(
    () => localityTable(schedule, code, place, year, { participation }),
    [schedule, code, place, year, participation],
  );
  const { open, panel } = useExplained();
  const at = { schedule, code, place, year, participation, origin, address: formatAddress(address) };
  const cell = explainedCell(open, (row, column) =>
    column.kind === 'money' ? () => localityCellWorking(at, row.id, column.id) : undefined,
  );
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={
          figure.rows.length > 0 ? <SelfSortedTable figure={figure} captionHidden renderCell={cell} /> : null
        }
      />
      {panel}
    </>
  );
}

function AllCodes({ address, schedule, catalogue, year }: Omit<FeeScheduleTablesProps, 'code'>) {
  const href = useHref();
  const { place, participation } = address;
  const figure = useMemo(
    () => feeScheduleList(schedule, catalogue, place, year, { participation }),
    [schedule, catalogue, place, year, participation],
  );
  const { open, panel } = useExplained();
  const at = { schedule, place, year, participation, origin, address: formatAddress(address) };
  // Each code's amounts are means over the place's localities.
  const cell = explainedCell(
    open,
    (row, column) => () => medicareTableWorking({ ...at, code: row.id }, 'mean', column.id),
  );
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={
          <SelfSortedTable
            figure={figure}
            captionHidden
            renderCell={cell}
            renderLabel={({ id, label }) => (
              <span className={styles['code']}>
                <a href={href({ ...address, code: id })}>{id}</a> <span>{label.slice(id.length)}</span>
              </span>
            )}
          />
        }
      />
      {panel}
    </>
  );
}
