import type { UnreadPart } from '../share/unreadPart.ts';
import { countOf } from '../text/numbers.ts';
import { Notice } from './Notice.tsx';

/** Anybody may have made the link: it gets no room for an essay, nor for words that look like the page's own. */
const mostNamed = 4;
const mostLetters = 60;

function short(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}

/** Quietly names what of a link could not be read, and what was done instead; nothing when all of it could. */
export function UnreadNotice({ parts }: { readonly parts: readonly UnreadPart[] }) {
  if (parts.length === 0) return null;
  const named = parts.slice(0, mostNamed);
  const more = parts.length - named.length;
  return (
    <Notice title="Part of this link could not be read.">
      {named.map(({ part, reason }) => `${short(part)}: ${reason}`).join('. ')}
      {more > 0 ? `. ${countOf(more, 'more part')} could not be read either` : ''}.
    </Notice>
  );
}
