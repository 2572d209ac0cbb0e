import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { readCsv } from '../src/data/readCsv.ts';
import { notFoundHtml } from './notFoundHtml.ts';
import { type ShellCode, shellHtml, siteShells, wayToRoot, withDepth } from './siteShells.ts';

/**
 * Gives every page its own file after the client build, and its own depth in the development server.
 * Only file writing is here; what a page says is in `siteShells.ts`, so a prerender can call the same functions.
 */
export function staticShells(): Plugin {
  let root = '';
  return {
    name: 'rate-atlas:static-shells',
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === 'client',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html, context) {
        if (!context.server) return html;
        const { pathname } = new URL(context.originalUrl ?? '/', 'http://localhost');
        return withDepth(relaxPolicy(html), wayToRoot(pathname.slice(1)));
      },
    },
    writeBundle(options, bundle) {
      const index = bundle['index.html'];
      if (index?.type !== 'asset' || !options.dir) throw new Error('the build made no index.html');
      const rootHtml = String(index.source);
      for (const shell of siteShells(readShellCodes(root))) {
        const folder = path.join(options.dir, shell.path);
        mkdirSync(folder, { recursive: true });
        writeFileSync(path.join(folder, 'index.html'), shellHtml(rootHtml, shell));
      }
      writeFileSync(path.join(options.dir, '404.html'), notFoundHtml());
    },
  };
}

/** Vite's development client is an inline script, a web socket and style elements; the built page has none of them. */
function relaxPolicy(html: string): string {
  return html
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws:");
}

function readShellCodes(root: string): ShellCode[] {
  const file = path.join(root, 'public/data/codes.csv');
  if (!existsSync(file)) throw new Error('public/data/codes.csv is missing: run "npm run data" first');
  const { header, rows } = readCsv(readFileSync(file, 'utf8'), 'codes.csv');
  const codeAt = header.indexOf('code');
  const titleAt = header.indexOf('title');
  return rows.map(({ cells, line }) => {
    const code = cells[codeAt] ?? '';
    const title = cells[titleAt] ?? '';
    if (!/^[0-9A-Z]{3,5}$/.test(code) || title === '')
      throw new Error(`codes.csv, line ${line}: no code or no title`);
    return { code, title };
  });
}
