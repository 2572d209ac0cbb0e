import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'vite';

/**
 * Serves the built site on 127.0.0.1 as a static host would, and prints its address. A folder named after the command
 * is served instead of `dist`.
 * `PORT` fixes the port; without it the first free one from 4173 is taken. `--base /some/sub/path/` sets a folder.
 */

const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = asked();
const [named] = positionals;
const site = named === undefined ? path.join(root, 'dist') : path.resolve(named);
const base = `/${values.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
const port = Number(process.env['PORT'] ?? 4173);

if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env['PORT']}"`);
  process.exit(1);
}
if (!existsSync(path.join(site, 'index.html'))) {
  console.error(
    named === undefined
      ? 'There is no built site in dist/. Run "npm run build" first, or "npm start", which does both.'
      : `There is no site in ${named}: it has no index.html.`,
  );
  process.exit(1);
}

const server = await preview({
  root,
  base,
  build: { outDir: site },
  preview: { port, strictPort: process.env['PORT'] !== undefined },
}).catch((/** @type {unknown} */ error) => {
  // A port that is taken or not ours to take: where Vite throws it tells nobody anything.
  console.error(`The site cannot be served: ${error instanceof Error ? error.message : String(error)}.`);
  process.exit(1);
});
console.log(`Rate Atlas is at ${server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}${base}`}`);
console.log('Stop it with Ctrl+C.');

/** What the command line asks for; what cannot be told ends here, in a line. */
function asked() {
  try {
    return parseArgs({ options: { base: { type: 'string', default: '/' } }, allowPositionals: true });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
