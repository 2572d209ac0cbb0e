import path from 'node:path';
import type { Plugin } from 'vite';
import { writeOfflineFiles } from './offlineFiles.ts';

/**
 * The site without a connection and as an app on the home screen: links the manifest, and as the very last step of
 * `vite build`, after every page is written, stamps the pages and writes `sw.js`.
 */
export function offline(): Plugin {
  return {
    name: 'rate-atlas:offline',
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icon-192.png' }, injectTo: 'head' },
      { tag: 'meta', attrs: { name: 'theme-color', content: '#14476b' }, injectTo: 'head' },
    ],
    buildApp: {
      order: 'post',
      async handler(builder) {
        const { client } = builder.environments;
        if (!client) throw new Error('there is no client build to make work offline');
        // A handler that comes after the build would otherwise come before it, when nothing else builds the app.
        if (!client.isBuilt) await builder.build(client);
        await writeOfflineFiles(path.resolve(client.config.root, client.config.build.outDir));
      },
    },
  };
}
