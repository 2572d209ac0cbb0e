import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { BenchmarkRow } from '../domain/benchmark.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Release } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import type { DeskView, Sort } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { Loading } from '../ui/Loading.tsx';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import type { ContractMarketTables } from './ContractDesk.tsx';
import { type ContractFile, contractName } from './contractFile.ts';
import { DeskNav } from './DeskNav.tsx';
import type { DeskChoice } from './deskChoice.ts';
import { OwnContract } from './OwnContract.tsx';
import styles from './OwnPage.module.css';

/** The desk and the figures of one code are parts of their own: neither waits for the other. */
const ContractDesk = lazy(() =>
  import('./ContractDesk.tsx').then((module) => ({ default: module.ContractDesk })),
);
const OwnCodes = lazy(() => import('./OwnCodes.tsx').then((module) => ({ default: module.OwnCodes })));

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
  readonly part: DeskView;
  readonly unread: readonly UnreadPart[];
  readonly release: Release;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  /** The published rates of the desk's market; null until they are here. */
  readonly market: ContractMarketTables | null;
  /** Why they did not come; empty otherwise. */
  readonly marketError: string;
  readonly file: ContractFile;
  readonly view: OwnView;
  readonly onView: (view: OwnView) => void;
  /** Visits, terms and published rates compared, which need no file. */
  readonly children?: ReactNode;
}

/** A user's own rates, part by part: what was read, where it sits, what it could bring. Nothing of it leaves this page's memory. */
export function OwnPage(props: OwnPageProps) {
  const { part, unread, children } = props;
  const { rates } = props.file;
  return (
    <div className={styles['page']}>
      <header data-print={part === 'brief' ? 'hide' : undefined}>
        <h1>Your rates</h1>
        {part === 'contract' ? (
          <p>
            Open a CSV or Excel workbook of your contract (a code, a payer and a rate, or a share of Medicare)
            or of claim lines (code, payer, units, allowed) to hold it against the market and Medicare. It is
            read in this browser’s memory, is sent nowhere, and never becomes part of a link. Closing the tab
            forgets it, unless you ask this browser to keep it.
          </p>
        ) : null}
      </header>
      <UnreadNotice parts={unread} />
      <DeskNav view={part} />
      {rates && part !== 'contract' ? (
        <p className={styles['columns']} data-print={part === 'brief' ? 'hide' : undefined}>
          From your file {rates.fileName}, in this browser only.
        </p>
      ) : null}
      <Suspense fallback={<Loading label="Loading the desk" lines={6} />}>
        {part === 'visits' || part === 'terms' || (part === 'compare' && !rates?.contract) ? null : (
          <OwnPart {...props} part={part} />
        )}
        {children}
      </Suspense>
    </div>
  );
}

type OwnPartProps = Omit<OwnPageProps, 'part'> & { readonly part: Exclude<DeskView, 'visits' | 'terms'> };

function OwnPart({ part, ...props }: OwnPartProps) {
  const { release, codes, schedule, file, view, onView } = props;
  const { rates, volumes } = file;
  const known = useMemo(() => new Map(codes.map((code) => [code.code, code])), [codes]);
  if (part === 'contract') return <OwnContract file={file} release={release} />;
  if (!rates) return <NoFile />;
  if (part === 'codes') {
    const table = view.code === null ? undefined : rates.tables.get(view.code);
    return table ? (
      <OwnCodes {...{ rates, table, view, onView, schedule, release }} codes={known} />
    ) : (
      <Notice>No rate of your file could be kept, so there is no code to show.</Notice>
    );
  }
  return rates.contract ? (
    <ContractDesk
      view={part}
      contract={rates.contract}
      fileName={contractName(rates, volumes)}
      choice={view.desk}
      onChoice={(desk) => onView({ ...view, desk })}
      market={props.market}
      marketError={props.marketError}
      schedule={schedule}
      localities={props.localities}
      codes={codes}
      release={release}
    />
  ) : (
    <Notice>No line of your file could be read as a contract’s, so there is nothing to place.</Notice>
  );
}

function NoFile() {
  const href = useHref();
  return (
    <Notice title="No file is open.">
      This part works on rates of your own.{' '}
      <a href={href({ page: 'own', view: 'contract' })}>Open a file, or try a made-up contract</a>.
    </Notice>
  );
}
