import { describe, expect, test } from 'vitest';
import { readRelease } from '../../src/data/readRelease.ts';

const sha256 = 'a'.repeat(64);
const file = { path: 'rates/97110/TX.csv', bytes: 2, rows: 1, sha256 };
const input = { path: 'codes.csv', bytes: 1, sha256, provenance: 'Ours.' };
const release = { id: '2026-11-22.0123abcd', date: '2026-11-22', inputs: [input], files: [file] };

/** What is told of a list with these parts changed: `column: message`; '' where nothing is. */
function told(change: object): string {
  const { release: read, problems } = readRelease(JSON.stringify({ ...release, ...change }), 'release.json');
  const [problem] = problems;
  if (problem === undefined) return read === undefined ? 'nothing' : '';
  expect([read, problems.length]).toEqual([undefined, 1]);
  expect(problem).toMatchObject({ file: 'release.json', line: 0, leftOut: true });
  return `${problem.column}: ${problem.message}`;
}
const wrong = (column: string, why: string) =>
  `${column}: This is not the list of the release as expected: ${why}.`;

describe('the list of a release', () => {
  test('is read as it stands, a pack of one code too', () => {
    expect(readRelease(JSON.stringify(release), 'release.json')).toEqual({ release, problems: [] });
    const pack = { ...release, pack: { code: '97110' } };
    expect(readRelease(JSON.stringify(pack), 'release.json')).toEqual({ release: pack, problems: [] });
  });

  test('that is no JSON is quoted', () => {
    expect(readRelease('  <p>no</p>\n', 'release.json')).toEqual({
      release: undefined,
      problems: [
        {
          file: 'release.json',
          line: 0,
          column: '',
          found: '<p>no</p>',
          message: 'This is not JSON; the list of the release was expected.',
          leftOut: true,
        },
      ],
    });
  });

  test('has a day and eight digits for its name', () => {
    const why = wrong('id', 'not a date, a dot and 8 hex digits');
    for (const id of ['2026-11-22', 'x2026-11-22.0123abcd', '2026-11-22.0123abcdx', '2026-11-22.0123ABCD'])
      expect(told({ id })).toBe(why);
    for (const id of ['26-11-22.0123abcd', '2026-1-22.0123abcd', '2026-11-2.0123abcd', '2026-11-22x0123abcd'])
      expect(told({ id })).toBe(why);
    expect(told({ id: undefined })).toBe(wrong('id', '"id" is missing'));
    expect(told({ date: '22 Nov' })).toMatch(/^date: This is not the list of the release as expected: /);
  });

  test.each([
    '',
    '/a.csv',
    '../a.csv',
    'a/../b.csv',
    'a b.csv',
    'a?.csv',
    '-a.csv',
    'https://x/a.csv',
    'a\nb',
  ])('has no file at %j', (path) => {
    expect(told({ files: [{ ...file, path }] })).toBe(wrong('files.0.path', 'not a path below the folder'));
    expect(told({ inputs: [{ ...input, path }] })).toBe(
      wrong('inputs.0.path', 'not a path below the folder'),
    );
  });

  test.each(['a', '_a.csv', 'a/B-9_.csv', '0.csv'])('may have one at %j', (path) => {
    expect(told({ files: [{ ...file, path }] })).toBe('');
  });

  test('has a hash of 64 hex digits for each file', () => {
    for (const bad of ['', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), `x${'a'.repeat(64)}`])
      expect(told({ files: [{ ...file, sha256: bad }] })).toBe(
        wrong('files.0.sha256', 'not a SHA-256 in lower-case hex'),
      );
  });

  test('counts in whole numbers from 0', () => {
    expect(told({ files: [{ ...file, rows: 0, bytes: 0 }] })).toBe('');
    for (const bad of [-1, 1.5, '2', null])
      expect(told({ files: [{ ...file, rows: bad }] })).toMatch(/^files\.0\.rows: This is not the list/);
    expect(told({ files: [{ ...file, bytes: -1 }] })).toMatch(/^files\.0\.bytes: /);
    expect(told({ inputs: [{ ...input, bytes: -1 }] })).toMatch(/^inputs\.0\.bytes: /);
    expect(told({ inputs: [{ ...input, provenance: 5 }] })).toMatch(/^inputs\.0\.provenance: /);
  });

  test('of a pack names a code', () => {
    for (const code of ['', '97', '971100', 'g0283', '97110x'])
      expect(told({ pack: { code } })).toBe(wrong('pack.code', 'not a code'));
    expect(told({ pack: { code: '420' } })).toBe('');
    expect(told({ pack: null })).toMatch(/^pack: /);
  });
});
