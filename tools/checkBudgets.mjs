import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { budgetFaults, kilobytes, measureBudgets, readBuild } from './budgets.mjs';
import { projectRoot } from './runStep.mjs';

const dist = path.join(projectRoot, 'dist');
const { budgets, manifest, modules } = readBuild(projectRoot);
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
const measured = measureBudgets(budgets, manifest, files, (file) => readFileSync(path.join(dist, file)));

for (const { name, bytes, maxBytes, what } of measured) {
  console.log(
    `  ${name.padEnd(8)} ${kilobytes(bytes).padStart(9)} of ${kilobytes(maxBytes).padStart(9)}  ${what}`,
  );
}
const faults = budgetFaults(measured, modules);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
