import path from 'node:path';
import { parseSync } from 'vite';

/** A folder may import from folders with a lower number; folders with the same number do not know each other. */
const floorOf: Readonly<Record<string, number>> = {
  stats: 0,
  domain: 1,
  text: 2,
  figures: 3,
  data: 4,
  share: 4,
  charts: 5,
  ui: 5,
  export: 5,
  pages: 6,
  app: 7,
  cli: 7,
  release: 7,
};

/** Where each package may be used, so that replacing one changes one place. A package not listed has no home yet. */
const homeOf: Readonly<Record<string, RegExp>> = {
  recharts: /^charts\//,
  '@tanstack/react-table': /^ui\/DataTable\.tsx$/,
  papaparse: /^data\/csvRecord\.ts$/,
  comlink: /^data\/import/,
  wouter: /^app\//,
  'write-excel-file': /^export\/figureXlsx\.ts$/,
  'read-excel-file': /^data\/workbookSheets\.ts$/,
  hyparquet: /^data\/(readParquet|parquet[A-Z]\w*)\.ts$/,
  'hyparquet-compressors': /^data\/readParquet\.ts$/,
  'idb-keyval': /^app\/keptFile\.ts$/,
  fflate: /^(export\/|data\/unpack\/|data\/workbookSheets\.ts$)/,
  uqr: /^charts\/QrCode\.tsx$/,
  valibot: /^(domain|share|data|release)\//,
  'workbox-core': /^app\/serviceWorker\.ts$/,
  'workbox-precaching': /^app\/serviceWorker\.ts$/,
  'workbox-routing': /^app\/serviceWorker\.ts$/,
  'workbox-strategies': /^app\/serviceWorker\.ts$/,
  '@duckdb/node-api': /^release\/ingest\//,
  react: /^(charts|ui|pages|app)\//,
  'react-dom': /^(charts|ui|pages|app)\//,
  node: /^(cli|release)\//,
  vite: /^release\//,
};

/** Folders whose results must follow from what they are given: no clock, no randomness, no page. */
const pure = /^(stats|domain|text|figures|share)\//;
const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\b/;

/** What a parser does not list as an import: a type's `import('…')`, a file by `new URL`, a glob. */
const otherImports =
  /\bimport\(\s*['"`]([^'"`]+)['"`]|\bnew URL\(\s*['"`]([^'"`]+)['"`]\s*,\s*import\.meta\.url|import\.meta\.glob[^(]*\(\s*['"`]([^'"`]+)['"`]/g;

/** Every address a source imports, in any way. Read by a parser, so the word "from" in a text is not an import. */
export function importsOf(file: string, source: string): string[] {
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ moduleRequest }) => moduleRequest),
  );
  const addresses = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...exported.flatMap((request) => request?.value ?? []),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
    ...[...source.matchAll(otherImports)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
  ];
  return [...new Set(addresses)];
}

/**
 * What a set of sources does against the floors, one sentence each, saying what to do instead.
 *
 * @param sources text by path below `src`, with forward slashes: `pages/CodePage.tsx`
 */
export function floorBreaches(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) => [
    ...importsOf(file, source).flatMap((address) => importBreach(file, address) ?? []),
    ...(pure.test(file) && impure.test(source)
      ? [
          `${file} reads a clock or makes something random: take the time or the number as a parameter instead`,
        ]
      : []),
  ]);
}

function importBreach(file: string, address: string): string | undefined {
  const folder = file.split('/')[0] ?? '';
  const floor = floorOf[folder];
  if (floor === undefined) {
    return `src/${file} lies on no floor: move it into one of ${Object.keys(floorOf).join(', ')}`;
  }
  if (!address.startsWith('.')) return packageBreach(file, address);

  const target = path.posix.join(path.posix.dirname(file), address);
  const targetFolder = target.split('/')[0] ?? '';
  if (targetFolder === folder) return undefined;
  const targetFloor = floorOf[targetFolder];
  if (targetFloor === undefined) {
    return `${file} imports ${address}, which is outside src: move what it needs into a floor below ${folder}`;
  }
  if (targetFloor < floor) return undefined;
  const relation = targetFloor === floor ? 'the same floor' : 'a floor above';
  return `${file} (floor ${floor}) imports ${target} (floor ${targetFloor}, ${relation}): move the shared part to a floor below both, or hand it in from a page`;
}

function packageBreach(file: string, address: string): string | undefined {
  const [first = '', second = ''] = address.split('/');
  const name = address.startsWith('node:') ? 'node' : first.startsWith('@') ? `${first}/${second}` : first;
  const home = homeOf[name];
  if (!home)
    return `${file} imports the package ${name}, which has no home: give it one in test/support/floors.ts`;
  return home.test(file)
    ? undefined
    : `${file} imports ${name}, whose home is ${home.source}: use it there and export what you need from it`;
}
