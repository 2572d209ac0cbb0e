import { useMemo } from 'react';
import { codeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { CodePageData, CodePageHead, CodePageModel } from '../figures/codePage.ts';
import { benchmarkPart } from '../figures/codeView.ts';
import { CodeEmbed } from '../pages/CodeEmbed.tsx';
import { unreadYear, yearShown } from '../pages/yearShown.ts';
import type { CodeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { releaseName } from '../text/releaseText.ts';

interface CodeFrameProps {
  readonly address: CodeAddress;
  readonly unread: readonly UnreadPart[];
  readonly head: CodePageHead;
  /** The default view; null only where `data` are here. */
  readonly first: CodePageModel | null;
  readonly data: CodePageData | null;
}

/** A code's benchmark for another site's frame: from the page's own file, or from the rates when the view needs them. */
export function CodeFrame({ address, unread, head, first, data }: CodeFrameProps) {
  const { place, scope } = address;
  const medicareYear = yearShown(address.medicareYear, head.medicareYears);
  const part = useMemo(() => {
    const facts = data ? codeBenchmarks({ ...data, place, scope, medicareYear }) : first;
    if (!facts) throw new Error('a frame needs its first view or the rates');
    return benchmarkPart(facts.here, releaseName(head.release), false);
  }, [medicareYear, place, scope, head, first, data]);
  return (
    <CodeEmbed
      address={address}
      part={part}
      releaseId={head.release.id}
      unread={[...unread, ...unreadYear(address.medicareYear, head.medicareYears)]}
    />
  );
}
