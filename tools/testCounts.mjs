import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, notes: string[] }} TestCounts */

/**
 * @typedef {{ name: string, status: string, message?: string, assertionResults: readonly {
 *   status: string, fullName: string, failureMessages?: readonly string[] | null }[] }} VitestFile
 * @typedef {{ title: string, file: string, line: number, tests: readonly { status: string,
 *   results: readonly { errors: readonly { message?: string }[] }[] }[] }} PlaywrightSpec
 * @typedef {{ suites?: readonly PlaywrightSuite[], specs?: readonly PlaywrightSpec[] }} PlaywrightSuite
 */

/** A made-up case that fails is told in some ten lines, an element that is missing with the page around it. */
const linesOfAMessage = 24;

/**
 * What failed, said once more below everything else: of a long log often only the end is kept, and a test that fails
 * once in a hundred runs is found by nothing but its name, its message and its seed.
 *
 * @param {string} test where it is and what it says
 * @param {string} message
 */
function failureNote(test, message) {
  const lines = stripVTControlCharacters(message).split('\n');
  const shown = lines.slice(0, linesOfAMessage).map((line) => `    ${line}`);
  return [`failed: ${test}`, ...shown].join('\n');
}

/**
 * Counts of a Vitest JSON report. A test that did not run (skipped, todo) counts as failed: a suite that leaves
 * something out must not look like one that passes.
 *
 * @param {string} text the report
 * @returns {TestCounts}
 */
export function vitestCounts(text) {
  const report = JSON.parse(text);
  const leftOut = report.numPendingTests + report.numTodoTests;
  /** @type {readonly VitestFile[]} */
  const files = report.testResults;
  // A file that breaks before its first test has no failed test to count, so it counts itself.
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failures = files.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) =>
        failureNote(`${path.basename(file.name)}: ${test.fullName}`, (test.failureMessages ?? []).join('\n')),
      ),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + leftOut + brokenFiles.length,
    notes: [
      ...failures,
      ...brokenFiles.map((file) => failureNote(path.basename(file.name), file.message ?? '')),
      ...(leftOut > 0 ? [`${leftOut} skipped tests count as failed`] : []),
    ],
  };
}

/**
 * Counts of a Playwright JSON report. Flaky (passed on a retry) and skipped tests count as failed.
 *
 * @param {string} text the report
 * @returns {TestCounts}
 */
export function playwrightCounts(text) {
  const { stats, errors, suites } = JSON.parse(text);
  const leftOut = stats.skipped + stats.flaky;
  const failures = specsOf({ suites }).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected')
      .map((test) =>
        failureNote(
          `${spec.file}:${spec.line}: ${spec.title}`,
          test.results.flatMap((result) => result.errors.map((error) => error.message ?? '')).join('\n'),
        ),
      ),
  );
  return {
    passed: stats.expected,
    failed: stats.unexpected + leftOut + (stats.unexpected === 0 ? errors.length : 0),
    notes: [
      ...failures,
      ...errors.map((/** @type {{ message?: string }} */ error) =>
        failureNote('before any browser test', error.message ?? ''),
      ),
      ...(leftOut > 0 ? [`${leftOut} skipped or flaky browser tests count as failed`] : []),
    ],
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {readonly PlaywrightSpec[]} its tests and those of all suites in it
 */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * What a runner's report and exit code say together. No report, no test at all, or a bad exit code that no failed
 * test explains are each one failure.
 *
 * @param {string} runner its name, for the notes
 * @param {string} reportFile
 * @param {(text: string) => TestCounts} count
 * @param {number} exitCode
 * @returns {TestCounts}
 */
export function readCounts(runner, reportFile, count, exitCode) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, notes: [`${runner} left no report`] };
  const counts = count(readFileSync(reportFile, 'utf8'));
  if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1, notes: [`${runner} ran no test`] };
  if (exitCode !== 0 && counts.failed === 0) {
    return {
      ...counts,
      failed: 1,
      notes: [...counts.notes, `${runner} ended with code ${exitCode} though no test failed`],
    };
  }
  return counts;
}
