import { expect, test } from 'vitest';
import { placeIn } from '../../src/ui/placeIn.ts';

test.each([
  ['97110 texas', 'TX', '97110'],
  ['97110 TX', 'TX', '97110'],
  ['TX', 'TX', ''],
  ['gait West Virginia', 'WV', 'gait'],
  ['virginia 97110', 'VA', '97110'],
  ['new york', 'NY', ''],
  // In small letters a word, and inside another word nothing.
  ['97110 or 97112', null, '97110 or 97112'],
  ['TXT 97110', null, 'TXT 97110'],
  ['', null, ''],
])('%j names %s', (search, place, rest) => {
  const found = placeIn(search);
  expect([found.place, found.rest.trim()]).toEqual([place, rest]);
});
