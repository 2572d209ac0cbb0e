import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Leaves `site-files.json`, the list of the site's own files, so that a page can pack itself for use from a folder: a
 * static host has no way to be asked. To stand after what writes pages. The data's files are in `data/release.json`.
 */
export function siteFiles(): Plugin {
  return {
    name: 'rate-atlas:site-files',
    buildApp: {
      order: 'post',
      async handler(builder) {
        const { client } = builder.environments;
        if (!client) throw new Error('there is no client build to list');
        // A handler that comes after the build would otherwise come before it, when nothing else builds the app.
        if (!client.isBuilt) await builder.build(client);
        writeSiteFiles(path.resolve(client.config.root, client.config.build.outDir));
      },
    },
  };
}

/** Lists the files below a built site's folder; equal sites give equal lists. */
export function writeSiteFiles(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    // The data page is a page; what else lies in `data/` is the release.
    .filter((file) => !/^(\.vite\/|site-files\.json$|data\/(?!index\.html$))|\.map$/.test(file))
    .toSorted();
  writeFileSync(path.join(folder, 'site-files.json'), `${JSON.stringify(files)}\n`);
}
