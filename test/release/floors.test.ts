import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { floorBreaches, importsOf } from '../support/floors.ts';

const src = path.resolve(import.meta.dirname, '../../src');

function readSources(): Map<string, string> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(src, file), 'utf8')]),
  );
}

/** Each breach is planted alone: were one of them missed, the test over the real sources would prove nothing. */
const planted: ReadonlyArray<readonly [what: string, file: string, source: string, says: RegExp]> = [
  [
    'an import of a floor above',
    'stats/mean.ts',
    "import { cents } from '../domain/money.ts';",
    /floor above/,
  ],
  ['a type import', 'domain/a.ts', "import type { Figure } from '../figures/figure.ts';", /floor above/],
  ['a re-export', 'text/a.ts', "export { a } from '../figures/a.ts';", /floor above/],
  ['a dynamic import', 'figures/a.ts', "const a = await import('../data/loadRelease.ts');", /floor above/],
  ['a side-effect import', 'domain/a.ts', "import '../ui/base.css';", /floor above/],
  [
    'an import over several lines',
    'text/a.ts',
    "import {\n  a,\n  b,\n} from '../ui/Shell.tsx';",
    /floor above/,
  ],
  [
    'a worker by URL',
    'domain/a.ts',
    "new Worker(new URL('../data/a.worker.ts', import.meta.url))",
    /floor above/,
  ],
  ['a glob', 'domain/a.ts', "import.meta.glob('../pages/*.tsx')", /floor above/],
  [
    'ui reaching into charts',
    'ui/A.tsx',
    "import { RangeChart } from '../charts/RangeChart.tsx';",
    /same floor/,
  ],
  ['share reaching into data', 'share/a.ts', "import { readCsv } from '../data/readCsv.ts';", /same floor/],
  [
    'app reaching into release',
    'app/a.ts',
    "import { build } from '../release/buildRelease.ts';",
    /same floor/,
  ],
  [
    'an import of a test',
    'domain/a.ts',
    "import { builder } from '../../test/support/builders.ts';",
    /outside src/,
  ],
  ['a folder nobody knows', 'utils/a.ts', "import { cents } from '../domain/money.ts';", /on no floor/],
  ['Recharts outside charts', 'pages/A.tsx', "import { Bar } from 'recharts';", /whose home is/],
  [
    'TanStack Table in another part',
    'ui/A.tsx',
    "import { useTable } from '@tanstack/react-table';",
    /whose home is/,
  ],
  ['PapaParse in a reader', 'data/readCodes.ts', "import Papa from 'papaparse';", /whose home is/],
  ['the router in a page', 'pages/A.tsx', "import { Link } from 'wouter';", /whose home is/],
  ['Comlink in a page', 'pages/A.tsx', "import { wrap } from 'comlink';", /whose home is/],
  ['React in a figure', 'figures/a.ts', "import { useState } from 'react';", /whose home is/],
  ['the app in the command line', 'cli/a.ts', "import { App } from '../app/App.tsx';", /same floor/],
  ['Node in the page', 'app/a.ts', "import { readFileSync } from 'node:fs';", /whose home is/],
  ['a package without a home', 'ui/A.tsx', "import { uniq } from 'lodash/fp';", /no home/],
  ['a clock in the core', 'domain/a.ts', 'const now = Date.now();', /clock/],
  ['chance in the core', 'stats/a.ts', 'const chance = Math.random();', /clock/],
];

describe('floors: a folder imports only from the folders below it', () => {
  test.each(planted)('catches %s', (_what, file, source, says) => {
    expect(floorBreaches(new Map([[file, source]]))).toEqual([expect.stringMatching(says)]);
  });

  test('lets through what is allowed', () => {
    const allowed = new Map([
      ['text/a.ts', "const words = 'not from'; // import x from '../ui/Shell.tsx'\nconst more = ' | ';"],
      ['domain/a.ts', "import { mean } from '../stats/mean.ts';\nimport { b } from './b.ts';"],
      [
        'charts/A.tsx',
        "import { Bar } from 'recharts';\nimport type { RangeModel } from '../figures/rangeModel.ts';",
      ],
      [
        'ui/DataTable.tsx',
        "import { useTable } from '@tanstack/react-table';\nimport styles from './A.module.css';",
      ],
      [
        'data/importClient.ts',
        "import { wrap } from 'comlink';\nnew URL('./import.worker.ts', import.meta.url);",
      ],
      ['app/App.tsx', "const page = lazy(() => import('../pages/CodePage.tsx'));"],
    ]);
    expect(floorBreaches(allowed)).toEqual([]);
  });

  test('reads the real sources and finds none', () => {
    const sources = readSources();
    expect(sources.size).toBeGreaterThan(20);
    expect([...sources.keys()]).toEqual(
      expect.arrayContaining(['domain/cell.ts', 'domain/place.ts', 'figures/figure.ts', 'data/readCsv.ts']),
    );
    // An import that is known to be there: seeing files is not yet seeing what is in them.
    expect(importsOf('domain/rateTable.ts', sources.get('domain/rateTable.ts') ?? '')).toContain(
      './place.ts',
    );
    expect(importsOf('data/csvRecord.ts', sources.get('data/csvRecord.ts') ?? '')).toContain('papaparse');
    expect(floorBreaches(sources)).toEqual([]);
  });
});

// React's own `lazy` lets a script that does not come take the whole page with it, and an open file.
test('a part that is fetched later says in its place that it did not come: `lazy` stays where that is seen to', () => {
  const own = ['ui/latePart.ts', 'ui/Shell.tsx'];
  const users = [...readSources()].filter(([, source]) =>
    /import \{[^}]*\blazy\b[^}]*\} from 'react'/.test(source),
  );
  expect(users.map(([file]) => file).toSorted()).toEqual(own.toSorted());
});

// A browser set to Danish puts "Aa" last, one set to Hindi writes its own digits: the same view must read the same.
test('the order of texts and the digits of numbers depend on no browser’s language', () => {
  const asked = /\.localeCompare\([^()]*\)|\.toLocale\w+\([^()]*\)|new Intl\.\w+\([^()]*\)/g;
  const found = [...readSources()].flatMap(([file, source]) =>
    [...source.matchAll(asked)].map(([call]) => `${file}: ${call}`),
  );
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter((call) => !/'(?:en|en-US|sv-SE)'/.test(call))).toEqual([]);
});
