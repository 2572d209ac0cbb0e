import { describe, expect, test } from 'vitest';
import { loadDigest } from '../../src/data/loadDigest.ts';
import { readDigest } from '../../src/data/readDigest.ts';
import { readDigestIndex } from '../../src/data/readDigestIndex.ts';
import { ReleaseFileError } from '../../src/data/releaseFileError.ts';
import { absent, present } from '../../src/domain/cell.ts';

/**
 * Two lines of 97110, BUCA and Aetna in the nation, and one of 97140, Aetna in Texas; codes and places are told as pairs
 * of index and how often they come, an absence as −1 and down.
 */
const digest = {
  id: '2026-11-22.9f0cbe38',
  date: '2026-11-22',
  counts: { codes: 2, rates: 30, providers: 20, sources: 3 },
  scope: 'Commercial',
  medicareYear: 2026,
  codes: ['97110', '97140'],
  places: ['US', 'TX'],
  rows: ['buca', 'aetna'],
  absences: ['too-few:fewer than 5 providers (3)', 'not-priced:of two: parts'],
  code: [0, 2, 1, 1],
  place: [0, 2, 1, 1],
  row: [0, 1, 1],
  n: [20, 3, 7],
  mean: [4000, 4100, 0],
  p25: [3000, -1, 3300],
  median: [3500, -1, 3600],
  p75: [5000, -1, 3900],
  medicare: { codes: [0, 1], places: [0, 1], amounts: [2900, 2800, -2, 2600] },
};
const read = (change: object = {}) => readDigest(JSON.stringify({ ...digest, ...change }), 'releases/x.json');
const few = absent('too-few', 'fewer than 5 providers (3)');

describe('a digest', () => {
  test('is its figures by code and place, and then by row', () => {
    const { digest: found, problems } = read();
    expect(problems).toEqual([]);
    expect(found).toMatchObject({
      id: '2026-11-22.9f0cbe38',
      date: '2026-11-22',
      counts: { codes: 2, rates: 30, providers: 20, sources: 3 },
      scope: 'Commercial',
      medicareYear: 2026,
    });
    expect([...(found?.figures ?? [])].map(([key, rows]) => [key, [...rows]])).toEqual([
      [
        '97110 US',
        [
          [
            'buca',
            { n: 20, mean: present(4000), p25: present(3000), median: present(3500), p75: present(5000) },
          ],
          ['aetna', { n: 3, mean: present(4100), p25: few, median: few, p75: few }],
        ],
      ],
      [
        '97140 TX',
        [
          [
            'aetna',
            { n: 7, mean: present(0), p25: present(3300), median: present(3600), p75: present(3900) },
          ],
        ],
      ],
    ]);
    expect([...(found?.medicare ?? [])]).toEqual([
      ['97110 US', present(2900)],
      ['97110 TX', present(2800)],
      ['97140 US', absent('not-priced', 'of two: parts')],
      ['97140 TX', present(2600)],
    ]);
  });

  test('without a line is one all the same', () => {
    const none = { code: [], place: [], row: [], n: [], mean: [], p25: [], median: [], p75: [] };
    expect(read({ ...none, medicare: { codes: [], places: [], amounts: [] } }).digest?.figures.size).toBe(0);
  });

  test.each<[what: string, change: object]>([
    ['a column that is short', { n: [20, 3] }],
    ['a column that is long', { n: [20, 3, 7, 8] }],
    ['a mean short', { mean: [4000, 4100] }],
    ['a P25 short', { p25: [3000, -1] }],
    ['a median short', { median: [3500, -1] }],
    ['a P75 short', { p75: [5000, -1] }],
    ['a row short', { row: [0, 1] }],
    ['a row that is in no list', { row: [0, 1, 2] }],
    ['a code that is in no list', { code: [0, 2, 2, 1] }],
    ['a place that is in no list', { place: [0, 2, 2, 1] }],
    ['codes and places that are not as many', { place: [0, 2] }],
    ['more codes than lines', { code: [0, 2, 1, 2], place: [0, 2, 1, 2] }],
    ['a code without how often it comes', { code: [0, 2, 1] }],
    ['an absence that is in no list', { mean: [4000, 4100, -3] }],
    ['a Medicare amount short', { medicare: { ...digest.medicare, amounts: [2900, 2800, -2] } }],
    ['one too many', { medicare: { ...digest.medicare, amounts: [2900, 2800, -2, 2600, 1] } }],
    ['one of a code that is in no list', { medicare: { ...digest.medicare, codes: [0, 2] } }],
    ['one of a place that is in no list', { medicare: { ...digest.medicare, places: [0, 2] } }],
    ['one absent for no reason', { medicare: { ...digest.medicare, amounts: [2900, 2800, -3, 2600] } }],
  ])('with %s is none', (_what, change) => {
    expect(read(change)).toEqual({
      digest: undefined,
      problems: [
        {
          file: 'releases/x.json',
          line: 0,
          column: '',
          found: '2026-11-22.9f0cbe38',
          message: 'The columns of the digest are of different lengths, or name what its lists do not hold.',
          leftOut: true,
        },
      ],
    });
  });

  test.each<[column: string, change: object]>([
    ['id', { id: '2026-11-22' }],
    ['id', { id: 'x2026-11-22.9f0cbe38' }],
    ['date', { date: 'today' }],
    ['absences.1', { absences: ['too-few:', 'lost:'] }],
    ['n.0', { n: [-1, 3, 7] }],
    ['mean.0', { mean: [0.5, 0, 0] }],
    ['counts.rates', { counts: { ...digest.counts, rates: 1.5 } }],
    ['rows', { rows: undefined }],
  ])('with another %s than the form asks for is none', (column, change) => {
    const { digest: found, problems } = read(change);
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([
      {
        file: 'releases/x.json',
        column,
        message: expect.stringMatching(/^This is not the digest of a release as expected: /),
        leftOut: true,
      },
    ]);
  });

  test('that is no JSON says so', () => {
    expect(readDigest(' <html>', 'x')).toMatchObject({
      problems: [{ found: '<html>', message: 'This is not JSON; the digest of a release was expected.' }],
    });
  });

  test('whose count is damaged does not fill the memory', () => {
    expect(read({ code: [0, 4_000_000_000], place: [0, 4_000_000_000] }).digest).toBeUndefined();
  });
});

