import { useMemo } from 'react';
import { codeBenchmarks } from '../domain/codeBenchmarks.ts';
import { type CodePageData, type CodePageHead, type CodePageModel, newestYear } from '../figures/codePage.ts';
import { benchmarkPart } from '../figures/codeView.ts';
import { CodeEmbed } from '../pages/CodeEmbed.tsx';
import type { CodeAddress } from '../share/address.ts';
import { releaseName } from '../text/releaseText.ts';

interface CodeFrameProps {
  readonly address: CodeAddress;
  readonly head: CodePageHead;
  /** The default view; null only where `data` are here. */
  readonly first: CodePageModel | null;
  readonly data: CodePageData | null;
}

/** A code's benchmark for another site's frame: from the page's own file, or from the rates when the view needs them. */
export function CodeFrame({ address, head, first, data }: CodeFrameProps) {
  const { place, scope } = address;
  const part = useMemo(() => {
    const medicareYear = address.medicareYear ?? newestYear(head.medicareYears);
    const facts = data ? codeBenchmarks({ ...data, place, scope, medicareYear }) : first;
    if (!facts) throw new Error('a frame needs its first view or the rates');
    return benchmarkPart(facts.here, releaseName(head.release), false);
  }, [address.medicareYear, place, scope, head, first, data]);
  return <CodeEmbed address={address} part={part} releaseId={head.release.id} />;
}
