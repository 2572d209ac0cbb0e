import { Suspense, useId } from 'react';
import { type Contract, isInForce } from '../domain/contract.ts';
import { fullYears } from '../domain/priceVolume.ts';
import type { Release } from '../domain/release.ts';
import { totalSentence } from '../text/contractText.ts';
import { countOf } from '../text/numbers.ts';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { Exportable } from './Exportable.tsx';
import styles from './OwnPage.module.css';

/** Most files are of one year: those wait for no drawing. */
const ContractChangeCard = latePart(() =>
  import('./ContractChangeCard.tsx').then((module) => module.ContractChangeCard),
);

interface ContractSummaryProps {
  readonly contract: Contract;
  readonly fileName: string;
  readonly release: Release;
}

/** The user's contract as it was read: what is in it, what it adds up to, and why it paid what it paid. */
export function ContractSummary({ contract, fileName, release }: ContractSummaryProps) {
  const headingId = useId();
  const inForce = contract.lines.filter(isInForce);
  const payers = new Set(inForce.map(({ payer }) => payer)).size;
  const codes = new Set(inForce.map(({ code }) => code)).size;
  const claimYear = inForce[0]?.year ?? 0;
  return (
    <section className={styles['contract']} aria-labelledby={headingId}>
      <h2 id={headingId}>My contract</h2>
      <p>
        {countOf(inForce.length, 'line')} in force: {countOf(codes, 'code')}, {countOf(payers, 'payer')}
        {contract.kind === 'claims'
          ? `, rates as allowed on claims${claimYear > 0 ? ` of ${claimYear}` : ''}`
          : ''}
        .
      </p>
      {contract.totals.map((total) => (
        <p key={total.column} className={styles['columns']}>
          {totalSentence(total)}
        </p>
      ))}
      {fullYears(contract.lines) ? (
        <Exportable release={release} scope="" isOwn>
          <Suspense fallback={<Loading label="Loading the change between years" lines={6} />}>
            <ContractChangeCard lines={contract.lines} origin={`your file ${fileName}`} />
          </Suspense>
        </Exportable>
      ) : null}
    </section>
  );
}
