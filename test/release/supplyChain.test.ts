import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['.', 'bench', 'mutation'] as const;

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function packagesOf(folder: string): Readonly<Record<string, LockedPackage>> {
  return (read(`${folder}/package-lock.json`) as { packages: Record<string, LockedPackage> }).packages;
}

/** What is wrong with a list of locked packages, one sentence each. */
function lockFaults(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([at, { resolved, integrity, link }]) => {
    if (at === '') return [];
    const faults: string[] = [];
    // Without an address npm asks whichever registry the machine is set to; with one it must be npm's own, over TLS.
    if (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
      faults.push(`${at} comes from ${resolved}: only the npm registry over https`);
    if (!integrity?.startsWith('sha512-')) faults.push(`${at} has no SHA-512: anything could be installed`);
    if (link === true) faults.push(`${at} is a link out of the tree`);
    return faults;
  });
}

/** Versions that are not one exact version of the registry. */
function pinFaults(dependencies: Readonly<Record<string, string>>): string[] {
  return Object.entries(dependencies)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is "${version}": name one exact version`);
}

describe('what is installed is what was tested', () => {
  test('a foreign host, a missing hash, a link and a range are seen', () => {
    expect(
      lockFaults({
        '': {},
        'node_modules/a': { resolved: 'https://registry.example.org/a.tgz', integrity: 'sha512-AA==' },
        'node_modules/b': { resolved: 'git+ssh://git@github.com/b/b.git', integrity: 'sha512-AA==' },
        'node_modules/c': { integrity: 'sha1-AA==' },
        'node_modules/d': { integrity: 'sha512-AA==', link: true },
        'node_modules/e': { integrity: 'sha512-AA==' },
      }).map((fault) => fault.split(' ')[0]),
    ).toEqual(['node_modules/a', 'node_modules/b', 'node_modules/c', 'node_modules/d']);
    expect(pinFaults({ a: '^1.0.0', b: 'latest', c: '1.2.3', d: '1.5.6-r.1', e: 'file:../e' })).toHaveLength(
      3,
    );
  });

  test.each(folders)('%s: every locked package has its hash and comes from npm', (folder) => {
    const packages = packagesOf(folder);
    expect(Object.keys(packages).length).toBeGreaterThan(10);
    expect(lockFaults(packages)).toEqual([]);
  });

  test.each(folders)('%s: every dependency is one exact version', (folder) => {
    const { dependencies, devDependencies = {} } = read(`${folder}/package.json`) as {
      dependencies: Record<string, string>;
      devDependencies?: Record<string, string>;
    };
    expect(Object.keys(dependencies).length).toBeGreaterThan(0);
    expect(pinFaults({ ...dependencies, ...devDependencies })).toEqual([]);
  });

  test.each(folders)(
    '%s: nothing runs a script of its own when it is installed but what is named here',
    (folder) => {
      const packages = packagesOf(folder);
      const scripts = Object.entries(packages)
        .filter(([, { hasInstallScript }]) => hasInstallScript === true)
        .map(([at]) => at);
      // fsevents: macOS's file watching for Vite and Playwright, built by node-gyp there only.
      expect(scripts.filter((at) => !at.endsWith('/fsevents'))).toEqual([]);
    },
  );
});
