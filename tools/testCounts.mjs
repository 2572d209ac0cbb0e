import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, notes: string[] }} TestCounts */

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
  // A file that breaks before its first test has no failed test to count, so it counts itself.
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + leftOut + brokenFiles,
    notes: leftOut > 0 ? [`${leftOut} skipped tests count as failed`] : [],
  };
}

/**
 * Counts of a Playwright JSON report. Flaky (passed on a retry) and skipped tests count as failed.
 *
 * @param {string} text the report
 * @returns {TestCounts}
 */
export function playwrightCounts(text) {
  const { stats, errors } = JSON.parse(text);
  const leftOut = stats.skipped + stats.flaky;
  return {
    passed: stats.expected,
    failed: stats.unexpected + leftOut + (stats.unexpected === 0 ? errors.length : 0),
    notes: leftOut > 0 ? [`${leftOut} skipped or flaky browser tests count as failed`] : [],
  };
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
    return { ...counts, failed: 1, notes: [`${runner} ended with code ${exitCode} though no test failed`] };
  }
  return counts;
}
