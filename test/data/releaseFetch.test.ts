import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type FetchFile, fetchReleaseFile } from '../../src/data/fetchReleaseFile.ts';
import { createReleaseLoader } from '../../src/data/loadRelease.ts';
import { notInPack } from '../../src/data/notInPack.ts';
import { promiseCache } from '../../src/data/promiseCache.ts';
import { ReleaseFileError } from '../../src/data/releaseFileError.ts';

const content = 'a,b\n1,2\n';
const sha256 = createHash('sha256').update(content).digest('hex');
const entry = { path: 'a.csv', bytes: 8, rows: 1, sha256 };

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ReleaseFileError);
  return (error as Error).message;
}

describe('a file of a release', () => {
  const answer =
    (body: string, init: ResponseInit = {}): FetchFile =>
    () =>
      Promise.resolve(new Response(body, init));
  const fetched = (fetchFile: FetchFile) =>
    fetchReleaseFile('a.csv', 'https://x.org/a.csv', entry, fetchFile);

  test('is its bytes, asked for by its address and its hash', async () => {
    const asked: (readonly (string | undefined)[])[] = [];
    const fetchFile: FetchFile = (...args) => {
      asked.push(args);
      return Promise.resolve(new Response(content, { headers: { 'content-type': 'text/csv' } }));
    };
    expect(Buffer.from(await fetched(fetchFile)).toString()).toBe(content);
    expect(Buffer.from(await fetchReleaseFile('r', 'u', undefined, fetchFile)).toString()).toBe(content);
    expect(asked).toEqual([['https://x.org/a.csv', sha256], ['u']]);
  });

  test.each<[string, FetchFile, string]>([
    [
      'cut short',
      answer(content.slice(0, 7)),
      'a.csv: the file was cut short: 8 bytes were expected, 7 came.',
    ],
    [
      'longer',
      answer(`${content}x`),
      'a.csv: the file is not the one of this release: 8 bytes were expected, 9 came.',
    ],
    [
      'another of the same length',
      answer('a,b\n1,3\n'),
      `a.csv: the file is not the one of this release: SHA-256 ${sha256.slice(0, 8)}… was expected, ${createHash('sha256').update('a,b\n1,3\n').digest('hex').slice(0, 8)}… came. Reloading the page may help.`,
    ],
    ['not there', answer('', { status: 404 }), 'a.csv: the server has no such file (status 404).'],
    ['refused', answer('', { status: 403 }), 'a.csv: the server refused the file (status 403).'],
    [
      'a web page',
      answer(content, { headers: { 'content-type': 'text/html' } }),
      'a.csv: a web page came where a data file was expected.',
    ],
    [
      'out of reach',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'a.csv: the file could not be fetched (Failed to fetch). Is there a connection?',
    ],
    [
      'out of reach, without an error',
      () => Promise.reject('offline'),
      'a.csv: the file could not be fetched (offline). Is there a connection?',
    ],
  ])('that is %s is told', async (_, fetchFile, message) => {
    expect(await messageOf(fetched(fetchFile))).toBe(message);
  });

  test('that vouches for the others is taken as it comes', async () => {
    expect(await fetchReleaseFile('r', 'u', undefined, answer('anything'))).toHaveLength(8);
  });
});

test('a pack of one code says what it does not hold, and nothing of what it does', () => {
  const pack = { pack: { code: '97110' } };
  for (const folder of ['rates', 'charges', 'published', 'context'])
    expect(notInPack(`${folder}/97140/TX.csv`, pack)).toBe(
      'not in this offline pack, which holds 97110 alone. The site it was made from has 97140.',
    );
  expect(notInPack('charges/97140.csv', pack)).toMatch(/ has 97140\.$/);
  for (const path of ['rates/97110/TX.csv', 'charges/97110.csv', 'codes.csv', 'x/rates/97140.csv', 'rates/'])
    expect(notInPack(path, pack)).toBeUndefined();
  expect(notInPack('rates/97140/TX.csv', {})).toBeUndefined();
});

test('what was promised once is not asked for again, unless it failed', async () => {
  const asked: string[] = [];
  const ask = promiseCache((key) => {
    asked.push(key);
    return key === 'bad' && asked.filter((each) => each === 'bad').length === 1
      ? Promise.reject(new Error('bad'))
      : Promise.resolve(key);
  });
  expect([await ask('a'), await ask('a'), await ask('b')]).toEqual(['a', 'a', 'b']);
  await expect(ask('bad')).rejects.toThrow('bad');
  expect(await ask('bad')).toBe('bad');
  expect(asked).toEqual(['a', 'b', 'bad', 'bad']);
});

