import { Suspense, useCallback } from 'react';
import { CopyLink } from '../pages/CopyLink.tsx';
import { Exportable } from '../pages/Exportable.tsx';
import type { Address } from '../share/address.ts';
import { latePart } from '../ui/latePart.ts';
import { useHref } from '../ui/links.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import type { LoadRelease } from './loadOnce.ts';

const PinnedNotice = latePart(() =>
  import('../pages/PinnedNotice.tsx').then((module) => module.PinnedNotice),
);

interface LinkLineProps {
  readonly address: Extract<Address, { readonly pin: string | null }>;
  /** The release that is shown. */
  readonly releaseId: string;
  /** `97110 Therapeutic exercise, Texas`. */
  readonly title: string;
  readonly loader: LoadRelease;
}

/** The link to a view: to be copied, and what a pinned one has to say when it meets another release. */
export function LinkLine({ address, releaseId, title, loader }: LinkLineProps) {
  const digest = useCallback(async (id: string) => (await loader()).digest(id), [loader]);
  const schedule = useCallback(async () => (await loader()).schedule(), [loader]);
  const focusAfter = useFocusAfter();
  const href = useHref();
  return (
    <>
      <CopyLink address={address} releaseId={releaseId} title={title} />
      {address.pin !== null && address.pin !== releaseId ? (
        <Suspense fallback={null}>
          <Exportable
            // An id begins with its release's date.
            release={{ id: releaseId, date: releaseId.slice(0, 10) }}
            scope=""
            address={href(address)}
          >
            <PinnedNotice
              address={address}
              releaseId={releaseId}
              digest={digest}
              schedule={schedule}
              onUnpin={(link) => focusAfter(link, () => [document.querySelector('h1')])}
            />
          </Exportable>
        </Suspense>
      ) : null}
    </>
  );
}
