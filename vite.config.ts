import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundleReport } from './tools/bundleReport.ts';
import { licences } from './tools/licences.ts';
import { offline } from './tools/offline.ts';
import { prerenderSite } from './tools/prerenderSite.ts';
import { previewRules } from './tools/previewRules.ts';
import { releaseData } from './tools/releaseData.ts';
import { shortClassNames } from './tools/shortClassNames.ts';
import { siteFiles } from './tools/siteFiles.ts';
import { readSiteUrl } from './tools/siteUrl.ts';
import { zipInPage } from './tools/zipInPage.ts';

const siteUrl = readSiteUrl(process.env['SITE_URL']);
const otherData = process.env['RATE_ATLAS_DATA'] || undefined;

/** Seven signs of a hash tell two builds of a file apart (one chance in 10¹²), and the first page holds forty names. */
const fileNames = {
  entryFileNames: 'assets/[name]-[hash:7].js',
  chunkFileNames: 'assets/[name]-[hash:7].js',
  assetFileNames: 'assets/[name]-[hash:7][extname]',
};

/**
 * Relative base: the same build works at a domain's root and under any sub-path.
 * The preview server answers as a static host does (`mpa`); only the development server falls back to index.html.
 */
export default defineConfig(({ command, isPreview }) => ({
  base: './',
  appType: isPreview ? 'mpa' : 'spa',
  plugins: [
    react(),
    zipInPage(),
    licences(),
    releaseData(otherData),
    prerenderSite(siteUrl, otherData ?? path.resolve(import.meta.dirname, 'public/data')),
    siteFiles(),
    offline(),
    previewRules(),
    bundleReport(),
  ],
  // React has had this hook for years; the stand-in for those before would be loaded with every first page.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' }] },
  // Short names in what is built: a page's file holds hundreds of them.
  ...(command === 'build'
    ? { css: { modules: { generateScopedName: shortClassNames(path.resolve(import.meta.dirname, 'src')) } } }
    : {}),
  // Nothing of these happens on import but one thing: WebAssembly for Snappy, which the site's policy forbids.
  worker: {
    format: 'es',
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !/node_modules\/(hyparquet-compressors|hysnappy)\//.test(id) },
      // The same as the page's, so that what both begin with is one file.
      output: fileNames,
    },
  },
  preview: { host: '127.0.0.1', cors: false },
  build: {
    // Browsers of May 2024 on: the first to have light-dark() all together, which each colour of each theme stands in.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    modulePreload: {
      polyfill: false,
      // What a script names to be fetched ahead is never what it runs on itself: the first script need not list it.
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'js'
          ? files.filter((file) => !/(rolldown-runtime|react|start)-[^/]+$/.test(file))
          : files,
    },
    manifest: true,
    // One style file: a page's text is drawn before its scripts, and would wait for a dozen small ones.
    cssCodeSplit: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600, // size is held by budgets.json, in gzip
    rolldownOptions: {
      output: {
        ...fileNames,
        codeSplitting: {
          groups: [
            // First, so that what the first page needs never drags a late chunk in with it.
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler)\//,
              priority: 5,
            },
            { name: 'table', test: /node_modules\/(@tanstack|use-sync-external-store)\//, priority: 4 },
            {
              name: 'recharts',
              test: /node_modules\/(recharts|d3-[a-z-]+|victory-vendor|@reduxjs|redux|redux-thunk|react-redux|reselect|immer|es-toolkit|decimal\.js-light|eventemitter3|tiny-invariant|internmap|clsx|react-is)\//,
              priority: 3,
            },
            // What every page starts with, and what most pages share: two files rather than thirty. An address is
            // read before anything is shown, so its words belong to the start.
            {
              name: 'start',
              test: /vite\/preload-helper|\/src\/(share\/|stats\/quantileDefinition|domain\/(scope|methodology|recomputeMeasure)\.|ui\/(links|latePart|Loading|useAlive|AliveLater|afterFrame)\.|app\/(useLoaded|siteBase|stored|addressAhead)\.)/,
              priority: 2,
            },
            // Few lines of most pages each: buttons that keep a keyboard's place, words, columns of a code's first view and
            // of the desk, in whose file the one would bring all of the other. One file of them, not of the first page's:
            // each more is a request more, of which a browser makes six at a time to a host without HTTP/2, and makes the
            // first page's list of files longer.
            {
              name: 'parts',
              test: /\/src\/(ui\/(useFocusAfter|RestingButton|ShowRest|ErrorState|MissingNotice|MissingPart|TimedBadge)|pages\/(NotFoundPage|SaveZipButton|unreadInView|yearShown)|app\/recentCodes|figures\/percentileColumns|text\/(codePageTitle|scheduleText))\./,
              priority: 2,
            },
            // Workings are not among them, nor what they are made of: few readers ask for one.
            {
              name: 'shared',
              test: /^(?!.*node_modules)(?!.*Working\.ts)(?!.*\/(recompute(Text)?|quantileText|voteSource)\.ts)(?!.*\/(contract|desk|visit|term|scenario|impact|talking|priceVolume|LinesCard)[^/]*$).*\/src\//,
              minShareCount: 4,
              priority: 1,
            },
            // The desk's parts share much with each other and nothing with other pages; after the shared file, so that
            // nothing of that is dragged in.
            {
              name: 'desk',
              test: /\/src\/(domain|text|figures|pages)\/(contract|desk|visit|term|scenario|impact|talking|priceVolume|LinesCard)[^/]*(?<!Working)\.tsx?$/,
              minShareCount: 2,
              priority: 0,
            },
          ],
        },
      },
    },
  },
}));
