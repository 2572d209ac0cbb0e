import type { CodePageData, CodePageHead, CodePageModel } from '../figures/codePage.ts';
import { type CodeAddress, codeAddress, formatAddress } from '../share/address.ts';

/** The rates of a code in a place. */
export interface CodeRates {
  readonly code: string;
  /** null when the release does not hold the code. */
  readonly found: { readonly data: CodePageData; readonly head: CodePageHead } | null;
}

/** What has come of a code's page so far. */
export interface CodeArrivals {
  /** The first view in the page's own file, where that is of the code: of whatever place the reader came in by. */
  readonly own: CodePageModel | null;
  /** The same where it is of the place asked for, too. */
  readonly first: CodePageModel | null;
  /** Without a first view those of the place before stay until the next have come. */
  readonly rates: CodeRates | null;
  /** Why the rates asked for did not arrive; null while they load and when they did. */
  readonly error: Error | null;
}

/** What stands on a code's page. */
export type CodeStage =
  | { readonly kind: 'no-code' }
  /** Nothing that may be shown has come yet, or it will not come. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'shown';
      /** Of another place of the code until the one asked for has come. */
      readonly head: CodePageHead;
      /** null = the first view is all there is. */
      readonly data: CodePageData | null;
      /** Whether what is shown is not yet what was asked for. */
      readonly isBusy: boolean;
    };

/** Settles what a code's page shows from what has come of it. */
export function codeStage(address: CodeAddress, { own, first, rates, error }: CodeArrivals): CodeStage {
  if (rates?.found === null) return { kind: 'no-code' };
  const data = rates?.found.data ?? null;
  const head = rates?.found.head ?? own?.head;
  // A frame has no room for a notice beside figures that are not those asked for.
  if (!head || (error && (!first || address.embed !== null))) return { kind: 'waiting' };
  // What failed is not awaited: the figures that are here must be readable, and the notice says whose they are.
  const isBusy = !error && (head.place !== address.place || (!data && !showsFirstView(address)));
  return { kind: 'shown', head, data, isBusy };
}

/** Whether the first view is what an address asks for: in whatever order, framed or not, pinned or not. */
export function showsFirstView(address: CodeAddress): boolean {
  const plain: CodeAddress = { ...address, sort: null, embed: null, pin: null };
  return formatAddress(plain) === formatAddress(codeAddress(address.code, address.place));
}
