import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Two habits of a static host that Vite's preview server lacks: a folder without its trailing slash is redirected
 * (relative links would break otherwise), and an address without a file is answered by 404.html with status 404.
 */
export function previewRules(): Plugin {
  return {
    name: 'rate-atlas:preview-rules',
    configurePreviewServer(server) {
      const folder = path.resolve(server.config.root, server.config.build.outDir);
      const isPage = (pathname: string) => existsSync(path.join(folder, pathname, 'index.html'));
      // Returned, so it runs after Vite's own file serving has found nothing.
      return () => {
        server.middlewares.use((request, response, next) => {
          const pathname = decodePath(request.url ?? '/');
          if (pathname?.endsWith('.html') && existsSync(path.join(folder, pathname))) {
            next();
            return;
          }
          if (pathname !== undefined && !pathname.endsWith('/') && isPage(pathname)) {
            const { pathname: asked, search } = new URL(request.originalUrl ?? '/', 'http://localhost');
            response.writeHead(301, { Location: `./${asked.split('/').at(-1)}/${search}` }).end();
            return;
          }
          response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
          response.end(request.method === 'HEAD' ? undefined : readFileSync(path.join(folder, '404.html')));
        });
      };
    },
  };
}

/** The path as the file system knows it; undefined for a path that cannot be decoded or climbs out of the site. */
function decodePath(url: string): string | undefined {
  try {
    const pathname = decodeURIComponent(url.split('?')[0] ?? '');
    return pathname.split(/[\\/]/).includes('..') || pathname.includes('\0') ? undefined : pathname;
  } catch {
    return undefined;
  }
}
