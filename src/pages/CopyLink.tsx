import { Suspense, useState } from 'react';
import type { Address } from '../share/address.ts';
import { latePart } from '../ui/latePart.ts';
import styles from './CopyLink.module.css';
import type { LinkedAddress } from './CopyLinkPanel.tsx';

const CopyLinkPanel = latePart(() => import('./CopyLinkPanel.tsx').then((module) => module.CopyLinkPanel));

interface CopyLinkProps {
  readonly address: Address;
  /** The release that is shown; null until it is known, and then nothing can be pinned. */
  readonly releaseId: string | null;
  /** What the page shows, as a frame's name: `97110 Therapeutic exercise, Texas`. */
  readonly title: string;
}

/** The links to a view, behind a word that opens them; on the page of a user's file, why there is none. */
export function CopyLink({ address, ...rest }: CopyLinkProps) {
  if (isLinked(address)) return <Opening address={address} {...rest} />;
  return (
    <p className={styles['none']} data-print="hide">
      This page has no link to copy: your file is only in this browser, and nothing of it enters an address.
    </p>
  );
}

function isLinked(address: Address): address is LinkedAddress {
  return address.page !== 'own';
}

function Opening(props: CopyLinkProps & { readonly address: LinkedAddress }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles['box']}
      data-print="hide"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Copy link</summary>
      {isOpen ? (
        <Suspense fallback={<p role="status">Loading the links</p>}>
          <CopyLinkPanel {...props} />
        </Suspense>
      ) : null}
    </details>
  );
}
