import { useId, useRef, useState } from 'react';
import type { Address } from '../share/address.ts';
import type { Embed } from '../share/codeQuery.ts';
import { useHref } from '../ui/links.tsx';
import styles from './CopyLink.module.css';
import { embedSnippet } from './embedSnippet.ts';

/** The page of a user's file has no link. */
export type LinkedAddress = Exclude<Address, { readonly page: 'own' }>;

export interface CopyLinkProps {
  readonly address: LinkedAddress;
  /** The release that is shown; null until it is known, and then nothing can be pinned. */
  readonly releaseId: string | null;
  /** What the page shows, as a frame's name: `97110 Therapeutic exercise, Texas`. */
  readonly title: string;
}

/** Links to the view as it stands: always the latest figures, or pinned to this release; and a figure to embed. */
export function CopyLinkPanel({ address, releaseId, title }: CopyLinkProps) {
  const href = useHref();
  const [status, setStatus] = useState('');
  const [figure, setFigure] = useState<Embed>('chart');
  const url = (to: Address) => new URL(href(to), location.href).href;
  const hasPin = 'pin' in address;
  // The same words a second time are no news to who hears them, unless they were gone.
  const clear = () => setStatus('');
  const copied = (what: string) => (done: boolean) =>
    setStatus(done ? `${what} copied.` : `${what} is selected: press Ctrl+C, or ⌘C on a Mac, to copy it.`);
  return (
    <div className={styles['panel']}>
      <CopyField
        label="Link to the latest"
        hint="This view with the figures of whichever release is newest when it is opened."
        text={url(hasPin ? { ...address, pin: null } : address)}
        onStart={clear}
        onCopied={copied('The link to the latest')}
      />
      {hasPin && releaseId !== null ? (
        <CopyField
          label={`Link pinned to release ${releaseId}`}
          hint="Opened on another release, it says so and shows the figures of both side by side."
          text={url({ ...address, pin: releaseId })}
          onStart={clear}
          onCopied={copied('The pinned link')}
        />
      ) : null}
      {address.page === 'code' || address.page === 'states' ? (
        <>
          <label className={styles['choice']}>
            <span>Figure to embed</span>
            <select value={figure} onChange={({ target }) => setFigure(target.value as Embed)}>
              <option value="chart">{address.page === 'code' ? 'Chart' : 'Map'}</option>
              <option value="table">Table</option>
            </select>
          </label>
          <CopyField
            label="HTML to embed it"
            hint="One figure with its source and a link, for a page of your own."
            text={embedSnippet(
              url({ ...address, ...framed, embed: figure, pin: null }),
              title,
              address.page === 'states' && figure === 'chart' ? 'map' : figure,
            )}
            onStart={clear}
            onCopied={copied('The HTML')}
          />
        </>
      ) : null}
      <p role="status" className={styles['status']}>
        {status}
      </p>
    </div>
  );
}

/** What a frame does not show is no part of its address. */
const framed = { open: null, whiskers: 'p10-p90', votes: 'first', shares: null, work: null } as const;

interface CopyFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onStart: () => void;
  /** false: the browser does not let a page copy; the text is selected instead. */
  readonly onCopied: (done: boolean) => void;
}

function CopyField({ label, hint, text, onStart, onCopied }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    onStart();
    try {
      // Missing where the page came over plain http.
      await navigator.clipboard.writeText(text);
      onCopied(true);
    } catch {
      field.current?.focus();
      field.current?.select();
      onCopied(false);
    }
  }

  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['row']}>
        <input
          ref={field}
          id={id}
          readOnly
          value={text}
          aria-describedby={`${id}-hint`}
          onFocus={({ target }) => target.select()}
        />
        <button type="button" aria-label={`Copy: ${label}`} onClick={() => void copy()}>
          Copy
        </button>
      </div>
      <p id={`${id}-hint`} className={styles['hint']}>
        {hint}
      </p>
    </div>
  );
}
