import type { ReleaseLoader } from '../data/loadRelease.ts';

/** Hands out the release's loader; its module, with the CSV parser, is fetched at the first call. */
export type LoadRelease = () => Promise<ReleaseLoader>;

/** `make` at the first call; a call that failed is made again. */
export function loadOnce<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
