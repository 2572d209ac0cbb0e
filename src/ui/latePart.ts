import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/**
 * A part whose script is fetched when it is first shown. Where that does not come (no connection, or a site that was
 * renewed since the page was opened), the part says so in its own place: left to React alone, the whole page would go,
 * and with it a file the reader has open.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({
    default: await load().catch(() =>
      import('./MissingPart.tsx').then(
        (module) => module.missingPart(load),
        // On a page of which nothing else has come either.
        () => () => 'This page did not arrive. Reload it.',
      ),
    ),
  }));
}
