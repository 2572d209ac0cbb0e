import { Suspense, useRef } from 'react';
import type { MedicareRelease } from '../data/loadRelease.ts';
import { type OwnRatesField, ownRatesColumns } from '../data/ownRatesColumns.ts';
import { volumeFields } from '../data/ownVolumes.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { Release } from '../domain/release.ts';
import { ImportPanel } from '../ui/ImportPanel.tsx';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { Notice } from '../ui/Notice.tsx';
import { ProblemList } from '../ui/ProblemList.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { ContractSummary } from './ContractSummary.tsx';
import { type ContractFile, contractName, type FileRole } from './contractFile.ts';
import { KeepFile } from './KeepFile.tsx';
import styles from './OwnPage.module.css';
import { VolumesSection } from './VolumesSection.tsx';

const contractFields = ownRatesColumns.map(({ field }) => field);
const contractNeeds = ownRatesColumns.filter(({ required }) => required).map(({ field }) => field);

/** Few open published files: their report is loaded for who does. */
const IntakeSection = latePart(() => import('./IntakeSection.tsx').then((module) => module.IntakeSection));

interface OwnContractProps {
  readonly file: ContractFile;
  readonly release: Release;
  readonly codes: ReadonlyMap<string, BillingCode>;
  readonly medicare: MedicareRelease;
}

/** The file itself: choosing it, what was read of it and from which columns, its volumes, and where it is kept. */
export function OwnContract({ file, release, codes, medicare }: OwnContractProps) {
  const { state, question, rates, volumes, intake, onFiles, onAnswer, onCancel, onClear } = file;
  const { onOpen } = file.charges;
  const focusAfter = useFocusAfter();
  const panel = useRef<HTMLElement>(null);
  // It says what is being read, and what came of it.
  const thenToPanel = (held: Element) => focusAfter(held, () => [panel.current]);
  return (
    <>
      <ImportPanel ref={panel} {...{ state, question, onFiles, onAnswer, onCancel, onClear }} />
      <KeepFile file={file} />
      {intake && state.kind !== 'reading' ? (
        <Suspense fallback={<Loading label="Loading the report" lines={6} />}>
          <IntakeSection
            intake={intake}
            codes={codes}
            release={release}
            medicare={medicare}
            onPlace={file.onPlace}
            charges={file.charges}
            onCodes={file.onCodes}
            onHeld={thenToPanel}
          />
        </Suspense>
      ) : null}
      {rates ? (
        <>
          <ProblemList
            problems={rates.problems}
            rowsRead={rates.rowsRead}
            rowsLeftOut={rates.rowsLeftOut}
            fileName={rates.fileName}
            what={rates.contract?.kind === 'claims' ? 'claim line' : 'rate'}
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
          <Columns
            file={file}
            of="contract"
            fields={contractFields}
            needed={contractNeeds}
            kinds={{ rates: 'a rate for one unit', claims: 'a claim: an amount for all its units' }}
          />
          {onOpen && rates.table && rates.table.missing.length > 0 ? (
            <p className={styles['columns']}>
              Or is it a hospital’s list of charges, with a column for each payer?{' '}
              <button
                type="button"
                onClick={({ currentTarget }) => {
                  thenToPanel(currentTarget);
                  onOpen();
                }}
              >
                Set its columns as a hospital’s
              </button>
            </p>
          ) : null}
          {rates.notes.map((note) => (
            <Notice key={note}>{note}</Notice>
          ))}
        </>
      ) : null}
      {volumes ? (
        <VolumesSection
          volumes={volumes}
          onRemove={(button) => {
            // The section goes whole: to what comes after it, which is the contract, or to what stands before it.
            const section = button.closest('section');
            const around = [section?.nextElementSibling, section?.previousElementSibling];
            focusAfter(button, () => around);
            file.onRemoveVolumes();
          }}
        >
          <Columns
            file={file}
            of="volumes"
            fields={volumeFields}
            needed={['code', 'units']}
            kinds={{ rates: 'units of a year', claims: 'a claim: its units, and what was allowed' }}
          />
        </VolumesSection>
      ) : null}
      {rates?.contract ? (
        <ContractSummary
          contract={rates.contract}
          fileName={contractName(rates, volumes)}
          release={release}
        />
      ) : null}
    </>
  );
}

interface ColumnsProps {
  readonly file: ContractFile;
  readonly of: FileRole;
  readonly fields: readonly OwnRatesField[];
  readonly needed: readonly OwnRatesField[];
  readonly kinds: Parameters<typeof ColumnsPanel>[0]['kinds'];
}

function Columns({ file, of, ...shown }: ColumnsProps) {
  const read = of === 'contract' ? file.rates : file.volumes?.read;
  if (!read?.table) return null;
  const { header } = read.table;
  return (
    <ColumnsPanel
      {...shown}
      key={`${of} ${read.fileName}`}
      title={`Columns of ${read.fileName}`}
      table={read.table}
      chosen={file.chosen[of]}
      isRemembered={file.isRemembered(header)}
      onColumns={(choice) => file.onColumns(of, choice)}
      onRemember={(choice) => file.onRemember(of, header, choice)}
    />
  );
}
