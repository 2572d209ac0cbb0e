import { lazy, Suspense, useMemo } from 'react';
import type { OwnRates } from '../data/ownRates.ts';
import type { BenchmarkRow } from '../domain/benchmark.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { findPlace, type PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Release } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import { codeAddress, type Sort } from '../share/address.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { ImportPanel, type ImportState } from '../ui/ImportPanel.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemList } from '../ui/ProblemList.tsx';
import type { ContractMarketTables } from './ContractSection.tsx';
import type { DeskChoice } from './deskChoice.ts';
import { OwnFigures } from './OwnFigures.tsx';
import styles from './OwnPage.module.css';

/** The desk is a part of its own: a look at one code does not wait for it. */
const ContractSection = lazy(() =>
  import('./ContractSection.tsx').then((module) => ({ default: module.ContractSection })),
);

/** What is looked at in the user's file. In memory only: not in the address, not in storage. */
export interface OwnView {
  readonly code: string | null;
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  /** The scope the file was first shown in: what a reset leads back to. */
  readonly standard: Scope;
  readonly medicareYear: number | null;
  readonly sort: Sort | null;
  /** The row whose votes are shown; null = the leading one. */
  readonly open: BenchmarkRow['id'] | null;
  /** What the contract is held against; none until a state is chosen. */
  readonly desk?: DeskChoice;
}

interface OwnPageProps {
  readonly release: Release;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  /** The published rates of the desk's market; null until they are here. */
  readonly market: ContractMarketTables | null;
  /** Why they did not come; empty otherwise. */
  readonly marketError: string;
  readonly state: ImportState;
  readonly rates: OwnRates | null;
  readonly view: OwnView;
  readonly onView: (view: OwnView) => void;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
  readonly onClear: () => void;
}

/** A file of the user's own: what was read, what was not, and its benchmark. Nothing of it leaves this page's memory. */
export function OwnPage(props: OwnPageProps) {
  const { release, codes, schedule, state, rates, view, onView, onFile, onCancel, onClear } = props;
  const href = useHref();
  const known = useMemo(() => new Map(codes.map((code) => [code.code, code])), [codes]);
  const table = view.code === null ? undefined : rates?.tables.get(view.code);
  const published = view.code === null ? undefined : known.get(view.code);

  return (
    <div className={styles['page']}>
      <header>
        <h1>Your rates</h1>
        <p>
          Open a CSV of your contract (a code, a payer and a rate, or a share of Medicare) or of claim lines
          (code, payer, units, allowed) to hold it against the market and Medicare. It is read in this
          browser’s memory, is sent nowhere, and never becomes part of a link. Closing the tab forgets it.
        </p>
      </header>
      <ImportPanel state={state} onFile={onFile} onCancel={onCancel} onClear={onClear} />
      {rates ? (
        <>
          <ProblemList
            problems={rates.problems}
            rowsRead={rates.rowsRead}
            rowsLeftOut={rates.rowsLeftOut}
            fileName={rates.fileName}
          />
          {rates.columns.length > 0 ? (
            <p className={styles['columns']}>
              Columns recognised:{' '}
              {rates.columns
                .map(({ field, header }) => (header === field ? field : `${header} as ${field}`))
                .join(', ')}
              .
            </p>
          ) : null}
          {rates.notes.map((note) => (
            <Notice key={note}>{note}</Notice>
          ))}
        </>
      ) : null}
      {rates?.contract ? (
        <Suspense fallback={<Loading label="Loading the desk" lines={6} />}>
          <ContractSection
            contract={rates.contract}
            fileName={rates.fileName}
            choice={view.desk}
            onChoice={(desk) => onView({ ...view, desk })}
            market={props.market}
            marketError={props.marketError}
            schedule={schedule}
            localities={props.localities}
            codes={codes}
            release={release}
          />
        </Suspense>
      ) : null}
      {rates && table && view.code !== null ? (
        <>
          <div className={styles['choices']}>
            <label>
              Code in your file
              <select
                value={view.code}
                onChange={(event) => onView({ ...view, code: event.target.value, place: null })}
              >
                {[...rates.tables].map(([code, each]) => (
                  <option key={code} value={code}>
                    {code} {known.get(code)?.title ?? ''} ({countOf(each.length, 'rate')})
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
      ) : null}
    </div>
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