describe('a release that somebody serves', () => {
  const files: Record<string, string> = {
    'codes.csv':
      'code,code_type,title,family,timing,unit_minutes,status,replaced_by,note,keywords\n97110,CPT,Exercise,Procedures,timed,15,active,,,\n97112,CPT,,Procedures,timed,15,active,,,\n',
    'providers.csv': 'id,name,place,identifier,system\np1,Pecan PT,TX,,\n',
    'plans.csv': 'id,payer_raw,plan,payer,parent,line\nn1,AETNA,,aetna,,Commercial\n',
    'sources.csv':
      'id,name,publisher,place,kind,date,year,published_url,sha256,carried_by,path,confidence,rows,flags\ns1,m.csv,Q,TX,hospital,2026,2026,,,,,,1,\n',
    'coverage.csv': 'place,payer,line,year,rates\nTX,aetna,Commercial,2026,5\n',
    'payer-aliases.csv': 'kind,words,match,means,line,note\nbrand,aetna,anywhere,Aetna,,\n',
    'place-notes.csv': 'place,topic,note,source,standing,date\nTX,a,b,c,original,2026\nAK,a,b,c,notes,2026\n',
    'charges/97110.csv': 'place,kind,hospitals,mean,p25,median,p75\nTX,cash,3,1.00,1.00,1.00,1.00\n',
    'context/97110.json': '{}',
    'rates/97110/TX.csv':
      'state,provider,plan,code_type,modifier,setting,billing_class,rate,methodology,source,flags,source_rows\nTX,p1,n1,CPT,,,,30.00,,s1,,1\n',
  };
  const loaderOf = (
    folder = 'https://x.org/data',
    more: object = {},
    changed: Record<string, number> = {},
  ) => {
    const asked: string[] = [];
    const list = {
      id: '2026-11-22.00000000',
      date: '2026-11-22',
      inputs: [],
      files: Object.entries(files).map(([path, text]) => ({
        path,
        bytes: text.length,
        rows: changed[path] ?? (path.endsWith('.json') ? 0 : text.trim().split('\n').length - 1),
        sha256: createHash('sha256').update(text).digest('hex'),
      })),
      ...more,
    };
    const loader = createReleaseLoader(folder, (url) => {
      const path = url.replace('https://x.org/data/', '');
      asked.push(path);
      const text = path === 'release.json' ? JSON.stringify(list) : files[path];
      return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
    });
    return { loader, asked };
  };

  test('hands out each of its tables, whether its folder ends with a slash or not', async () => {
    for (const folder of ['https://x.org/data', 'https://x.org/data/']) {
      const { loader, asked } = loaderOf(folder);
      expect((await loader.release()).id).toBe('2026-11-22.00000000');
      expect((await loader.coverage()).map(({ rates }) => rates)).toEqual([5]);
      expect((await loader.aliases()).map(({ words }) => words)).toEqual(['aetna']);
      expect((await loader.placeNotes('AK')).map(({ standing }) => standing)).toEqual(['notes']);
      expect((await loader.charges('97110')).map(({ hospitals }) => hospitals)).toEqual([3]);
      expect(await loader.charges('97112')).toEqual([]);
      expect(await loader.published('97110')).toEqual([]);
      expect(await loader.context('97112')).toBeNull();
      expect([...(await loader.rates('97110', 'TX')).cents]).toEqual([3000]);
      const none = await loader.rates('97112', null);
      expect([none.code, none.length]).toEqual(['97112', 0]);
      expect(asked).not.toContain('rates/97112/national.csv');
      const { codes, providers, plans, sources, problems } = await loader.catalogue();
      expect([codes.length, providers.length, plans.length, sources.length]).toEqual([1, 1, 1, 1]);
      expect(problems.map(({ file, line, column }) => [file, line, column])).toEqual([
        ['codes.csv', 3, 'title'],
      ]);
      expect(loader.problems()).toEqual(problems);
    }
  });

  test('a context that is none is told, and there is none', async () => {
    const { loader } = loaderOf();
    expect(await loader.context('97110')).toBeNull();
    expect(loader.problems().map(({ file, message }) => [file, message])).toEqual([
      ['context/97110.json', 'This is not the context of a code as expected: "code" is missing.'],
    ]);
  });

  test('a file with other lines than listed, or not listed, is told', async () => {
    expect(await messageOf(loaderOf(undefined, {}, { 'coverage.csv': 2 }).loader.coverage())).toBe(
      'coverage.csv: the file holds 1 line, 2 were expected.',
    );
    expect(await messageOf(loaderOf().loader.headlines())).toBe(
      'headlines.csv: release.json does not list this file.',
    );
  });

  test('a pack tells codes it does not hold from codes nobody published', async () => {
    const { loader } = loaderOf(undefined, { pack: { code: '97110' } });
    expect([...(await loader.rates('97110', 'TX')).cents]).toEqual([3000]);
    expect(await messageOf(loader.charges('97140'))).toBe(
      'charges/97140.csv: not in this offline pack, which holds 97110 alone. The site it was made from has 97140.',
    );
    expect(await loader.published('97110')).toEqual([]);
  });

  test('a list that is none is told with all its reasons', async () => {
    const { loader } = loaderOf(undefined, { id: 'x' });
    expect(await messageOf(loader.release())).toBe(
      'release.json: This is not the list of the release as expected: not a date, a dot and 8 hex digits.',
    );
  });

  test('a digest that nobody kept is null, and one that is not there is told', async () => {
    expect(await messageOf(loaderOf().loader.digest('2026-11-22.00000000'))).toBe(
      'releases/index.json: the server has no such file (status 404).',
    );
  });
});
