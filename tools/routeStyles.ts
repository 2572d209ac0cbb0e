import * as v from 'valibot';
import { parseAddress } from '../src/share/address.ts';

const manifestSchema = v.record(
  v.string(),
  v.object({
    css: v.optional(v.array(v.string()), []),
    imports: v.optional(v.array(v.string()), []),
  }),
);

/** The module each page is drawn by, as the build's manifest names it. */
const routeModules: Readonly<Record<string, string>> = {
  home: 'src/app/HomeRoute.tsx',
  code: 'src/app/CodeRoute.tsx',
  methodology: 'src/app/MethodologyRoute.tsx',
  data: 'src/app/DataRoute.tsx',
};

/**
 * Style files a page needs for its text besides those every page links: of its route and all that imports at once.
 *
 * @param manifest Vite's `.vite/manifest.json`.
 * @param path of the page below the site's root.
 * @returns paths below the root, in the order they are imported.
 * @throws Error when the manifest does not name the route, so that no page goes out without its styles.
 */
export function routeStyles(manifest: unknown, path: string): readonly string[] {
  const chunks = v.parse(manifestSchema, manifest);
  const module = routeModules[parseAddress(path, '').address.page];
  if (module === undefined) return [];
  if (!chunks[module]) throw new Error(`the build's manifest does not name ${module}`);
  const everywhere = stylesOf('index.html', chunks);
  return [...stylesOf(module, chunks)].filter((file) => !everywhere.has(file));
}

function stylesOf(name: string, chunks: v.InferOutput<typeof manifestSchema>): ReadonlySet<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  function visit(each: string): void {
    if (seen.has(each)) return;
    seen.add(each);
    const chunk = chunks[each];
    for (const next of chunk?.imports ?? []) visit(next);
    for (const file of chunk?.css ?? []) files.add(file);
  }
  visit(name);
  return files;
}
