import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm run mutants` breaks `stats`, `domain`, the readers of `data` and `share` one small fault at a time and counts how
 * many of the faults a test notices; `npm run mutants -- stats share` only those folders, `-- domain/votes.ts` a file.
 * Stryker is installed in this folder when it is first run: the site and its tests need none of it.
 */
const folder = import.meta.dirname;
const root = path.resolve(folder, '..');
const asked = process.argv.slice(2);
const places = asked.length > 0 ? asked : ['stats', 'share', 'domain', 'data'];

if (!existsSync(path.join(folder, 'node_modules/@stryker-mutator/core'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const mutate = places
  .map((place) => (place.endsWith('.ts') ? `src/${place}` : `src/${place}/**/*.ts`))
  .join(',');
const { status } = spawnSync(
  process.execPath,
  [
    path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'mutation/stryker.config.json',
    '--mutate',
    mutate,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
