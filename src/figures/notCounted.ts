import type { LinePosition } from '../domain/contractPosition.ts';
import { isNegotiated } from '../domain/negotiated.ts';
import { notCountedText } from '../text/notCountedText.ts';

/** Which lines no dollars can be told of, and what each lacks first; none where every line counts. */
export function notCountedNotes(leftOut: readonly LinePosition[]): readonly string[] {
  const note = notCountedText(leftOut.map(lacks));
  return note === '' ? [] : [note];
}

/** A rate in dollars is always there: what has none is a share of a Medicare amount that there is none of. */
function lacks({ line, own }: LinePosition): string {
  if (!isNegotiated(line)) return 'a rate that a program sets for all';
  if (line.units === null) return 'no volume';
  return own.kind === 'absent' ? 'no Medicare amount to take a share of' : 'no target';
}
