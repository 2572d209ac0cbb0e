import type { OwnRates } from '../data/ownRates.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { findPlace, type PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Release } from '../domain/release.ts';
import { codeAddress } from '../share/address.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { useHref } from '../ui/links.tsx';
import { OwnFigures } from './OwnFigures.tsx';
import styles from './OwnPage.module.css';
import type { OwnView } from './OwnPage.tsx';

interface OwnCodesProps {
  readonly rates: Pick<OwnRates, 'tables' | 'fileName'>;
  readonly table: RateTable;
  readonly view: OwnView;
  readonly onView: (view: OwnView) => void;
  readonly codes: ReadonlyMap<string, BillingCode>;
  readonly schedule: FeeSchedule;
  readonly release: Release;
}

/** One code of the user's file at a time, with the figures a published code's page has. */
export function OwnCodes({ rates, table, view, onView, codes, schedule, release }: OwnCodesProps) {
  const href = useHref();
  const published = codes.get(table.code);
  return (
    <>
      <div className={styles['choices']}>
        <label>
          Code in your file
          <select
            value={table.code}
            onChange={(event) => onView({ ...view, code: event.target.value, place: null })}
          >
            {[...rates.tables].map(([code, each]) => (
              <option key={code} value={code}>
                {code} {codes.get(code)?.title ?? ''} ({countOf(each.length, 'rate')})
              </option>
            ))}
          </select>
        </label>
        <label>
          State in your file
          <select
            value={view.place ?? ''}
            onChange={(event) => onView({ ...view, place: event.target.value || null })}
          >
            <option value="">All of the file</option>
            {placesOf(table).map((place) => (
              <option key={place} value={place}>
                {placeTitle(place)} ({place})
              </option>
            ))}
          </select>
        </label>
        {published ? (
          <a href={href(codeAddress(published.code, view.place))}>Published rates for {published.code}</a>
        ) : null}
      </div>
      <OwnFigures
        table={table}
        view={view}
        onView={onView}
        schedule={schedule}
        fileName={rates.fileName}
        release={release}
        origin={`your file ${rates.fileName}; Medicare from release ${release.id}`}
      />
    </>
  );
}

function placesOf(table: RateTable): readonly PlaceCode[] {
  const used = new Set<PlaceCode>();
  for (const provider of table.provider) {
    const place = table.providers[provider]?.place ?? '';
    if (findPlace(place)) used.add(place);
  }
  return [...used].sort();
}
