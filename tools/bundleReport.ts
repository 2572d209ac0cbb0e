import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Writes which modules make up each chunk, so a broken size budget can name the biggest ones. */
export function bundleReport(): Plugin {
  let root = '';
  return {
    name: 'rate-atlas:bundle-report',
    applyToEnvironment: (environment) => environment.name === 'client',
    configResolved(config) {
      root = config.root;
    },
    writeBundle(_options, bundle) {
      const report: Record<string, { module: string; bytes: number }[]> = {};
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        report[output.fileName] = Object.entries(output.modules)
          .map(([id, module]) => ({ module: path.relative(root, id), bytes: module.renderedLength }))
          .sort((one, other) => other.bytes - one.bytes);
      }
      mkdirSync(path.join(root, '.cache'), { recursive: true });
      writeFileSync(path.join(root, '.cache/bundle.json'), JSON.stringify(report));
    },
  };
}
