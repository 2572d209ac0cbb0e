// `node bundleTypeScript.mjs ROOT FOLDER FILES…`: makes JavaScript for Node of TypeScript files below ROOT, and of all
// they import, in FOLDER, which may be anywhere. Packages stay where they are. For typeScriptRunner.mjs.
import path from 'node:path';
import { argv } from 'node:process';
import { build } from 'vite';
import { scriptOf } from './typeScriptRunner.mjs';

const [root = '', folder = '', ...files] = argv.slice(2);

/** What Node would not find from another folder: packages, by name, and files beside a module (`import.meta.dirname`). */
/** @type {import('vite').Plugin} */
const placed = {
  name: 'placed',
  enforce: 'pre',
  resolveId: (source) =>
    /^(\.{0,2}\/|node:)/.test(source) || path.isAbsolute(source)
      ? null
      : { id: import.meta.resolve(source), external: true },
  transform: (code, id) =>
    code.includes('import.meta.dirname')
      ? code.replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)))
      : null,
};

await build({
  configFile: false,
  root,
  envDir: false,
  publicDir: false,
  logLevel: 'error',
  plugins: [placed],
  build: {
    ssr: true,
    target: 'node20',
    outDir: folder,
    emptyOutDir: false,
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(files.map((file) => [scriptOf(file), path.join(root, file)])),
      output: { entryFileNames: '[name]', chunkFileNames: 'parts/[name]-[hash].mjs' },
    },
  },
});
