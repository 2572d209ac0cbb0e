import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { feeScheduleAddress } from '../share/address.ts';
import { useHref } from '../ui/links.tsx';
import { MedicareTrendCard } from './MedicareTrendCard.tsx';

interface MedicareSectionProps {
  readonly code: string;
  /** null = the nation. */
  readonly place: PlaceCode | null;
  readonly schedule: FeeSchedule;
  /** The fee-schedule year of the page; null = the newest. */
  readonly year: number | null;
  readonly origin?: string;
  readonly address: string;
}

/** Medicare's trend on a code's page, with the way to its localities, counties and other years. */
export function MedicareSection({ code, place, schedule, year, ...at }: MedicareSectionProps) {
  const href = useHref();
  return (
    <MedicareTrendCard
      {...at}
      schedule={schedule}
      code={code}
      place={place}
      actions={
        schedule.codes.includes(code) ? (
          <a href={href({ ...feeScheduleAddress(code, place), year })}>Localities and counties</a>
        ) : null
      }
    />
  );
}
