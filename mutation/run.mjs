import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { drawn } from './drawn.mjs';
import { drawnFile } from './drawnChecker.mjs';
import { nameOf, possibleFaults } from './possibleFaults.mjs';
import { scoreOf } from './scoreOf.mjs';
import { wilsonInterval } from './wilsonInterval.mjs';

// `npm run mutants -- [--sample N] [--seed S] [folders or files of src]`, then `-- --again [--tests folders]`; see README.md.
const folder = import.meta.dirname;
const root = path.resolve(folder, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    again: { type: 'boolean' },
    tests: { type: 'string' },
  },
});
const cache = path.join(root, '.cache/mutation');
const reportFile = path.join(cache, 'mutation.json');
const lastFile = path.join(cache, 'last.json');
mkdirSync(cache, { recursive: true });
rmSync(reportFile, { force: true });

if (!existsSync(path.join(folder, 'node_modules/@stryker-mutator/core'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** @type {{ of: string, sampled: boolean, noticed: number, byTime: number, unnoticed: import('./possibleFaults.mjs').Fault[], notTried: import('./possibleFaults.mjs').Fault[] }} */
let last = {
  of: '',
  sampled: values.sample !== undefined,
  noticed: 0,
  byTime: 0,
  unnoticed: [],
  notTried: [],
};
/** @type {import('./possibleFaults.mjs').Fault[] | undefined} */
let faults;
const files = filesOf(positionals.length > 0 ? positionals : ['stats', 'share', 'domain', 'data']);
if (values.again) {
  last = JSON.parse(readFileSync(lastFile, 'utf8'));
  faults = [...last.unnoticed, ...last.notTried];
} else if (values.sample !== undefined) {
  const all = await possibleFaults(root, files);
  faults = drawn(all, Number(values.sample), Number(values.seed));
  last.of = `${faults.length} drawn from ${all.length} possible faults with seed ${values.seed}`;
}

const config = JSON.parse(readFileSync(path.join(folder, 'stryker.config.json'), 'utf8'));
config.mutate = files;
// A fault that a test meets as its modules load, or outside a test's own function, is in force only where all is loaded anew
// with it and all tests run: too slow for thousands, and what `--again` does for the few that are left.
config.ignoreStatic = !values.again;
if (faults) {
  writeFileSync(path.join(root, drawnFile), JSON.stringify(faults.map(nameOf)));
  config.mutate = faults.map(
    ({ file, line, column, endLine, endColumn }) =>
      `${file}:${line}:${column - 1}-${endLine}:${endColumn - 1}`,
  );
  config.plugins.push('./mutation/drawnChecker.mjs');
  config.checkers = ['drawn'];
}
const configFile = path.join(cache, 'stryker.config.json');
writeFileSync(configFile, JSON.stringify(config));
const stryker = path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const mutated = faults ? faults.map(({ file }) => file) : files;
const folders = values.tests ?? [...new Set(mutated.map((file) => file.split('/')[1]))].join(',');
const { status } = spawnSync(process.execPath, [stryker, 'run', configFile], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MUTANTS_TESTS: folders },
});
if (!existsSync(reportFile)) process.exit(status ?? 1);

const score = scoreOf(JSON.parse(readFileSync(reportFile, 'utf8')), faults && new Set(faults.map(nameOf)));
last = {
  ...last,
  noticed: last.noticed + score.noticed,
  byTime: last.byTime + score.byTime,
  unnoticed: score.unnoticed,
  notTried: score.notTried,
};
writeFileSync(lastFile, JSON.stringify(last));
const tried = last.noticed + last.unnoticed.length;
console.log(score.unnoticed.map(({ told }) => told).join('\n'));
console.log(
  `${last.of ? `${last.of}\n` : ''}${last.noticed} of ${tried} noticed (${last.byTime} by time only), ${percent(last.noticed / tried)}` +
    (last.sampled ? `, 95% interval ${wilsonInterval(last.noticed, tried).map(percent).join(' to ')}` : '') +
    `; ${last.notTried.length} run once as a module loads and were not tried`,
);

/** @param {readonly string[]} places */
function filesOf(places) {
  return places.flatMap((place) =>
    place.endsWith('.ts')
      ? [`src/${place}`]
      : readdirSync(path.join(root, 'src', place), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .map((file) => `src/${place}/${file.replaceAll('\\', '/')}`)
          .sort(),
  );
}

/** @param {number} part */
function percent(part) {
  return `${(part * 100).toFixed(1)}%`;
}