const entry = { id: digest.id, bytes: 3, sha256: 'a'.repeat(64) };

describe('the list of releases', () => {
  test('is read, or says what is wrong with it', () => {
    expect(readDigestIndex(JSON.stringify([entry]), 'i')).toEqual({ entries: [entry], problems: [] });
    const message = (change: object) =>
      readDigestIndex(JSON.stringify([{ ...entry, ...change }]), 'i').problems[0]?.message;
    expect(message({ id: '1' })).toBe(
      'This is not the list of releases as expected: not a date, a dot and 8 hex digits.',
    );
    expect(message({ sha256: 'A'.repeat(64) })).toBe(
      'This is not the list of releases as expected: not a SHA-256 in lower-case hex.',
    );
    for (const sha256 of ['a'.repeat(63), 'a'.repeat(65), `x${'a'.repeat(64)}`])
      expect(message({ sha256 })).toMatch(/SHA-256/);
    expect(message({ bytes: -1 })).toMatch(/^This is not the list/);
    expect(message({ bytes: undefined })).toMatch(/ is missing\.$/);
  });
});

describe('a digest that is asked for', () => {
  const text = JSON.stringify(digest);
  const listed = async (body = text) => ({
    id: digest.id,
    bytes: new TextEncoder().encode(body).length,
    sha256: [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(''),
  });
  const load = (index: string, body: string, id = digest.id) =>
    loadDigest('https://example.org/data/', id, async (url) =>
      url === 'https://example.org/data/releases/index.json'
        ? new Response(index)
        : url === `https://example.org/data/releases/${digest.id}.json`
          ? new Response(body)
          : new Response('', { status: 404 }),
    );

  test('comes as listed; one the list does not have is null', async () => {
    const index = JSON.stringify([await listed()]);
    expect((await load(index, text))?.figures.size).toBe(2);
    expect(await load(index, text, '2020-01-01.00000000')).toBeNull();
    expect(await load('[]', text)).toBeNull();
  });

  test('is refused with the reason', async () => {
    const index = JSON.stringify([await listed()]);
    await expect(load('{', text)).rejects.toThrow('This is not JSON; the list of releases was expected.');
    await expect(load(index, `${text} `)).rejects.toThrow('the file is not the one of this release');
    await expect(load(JSON.stringify([await listed('{}')]), '{}')).rejects.toThrow(
      'This is not the digest of a release as expected',
    );
    await expect(load(index, text.slice(1))).rejects.toBeInstanceOf(ReleaseFileError);
  });
});
