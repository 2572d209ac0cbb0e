import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createReleaseLoader } from '../../src/data/loadRelease.ts';
import { ReleaseFileError } from '../../src/data/releaseFileError.ts';

type Answer = (path: string) => Response | undefined;

/** Serves public/data, except where `answer` has another answer; counts the requests per path. */
function server(answer: Answer = () => undefined) {
  const requests: string[] = [];
  async function fetchFile(url: string): Promise<Response> {
    const path = url.replace('https://example.org/atlas/data/', '');
    requests.push(path);
    return answer(path) ?? new Response(new Uint8Array(await readFile(`public/data/${path}`)));
  }
  return { requests, loader: createReleaseLoader('https://example.org/atlas/data', fetchFile) };
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ReleaseFileError);
  return error instanceof Error ? error.message : '';
}

const texas = 'rates/97110/TX.csv';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a release that arrives whole', () => {
  test('gives rates, catalogue, charges and Medicare tables without a problem', async () => {
    const { loader } = server();
    const table = await loader.rates('97110', 'TX');
    const { codes, providers } = await loader.catalogue();
    expect(table.length).toBe((await loader.release()).files.find((file) => file.path === texas)?.rows);
    expect(table.providers).toBe(providers);
    expect(codes.find((code) => code.code === '97110')?.title).toBe('Therapeutic exercise');
    expect((await loader.charges('97110')).some((row) => row.place === 'AK')).toBe(true);
    const medicare = await loader.medicare();
    expect([medicare.rvus.length, medicare.gpcis.length, medicare.factors.length]).toEqual([733, 775, 9]);
    expect(medicare.localities).toHaveLength(109);
    expect(loader.problems()).toEqual([]);
  });

  test('is fetched once per file, however often and by however many it is asked for', async () => {
    const { loader, requests } = server();
    await Promise.all([
      loader.rates('97110', 'TX'),
      loader.rates('97110', 'TX'),
      loader.rates('97110', null),
    ]);
    await loader.rates('97110', 'TX');
    expect(requests.toSorted()).toEqual([
      'codes.csv',
      'plans.csv',
      'providers.csv',
      'rates/97110/TX.csv',
      'rates/97110/national.csv',
      'release.json',
      'sources.csv',
    ]);
  });

  test('answers with an empty table, and asks nobody, where the list has no file', async () => {
    const { loader, requests } = server();
    const alaska = await loader.rates('97755', 'AK');
    expect([alaska.length, alaska.code]).toEqual([0, '97755']);
    expect(alaska.providers.length).toBeGreaterThan(0);
    expect(await loader.charges('G0283')).toEqual([]);
    expect(requests.filter((path) => /^(rates|charges)\//.test(path))).toEqual([]);
  });

  test('is taken by its bytes where the browser offers no hashing', async () => {
    vi.stubGlobal('crypto', {});
    const { loader } = server();
    expect((await loader.rates('97110', 'TX')).length).toBeGreaterThan(0);
  });
});

describe('a file that does not arrive', () => {
  test('is named with the reason: not found', async () => {
    const { loader } = server((path) => (path === texas ? new Response('no', { status: 404 }) : undefined));
    expect(await messageOf(loader.rates('97110', 'TX'))).toBe(
      'rates/97110/TX.csv: the server has no such file (status 404).',
    );
  });

  test('is named with the reason: a web page instead', async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const { loader } = server((path) => (path === texas ? new Response('<html>', { headers }) : undefined));
    expect(await messageOf(loader.rates('97110', 'TX'))).toBe(
      'rates/97110/TX.csv: a web page came where a data file was expected.',
    );
  });

  test('is named with the reason: cut short', async () => {
    const text = await readFile(`public/data/${texas}`, 'utf8');
    const { loader } = server((path) => (path === texas ? new Response(text.slice(0, 999)) : undefined));
    expect(await messageOf(loader.rates('97110', 'TX'))).toBe(
      `rates/97110/TX.csv: the file was cut short: ${text.length} bytes were expected, 999 came.`,
    );
  });

  test('is named with the reason: another file of the same length', async () => {
    const text = await readFile(`public/data/${texas}`, 'utf8');
    const { loader } = server((path) =>
      path === texas ? new Response(text.replace('88.11', '11.88')) : undefined,
    );
    expect(await messageOf(loader.rates('97110', 'TX'))).toMatch(
      /^rates\/97110\/TX\.csv: the file is not the one of this release: SHA-256 [0-9a-f]{8}… was expected, [0-9a-f]{8}… came\./,
    );
  });

  test('is named with the reason: no connection', async () => {
    const loader = createReleaseLoader('/data/', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await messageOf(loader.release())).toBe(
      'release.json: the file could not be fetched (Failed to fetch). Is there a connection?',
    );
  });

  test('is named with the reason: a list that is none', async () => {
    const { loader } = server((path) => (path === 'release.json' ? new Response('<p>Hi</p>') : undefined));
    expect(await messageOf(loader.catalogue())).toBe(
      'release.json: This is not JSON; the list of the release was expected.',
    );
  });

  test('is tried again when asked for again, and then works', async () => {
    let failures = 1;
    const { loader, requests } = server((path) =>
      path === texas && failures-- > 0 ? new Response('', { status: 503 }) : undefined,
    );
    expect(await messageOf(loader.rates('97110', 'TX'))).toContain(
      'the server refused the file (status 503)',
    );
    expect((await loader.rates('97110', 'TX')).length).toBeGreaterThan(0);
    expect(requests.filter((path) => path === texas)).toHaveLength(2);
    expect(requests.filter((path) => path === 'release.json')).toHaveLength(1);
  });
});

describe('a release somebody else built', () => {
  const csv =
    'place,kind,hospitals,mean,p25,median,p75\nTX,cash,3,1.00,1.00,1.00,1.00\nTX,net,3,1.00,1.00,1.00,1.00\n';

  function listing(rows: number): Answer {
    const sha256 = createHash('sha256').update(csv).digest('hex');
    const files = [{ path: 'charges/97110.csv', bytes: csv.length, rows, sha256 }];
    const release = { id: '2026-11-22.00000000', date: '2026-11-22', inputs: [], files };
    return (path) => new Response(path === 'release.json' ? JSON.stringify(release) : csv);
  }

  test('shows its good lines and tells of the others', async () => {
    const { loader } = server(listing(2));
    expect(await loader.charges('97110')).toHaveLength(1);
    expect(loader.problems()).toMatchObject([
      { file: 'charges/97110.csv', line: 3, column: 'kind', found: 'net' },
    ]);
  });

  test('is refused where a file holds other lines than listed', async () => {
    const { loader } = server(listing(5));
    expect(await messageOf(loader.charges('97110'))).toBe(
      'charges/97110.csv: the file holds 2 lines, 5 were expected.',
    );
  });

  test('that lists no catalogue says so', async () => {
    const { loader } = server(listing(2));
    expect(await messageOf(loader.catalogue())).toContain('release.json does not list this file.');
  });
});
