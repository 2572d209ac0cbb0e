import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlaceNotes } from '../../src/data/readPlaceNotes.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const header = 'place,topic,note,source,standing,date';

describe('notes on places', () => {
  test('a note without a source, of an unknown standing, place or day is left out with the reason', () => {
    const text = `${header}\nAK,Medicare,The index is 1.5.,CMS,original,2026-07-01\nAK,Medicare,Hearsay.,,notes,2026\nXX,A,B,C,maybe,soon\n`;
    const { rows, present, leftOut, problems } = readPlaceNotes(text, 'place-notes.csv');
    expect([present, rows.length, leftOut]).toEqual([3, 1, 2]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'source'],
      [4, 'date'],
      [4, 'place'],
      [4, 'standing'],
    ]);
  });

  test('the release has those of Alaska and none of Texas', async () => {
    const loader = shippedLoader();
    expect((await loader.placeNotes('AK')).map(({ topic }) => topic)).toEqual([
      'What insurers had to pay',
      'Medicare',
    ]);
    expect(await loader.placeNotes('TX')).toEqual([]);
  });

  test('the frontier states are those whose practice expense index CMS marks as held at 1.0', async () => {
    const loader = shippedLoader();
    const lines = readFileSync('public/data/medicare/gpci.csv', 'utf8').split('\n');
    const marked = new Set(
      lines.filter((line) => line.endsWith(',frontier PE floor 1.0')).map((line) => line.split(',')[1]),
    );
    const noted: string[] = [];
    for (const place of ['MT', 'ND', 'NV', 'SD', 'WY', 'ID', 'AK', 'TX']) {
      if ((await loader.placeNotes(place)).some(({ note }) => note.startsWith('A frontier state')))
        noted.push(place);
    }
    expect(new Set(noted)).toEqual(marked);
  });
});
