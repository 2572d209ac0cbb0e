import { type ReactNode, useDeferredValue } from 'react';

/**
 * What may follow a frame or two after the rest. A choice is answered at once where the reader looks, and parts further
 * down keep what they show until React has drawn them anew in the time left over, one part at a time.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  // The element of before is the very same value, so React does not even look into it in the first frame.
  return useDeferredValue(children);
}
