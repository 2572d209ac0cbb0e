import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Answers in the host's place, badly; false leaves the answer to the host. */
export type Spoil = (path: string, response: ServerResponse, bytes: Buffer) => boolean;

/**
 * A static host a test can take away, give another build to, and make misbehave: what a deployment, a lost connection
 * and a bad host look like.
 */
export class SiteServer {
  folder: string;
  origin = '';
  spoil: Spoil | null = null;
  readonly #server: Server;

  private constructor(folder: string) {
    this.folder = folder;
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const asked = path.join(this.folder, decodeURIComponent(pathname));
      const file =
        existsSync(asked) && statSync(asked).isDirectory() ? path.join(asked, 'index.html') : asked;
      if (!file.startsWith(this.folder) || !existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      const bytes = readFileSync(file);
      if (this.spoil?.(pathname, response, bytes)) return;
      // As long as a host keeps files in a browser's cache; the app must get today's release all the same.
      response.writeHead(200, {
        'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
        'Cache-Control': file.endsWith('.html') || file.endsWith('sw.js') ? 'no-cache' : 'max-age=600',
      });
      response.end(bytes);
    });
  }

  static async start(folder: string): Promise<SiteServer> {
    const site = new SiteServer(folder);
    await new Promise<void>((resolve) => site.#server.listen(0, 'localhost', resolve));
    const address = site.#server.address();
    site.origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
    return site;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
