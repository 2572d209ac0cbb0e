import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeRelease } from '../../tools/releaseData.ts';

let folder = '';
const at = (...parts: readonly string[]) => path.join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-'));
  cpSync('public/data', at('release'), { recursive: true });
  mkdirSync(at('site/data/rates/00000'), { recursive: true });
  writeFileSync(at('site/data/rates/00000/TX.csv'), 'of the release before');
  writeFileSync(at('site/data/README.md'), 'What the columns mean');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('another release takes the place of the package’s', () => {
  test('with every file it lists and its digests, and nothing that lies beside them or lay there before', () => {
    writeFileSync(at('release/contract.csv'), 'nobody’s business');
    placeRelease(at('release'), at('site/data'));
    for (const file of ['release.json', 'codes.csv', 'rates/97110/TX.csv', 'releases/index.json'])
      expect(readFileSync(at('site/data', file))).toEqual(readFileSync(path.join('public/data', file)));
    expect(existsSync(at('site/data/contract.csv'))).toBe(false);
    expect(existsSync(at('site/data/rates/00000'))).toBe(false);
    expect(readFileSync(at('site/data/README.md'), 'utf8')).toBe('What the columns mean');
  });

  test('not when it is none, or is damaged', () => {
    expect(() => placeRelease(at('site'), at('site/data'))).toThrow('holds no data release');
    writeFileSync(at('release/rates/97110/TX.csv'), 'cut');
    expect(() => placeRelease(at('release'), at('site/data'))).toThrow(
      'rates/97110/TX.csv is not as release.json lists it.',
    );
    expect(existsSync(at('site/data/rates/00000/TX.csv'))).toBe(true);
  });
});
