import { faultOf, nameOf } from './possibleFaults.mjs';

/** A fault that a test gave away, or that made one run on without end, is noticed; one that no test reaches is not. */
const noticed = new Set(['Killed', 'Timeout']);
const unnoticed = new Set(['Survived', 'NoCoverage']);

/**
 * What Stryker's JSON report says of the faults that were drawn, or of all: how many were noticed, how many of these by
 * time only, those that were not tried (what runs once as a module loads), and those nothing noticed, each with a line that
 * tells its place, what stood there and what stood there instead.
 * @param {{ files: Record<string, { source: string, mutants: readonly Reported[] }> }} report
 * @param {ReadonlySet<string> | undefined} drawn Names of the faults that count; all, if not given.
 */
export function scoreOf(report, drawn) {
  const score = {
    noticed: 0,
    byTime: 0,
    notTried: /** @type {Fault[]} */ ([]),
    unnoticed: /** @type {Unnoticed[]} */ ([]),
  };
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    for (const mutant of mutants) {
      const { location, replacement, status } = mutant;
      const fault = faultOf(file, mutant, 1);
      if (drawn && !drawn.has(nameOf(fault))) continue;
      if (status === 'Timeout') score.byTime++;
      if (noticed.has(status)) score.noticed++;
      else if (unnoticed.has(status)) {
        const change = `${inOneLine(textAt(source, location))} → ${inOneLine(replacement)}`;
        const reached = status === 'NoCoverage' ? ' (no test comes here)' : '';
        score.unnoticed.push({ ...fault, told: `${file}:${fault.line}:${fault.column} ${change}${reached}` });
      } else score.notTried.push(fault);
    }
  }
  return score;
}

/**
 * @typedef {import('./possibleFaults.mjs').Place} Place
 * @typedef {import('./possibleFaults.mjs').Fault} Fault
 * @typedef {Fault & { told: string }} Unnoticed
 * @typedef {import('./possibleFaults.mjs').PlantedFault & { status: string }} Reported
 */

/**
 * @param {string} source
 * @param {Place} location Lines and columns from 1.
 */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  return lines.join('\n').slice(start.column - 1);
}

/** @param {string} text */
function inOneLine(text) {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > 90 ? `${flat.slice(0, 60)} … ${flat.slice(-25)}` : flat;
}
