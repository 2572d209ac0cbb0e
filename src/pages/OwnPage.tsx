import { type ReactNode, Suspense, useMemo } from 'react';
import type { MedicareRelease } from '../data/loadRelease.ts';
import type { BenchmarkRow } from '../domain/benchmark.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Release } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import type { DeskView, Sort } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import type { ContractMarketTables } from './ContractDesk.tsx';
import { type ContractFile, contractName } from './contractFile.ts';
import { DeskNav } from './DeskNav.tsx';
import type { DeskChoice } from './deskChoice.ts';
import { SelectField } from './Field.tsx';
import { OwnContract } from './OwnContract.tsx';
import styles from './OwnPage.module.css';

/** The desk and the figures of one code are parts of their own: neither waits for the other. */
const ContractDesk = latePart(() => import('./ContractDesk.tsx').then((module) => module.ContractDesk));
const OwnCodes = latePart(() => import('./OwnCodes.tsx').then((module) => module.OwnCodes));

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

/** What is looked at in published files of the user's. */
export interface PublishedView {
  readonly view: OwnView;
  readonly onView: (view: OwnView) => void;
  readonly isShown: boolean;
  readonly onShown: (isShown: boolean) => void;
}

interface OwnPageProps {
  readonly part: DeskView;
  readonly unread: readonly UnreadPart[];
  readonly release: Release;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly medicare: MedicareRelease;
  /** The published rates of the desk's market; null until they are here. */
  readonly market: ContractMarketTables | null;
  /** Why they did not come; empty otherwise. */
  readonly marketError: string;
  readonly file: ContractFile;
  readonly view: OwnView;
  readonly onView: (view: OwnView) => void;
  /** What is looked at in published files, and whether it is they that are looked at code by code. */
  readonly published: PublishedView;
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
            Open your contract (a code, a payer and a rate, or a share of Medicare) or claim lines to hold it
            against the market and Medicare; or files that hospitals, payers and CMS publish, to see their
            rates as benchmarks. They are read in this browser’s memory, are sent nowhere, and never become
            part of a link. Closing the tab forgets them, unless you ask this browser to keep your contract.
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
      <Suspense fallback={<Loading label="Loading the desk" lines={6} isPage />}>
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
  if (part === 'contract')
    return <OwnContract {...{ file, release }} codes={known} medicare={props.medicare} />;
  if (part === 'codes') return <OwnCodesPart {...props} codes={known} />;
  if (!rates) return <NoFile />;
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
      localities={props.medicare.localities}
      codes={codes}
      release={release}
    />
  ) : (
    <Notice>No line of your file could be read as a contract’s, so there is nothing to place.</Notice>
  );
}

type CodesPartProps = Omit<OwnPartProps, 'part' | 'codes'> & {
  readonly codes: ReadonlyMap<string, BillingCode>;
};

/** The rates of a contract or of published files, code by code; where both are open the reader says which. */
function OwnCodesPart({ release, codes, schedule, file, view, onView, published }: CodesPartProps) {
  const { rates, intake } = file;
  const isPublished = intake !== null && (published.isShown || !rates);
  const shown = isPublished ? { tables: intake.tables, fileName: intake.name } : rates;
  if (!shown) return <NoFile />;
  const looked = isPublished ? published : { view, onView };
  const { code } = looked.view;
  const table = code === null ? undefined : shown.tables.get(code);
  return (
    <>
      {intake && rates ? (
        <SelectField
          label="Rates of"
          value={isPublished ? 'published' : 'contract'}
          onValue={(value) => published.onShown(value === 'published')}
        >
          <option value="published">{intake.name}</option>
          <option value="contract">{rates.fileName}</option>
        </SelectField>
      ) : null}
      {table ? (
        <OwnCodes {...{ schedule, release, codes, table, rates: shown }} {...looked} />
      ) : (
        <Notice>No rate of your file could be kept, so there is no code to show.</Notice>
      )}
    </>
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
