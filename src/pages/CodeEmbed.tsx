import { useState } from 'react';
import type { BenchmarkPart } from '../figures/codeView.ts';
import type { CodeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { useHref } from '../ui/links.tsx';
import { PayerLabel } from '../ui/PayerLabel.tsx';
import { EmbedFrame } from './EmbedFrame.tsx';
import { RangeFigure } from './RangeFigure.tsx';
import { unreadSort } from './unreadInView.ts';

interface CodeEmbedProps {
  readonly address: CodeAddress;
  /** The benchmark of the address's place, in its scope. */
  readonly part: BenchmarkPart;
  readonly releaseId: string;
  readonly unread: readonly UnreadPart[];
}

/** The benchmark of a code in a place, as its chart or as its table, for a frame. */
export function CodeEmbed({ address, part, releaseId, unread }: CodeEmbedProps) {
  const href = useHref();
  const [sort, setSort] = useState(address.sort);
  return (
    <EmbedFrame
      figure={part.figure}
      unread={[...unread, ...unreadSort(address.sort, part.figure)]}
      releaseId={releaseId}
      pin={address.pin}
      fullHref={href({ ...address, embed: null })}
    >
      {address.embed === 'chart' && !part.isEmpty ? (
        <RangeFigure model={part.range} />
      ) : (
        <DataTable
          figure={part.figure}
          sort={sort}
          onSort={setSort}
          captionHidden
          renderLabel={(row) => (
            <PayerLabel colour={row.id === 'medicare-fee-schedule' ? 'medicare' : row.id}>
              {row.label}
            </PayerLabel>
          )}
        />
      )}
    </EmbedFrame>
  );
}
