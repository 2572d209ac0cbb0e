import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets write-excel-file zip in the page. It asks fflate for its workers, which are scripts made from text; the content
 * policy refuses those, and a refused worker never answers. Sheets here are small enough to be zipped at once.
 */
export function zipInPage(): Plugin {
  const replacement = path.resolve(import.meta.dirname, '../src/export/zipAtOnce.ts');
  return {
    name: 'rate-atlas:zip-in-page',
    enforce: 'pre',
    // Bundled ahead for development it would escape the replacement.
    config: () => ({ optimizeDeps: { exclude: ['write-excel-file'] } }),
    resolveId(id, importer) {
      return id === 'fflate' && importer?.includes('/write-excel-file/') ? replacement : undefined;
    },
  };
}
