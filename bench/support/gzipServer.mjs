import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder as a static host does, gzipped. `change` may put another page in the place of one of the folder's.
 *
 * @param {string} folder
 * @param {(pathname: string, html: string) => string} [change]
 * @param {(pathname: string, bytes: number) => void} [answered] told of each answer, with the bytes of its body
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function gzipServer(folder, change = (_, html) => html, answered = () => {}) {
  /** @type {Map<string, { type: string, bytes: Buffer }>} */
  const known = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = known.get(pathname) ?? read(pathname);
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    known.set(pathname, answer);
    response.writeHead(200, { 'Content-Type': answer.type, 'Content-Encoding': 'gzip' });
    response.end(answer.bytes);
    answered(pathname, answer.bytes.length);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };

  /** @param {string} pathname */
  function read(pathname) {
    const asked = path.join(folder, decodeURIComponent(pathname));
    const file = existsSync(asked) && statSync(asked).isDirectory() ? path.join(asked, 'index.html') : asked;
    if (!file.startsWith(folder) || !existsSync(file)) return undefined;
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const bytes = file.endsWith('.html')
      ? Buffer.from(change(pathname, readFileSync(file, 'utf8')))
      : readFileSync(file);
    return { type, bytes: gzipSync(bytes, { level: 6 }) };
  }
}
