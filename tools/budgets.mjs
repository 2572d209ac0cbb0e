import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, isEntry?: boolean, name?: string, imports?: string[], css?: string[] }} ManifestChunk */
/** @typedef {{ what: string, maxBytes: number, entry?: boolean, route?: string, css?: boolean, files?: string, largest?: boolean, withoutStyles?: boolean }} Budget */
/** @typedef {{ name: string, what: string, files: string[], bytes: number, maxBytes: number }} Measured */

/**
 * Measures each budget over a built site: bytes after gzip -9, summed over its files. `entry` is the first page's
 * script with everything it imports at once; `route` a page's module with all that it imports at once and the entry does
 * not; `css` every style file; `files` a pattern over file names. With `largest`
 * the heaviest of them alone is measured: of many pages a reader opens one; `withoutStyles` measures pages but for the
 * styles written into them.
 *
 * @param {Record<string, Budget>} budgets
 * @param {Record<string, ManifestChunk>} manifest Vite's
 * @param {readonly string[]} allFiles paths below dist
 * @param {(file: string) => Uint8Array} read
 * @returns {Measured[]}
 */
export function measureBudgets(budgets, manifest, allFiles, read) {
  return Object.entries(budgets).map(([name, budget]) => {
    const files = budgetFiles(budget, manifest, allFiles);
    const { what, maxBytes, withoutStyles = false } = budget;
    const sizes = files.map((file) => ({ file, bytes: packedBytes(read(file), withoutStyles) }));
    if (budget.largest) {
      const [heaviest] = sizes.sort((one, other) => other.bytes - one.bytes);
      return { name, what, files: heaviest ? [heaviest.file] : [], bytes: heaviest?.bytes ?? 0, maxBytes };
    }
    return { name, what, files, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), maxBytes };
  });
}

/** @param {Uint8Array} bytes of a file @param {boolean} withoutStyles */
function packedBytes(bytes, withoutStyles) {
  const counted = withoutStyles
    ? new TextDecoder().decode(bytes).replace(/<style[^>]*>.*?<\/style>/gs, '')
    : bytes;
  return gzipSync(counted, { level: 9 }).length;
}

/**
 * @param {Budget} budget
 * @param {Record<string, ManifestChunk>} manifest
 * @param {readonly string[]} allFiles
 */
function budgetFiles(budget, manifest, allFiles) {
  if (budget.entry) return filesOf(entryChunks(manifest), manifest);
  if (budget.route) {
    const atStart = entryChunks(manifest);
    const later = [...importedAtOnce([budget.route], manifest)].filter((key) => !atStart.has(key));
    return filesOf(new Set(later), manifest);
  }
  if (budget.css) return allFiles.filter((file) => file.endsWith('.css'));
  const pattern = new RegExp(budget.files ?? '^$');
  return allFiles.filter((file) => pattern.test(file));
}

/** @param {Record<string, ManifestChunk>} manifest */
function entryChunks(manifest) {
  return importedAtOnce(
    Object.keys(manifest).filter((key) => manifest[key]?.isEntry),
    manifest,
  );
}

/**
 * @param {readonly string[]} keys chunks of the manifest
 * @param {Record<string, ManifestChunk>} manifest
 * @returns {Set<string>} they and all that they import but for what they ask for later
 */
function importedAtOnce(keys, manifest) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  return seen;
}

/** @param {ReadonlySet<string>} keys @param {Record<string, ManifestChunk>} manifest */
function filesOf(keys, manifest) {
  return [...keys].flatMap((key) => manifest[key]?.file ?? []);
}

/**
 * One line a budget that is broken or that measures nothing (a renamed chunk must not pass unseen).
 *
 * @param {readonly Measured[]} measured
 * @param {Record<string, { module: string, bytes: number }[]>} modules by file, biggest first
 * @returns {string[]}
 */
export function budgetFaults(measured, modules) {
  return measured.flatMap(({ name, files, bytes, maxBytes }) => {
    if (files.length === 0) {
      return [`${name}: no built file matches. Was a chunk renamed? Mend its line in budgets.json.`];
    }
    if (bytes <= maxBytes) return [];
    const biggest = files
      .flatMap((file) => modules[file] ?? [])
      .sort((one, other) => other.bytes - one.bytes)
      .slice(0, 8)
      .map(({ module, bytes: size }) => `    ${(size / 1000).toFixed(1)} kB before gzip  ${module}`);
    if (biggest.length === 0) biggest.push(`    ${files.join(', ')}`);
    return [
      `${name}: ${kilobytes(bytes)} is over its ${kilobytes(maxBytes)}. Load something later, or decide to raise ` +
        `the budget and say why in DECISIONS.md. Biggest modules:\n${biggest.join('\n')}`,
    ];
  });
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * @param {string} root
 * @returns {{ budgets: Record<string, Budget>, manifest: Record<string, ManifestChunk>, modules: Record<string, { module: string, bytes: number }[]> }}
 */
export function readBuild(root) {
  /** @param {string} file */
  const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  return {
    budgets: json('budgets.json'),
    manifest: json('dist/.vite/manifest.json'),
    modules: json('.cache/bundle.json'),
  };
}
