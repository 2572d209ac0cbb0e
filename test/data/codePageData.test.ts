import { describe, expect, test } from 'vitest';
import { codePageData, placesWithRates } from '../../src/data/codePageData.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const loader = shippedLoader();

describe('what the page of a code needs', () => {
  test('of a place: its rates beside the nation’s, and what is particular there', async () => {
    const data = await codePageData(loader, '97110', 'TX');
    expect(data?.code.code).toBe('97110');
    expect(data?.codes).toBe((await loader.catalogue()).codes);
    expect(data?.release).toBe(await loader.release());
    expect(data?.schedule).toBe(await loader.schedule());
    expect(data?.nationalRates).toBe(await loader.rates('97110', null));
    expect(data?.placeRates).toBe(await loader.rates('97110', 'TX'));
    expect(data?.charges).toBe(await loader.charges('97110'));
    expect(data?.published).toBe(await loader.published('97110'));
    expect(data?.context).toBe(await loader.context('97110'));
    const alaska = await codePageData(loader, '97110', 'AK');
    expect(alaska?.notes).toEqual(await loader.placeNotes('AK'));
    expect(alaska?.notes.map(({ place }) => place)).toContain('AK');
  });

  test('of the nation there is no place beside it', async () => {
    const data = await codePageData(loader, '97110', null);
    expect([data?.placeRates, data?.notes]).toEqual([null, []]);
    expect(data?.nationalRates.code).toBe('97110');
  });

  test('nothing of a code the catalogue does not hold', async () => {
    expect(await codePageData(loader, '00000', 'TX')).toBeNull();
  });
});

test('places with a file of rates of the code: the nation’s, another code’s and another folder’s are none', async () => {
  const release = await loader.release();
  const files = [
    'rates/97110/TX.csv',
    'rates/97110/national.csv',
    'rates/97110/AK.csv',
    'rates/97140/CA.csv',
    'charges/97110.csv',
    'other/rates/97110/NY.csv',
  ].map((path) => ({ path, bytes: 1, sha256: '', rows: 1 }));
  expect([...placesWithRates({ ...release, files }, '97110')]).toEqual(['TX', 'AK']);
  expect([...placesWithRates({ ...release, files }, '9711')]).toEqual([]);
});
