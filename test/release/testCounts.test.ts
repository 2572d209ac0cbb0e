import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { playwrightCounts, readCounts, vitestCounts } from '../../tools/testCounts.mjs';
import { readJourneys } from '../browser/support/readJourneys.ts';

function vitestReport(changes: object): string {
  return JSON.stringify({
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{}] }],
    ...changes,
  });
}

function playwrightReport(stats: object, errors: readonly object[] = []): string {
  return JSON.stringify({ stats: { expected: 0, unexpected: 0, skipped: 0, flaky: 0, ...stats }, errors });
}

describe('the sum over all runners', () => {
  test('counts what passed and failed', () => {
    expect(vitestCounts(vitestReport({ numFailedTests: 2 }))).toMatchObject({ passed: 7, failed: 2 });
    expect(playwrightCounts(playwrightReport({ expected: 5, unexpected: 1 }))).toMatchObject({
      passed: 5,
      failed: 1,
    });
  });

  test('counts a skipped, todo or flaky test as failed', () => {
    expect(vitestCounts(vitestReport({ numPendingTests: 1, numTodoTests: 1 })).failed).toBe(2);
    expect(playwrightCounts(playwrightReport({ expected: 5, skipped: 1, flaky: 1 })).failed).toBe(2);
  });

  test('counts a file that breaks before its first test', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestCounts(vitestReport({ testResults })).failed).toBe(1);
    expect(playwrightCounts(playwrightReport({}, [{ message: 'syntax' }])).failed).toBe(1);
  });

  test('fails without a report, without a test, and on an exit code nothing explains', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
    const file = path.join(folder, 'report.json');
    expect(readCounts('Vitest', file, vitestCounts, 0)).toMatchObject({ failed: 1 });
    writeFileSync(file, vitestReport({ numPassedTests: 0 }));
    expect(readCounts('Vitest', file, vitestCounts, 0).notes).toEqual(['Vitest ran no test']);
    writeFileSync(file, vitestReport({}));
    expect(readCounts('Vitest', file, vitestCounts, 1)).toMatchObject({ passed: 7, failed: 1 });
    expect(readCounts('Vitest', file, vitestCounts, 0)).toMatchObject({ passed: 7, failed: 0 });
  });
});

describe('journeys.txt', () => {
  test('gathers the lines of an address, as words and as rows of a table', () => {
    const text =
      '# a remark\n\n/ :: Rate Atlas\ncode/97110/ :: 17 states\ncode/97110/ :: [Some table] BUCA | 129 | $1.00\n';
    expect(readJourneys(text)).toEqual([
      { address: '/', words: ['Rate Atlas'], rows: [] },
      {
        address: 'code/97110/',
        words: ['17 states'],
        rows: [{ table: 'Some table', row: 'BUCA', cells: ['129', '$1.00'] }],
      },
    ]);
  });

  test.each(['code/97110/', 'code/97110/ ::', '/ :: [Table] BUCA', '/ :: one :: two'])(
    'refuses "%s", which would check nothing',
    (line) => {
      expect(() => readJourneys(`/ :: Rate Atlas\n${line}`)).toThrow('line 2');
    },
  );
});
