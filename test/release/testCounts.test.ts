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
    const testResults = [{ name: 'broken.test.ts', status: 'failed', assertionResults: [] }];
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

describe('what failed is said again at the end', () => {
  test('a test of Vitest by file, name and message, without colours', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'means are exact' },
      { status: 'failed', fullName: 'spread is exact', failureMessages: ['\u001b[31mSeed: 97110\u001b[39m'] },
    ];
    const testResults = [{ name: '/away/test/stats/spread.test.ts', status: 'failed', assertionResults }];
    expect(vitestCounts(vitestReport({ numFailedTests: 1, testResults })).notes).toEqual([
      'failed: spread.test.ts: spread is exact\n    Seed: 97110',
    ]);
  });

  test('a file that breaks by what broke it, at most 24 lines of it', () => {
    const message = Array.from({ length: 100 }, (_, line) => `line ${line + 1}`).join('\n');
    const testResults = [{ name: 'broken.test.ts', status: 'failed', message, assertionResults: [] }];
    const [note = ''] = vitestCounts(vitestReport({ testResults })).notes;
    expect(note).toMatch(/^failed: broken\.test\.ts\n {4}line 1\n/);
    expect(note).toMatch(/line 24$/);
  });

  test('a browser test however deep its suite, and what broke before any', () => {
    const failed = { status: 'unexpected', results: [{ errors: [{ message: 'no such button' }] }] };
    const passed = { status: 'expected', results: [{ errors: [] }] };
    const specs = [
      { title: 'opens', file: 'code.spec.ts', line: 7, tests: [failed] },
      { title: 'closes', file: 'code.spec.ts', line: 9, tests: [passed] },
    ];
    const report = { ...JSON.parse(playwrightReport({ unexpected: 1 }, [{ message: 'no server' }])) };
    const suites = [{ suites: [{ specs }] }];
    expect(playwrightCounts(JSON.stringify({ ...report, suites })).notes).toEqual([
      'failed: code.spec.ts:7: opens\n    no such button',
      'failed: before any browser test\n    no server',
    ]);
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
