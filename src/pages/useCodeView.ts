import { useMemo } from 'react';
import { type CodeBenchmarks, codeBenchmarks } from '../domain/codeBenchmarks.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import type { CodePageData, CodePageHead, CodePageModel } from '../figures/codePage.ts';
import { type CodeView, codeView } from '../figures/codeView.ts';
import type { CodeAddress } from '../share/address.ts';
import { releaseName } from '../text/releaseText.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { yearShown } from './yearShown.ts';

/** What a code's page has to show from. */
export interface CodeViewInput {
  /** What is asked for. Controls show and change it; until the rates have come, figures may be of another view. */
  readonly address: CodeAddress;
  /** Its place is the one whose figures are shown. */
  readonly head: CodePageHead;
  /** The default view, shown until `data` are here; null only where they are. */
  readonly first: Omit<CodePageModel, 'head'> | null;
  /** The rates and all the rest; null until something needs them. */
  readonly data: CodePageData | null;
}

/** What a code's page shows. */
export interface ShownCode {
  /** What counts, the same value until it says something else. */
  readonly scope: Scope;
  /** The year of Medicare's amounts. */
  readonly medicareYear: number;
  /** null until the rates are here. */
  readonly benchmarks: CodeBenchmarks | null;
  readonly view: CodeView;
  /** The address of the view whose figures are here, for all that leaves the page with them. */
  readonly shown: CodeAddress;
  /** The scope of that view in words. */
  readonly sentence: string;
  /** Where the rates come from, for the sources line. */
  readonly origin: string;
}

/** The figures of a code's page from what has come of it. */
export function useCodeView({ address, head, first, data }: CodeViewInput): ShownCode {
  const { place } = head;
  // Each reading of the address makes the scope anew; figures are made anew only when it says something else.
  const scopeText = JSON.stringify(address.scope);
  const scope = useMemo(() => JSON.parse(scopeText) as Scope, [scopeText]);
  const medicareYear = yearShown(address.medicareYear, head.medicareYears);
  const origin = releaseName(head.release);
  const benchmarks = useMemo(
    () => (data ? codeBenchmarks({ ...data, place, scope, medicareYear }) : null),
    [data, place, scope, medicareYear],
  );
  const view = useMemo(() => {
    const facts = benchmarks ?? first;
    if (!facts) throw new Error('a code page needs its first view or the rates');
    return codeView({ here: facts.here, nation: facts.nation ?? facts.here }, origin, false);
  }, [benchmarks, origin, first]);
  // Without the rates it is the default view.
  const shown = { ...address, place, ...(benchmarks ? {} : { scope: defaultScope, medicareYear: null }) };
  const sentence = scopeSentence(shown.scope, benchmarks?.here.benchmark.providerName);
  return { scope, medicareYear, benchmarks, view, shown, sentence, origin };
}
