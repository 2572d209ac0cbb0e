import type { UnreadPart } from '../share/unreadPart.ts';
import { Notice } from './Notice.tsx';

/** Quietly names what of a link could not be read, and what was done instead; nothing when all of it could. */
export function UnreadNotice({ parts }: { readonly parts: readonly UnreadPart[] }) {
  if (parts.length === 0) return null;
  return (
    <Notice title="Part of this link could not be read.">
      {parts.map(({ part, reason }) => `${part}: ${reason}`).join('. ')}.
    </Notice>
  );
}
