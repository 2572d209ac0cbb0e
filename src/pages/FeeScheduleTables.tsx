import { useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { feeScheduleList } from '../figures/feeScheduleList.ts';
import { localityCellWorking } from '../figures/localityCellWorking.ts';
import { localityTable } from '../figures/localityTable.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { type FeeScheduleAddress, formatAddress } from '../share/address.ts';
import { useHref } from '../ui/links.tsx';
import { ExplainedCard } from './ExplainedCard.tsx';
import styles from './FeeSchedulePage.module.css';

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
  const at = { schedule, code, place, year, participation, origin, address: formatAddress(address) };
  return (
    <ExplainedCard
      figure={figure}
      explain={(row, column) =>
        column.kind === 'money' ? () => localityCellWorking(at, row.id, column.id) : undefined
      }
    />
  );
}

function AllCodes({ address, schedule, catalogue, year }: Omit<FeeScheduleTablesProps, 'code'>) {
  const href = useHref();
  const { place, participation } = address;
  const figure = useMemo(
    () => feeScheduleList(schedule, catalogue, place, year, { participation }),
    [schedule, catalogue, place, year, participation],
  );
  const at = { schedule, place, year, participation, origin, address: formatAddress(address) };
  return (
    <ExplainedCard
      figure={figure}
      // Each code's amounts are means over the place's localities.
      explain={(row, column) => () => medicareTableWorking({ ...at, code: row.id }, 'mean', column.id)}
      renderLabel={({ id, label }) => (
        <span className={styles['code']}>
          <a href={href({ ...address, code: id })}>{id}</a> <span>{label.slice(id.length)}</span>
        </span>
      )}
    />
  );
}
