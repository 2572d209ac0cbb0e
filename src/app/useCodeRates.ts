import { useCallback, useMemo, useState } from 'react';
import { readCodePage } from '../data/carriedCodePage.ts';
import { codePageData } from '../data/codePageData.ts';
import type { PackedJson } from '../data/packedJson.ts';
import { codePageHead } from '../figures/codePage.ts';
import type { CodeAddress } from '../share/address.ts';
import { type CodeArrivals, type CodeRates, showsFirstView } from './codeStage.ts';
import type { LoadRelease } from './loadOnce.ts';
import { type Loaded, useLoaded } from './useLoaded.ts';

interface CodeLoading extends CodeArrivals {
  readonly loaded: Loaded<CodeRates>;
  /** Says that something on the page needs the rates, though its address does not. */
  readonly onNeed: () => void;
}

/**
 * What there is of a code's page, and the loading of its rates: not before the address asks for more than the page's own
 * file carries, or something on the page does.
 *
 * @param given the page as it came inside its own file.
 */
export function useCodeRates(
  loader: LoadRelease,
  address: CodeAddress,
  given: PackedJson | null,
): CodeLoading {
  const { code, place } = address;
  const carried = useMemo(() => given && readCodePage(given), [given]);
  const own = carried?.head.code.code === code ? carried : null;
  const first = own?.head.place === place ? own : null;
  const [isNeeded, setNeeded] = useState(false);
  const onNeed = useCallback(() => setNeeded(true), []);
  const key = `${code} ${place ?? ''}`;
  const loaded = useLoaded(isNeeded || !first || !showsFirstView(address) ? key : null, async () => {
    const data = await codePageData(await loader(), code, place);
    return { code, found: data && { data, head: codePageHead(data, place) } };
  });
  const isShown = loaded.value?.code === code && (loaded.key === key || !first);
  return { own, first, rates: isShown ? loaded.value : null, error: loaded.error, loaded, onNeed };
}
