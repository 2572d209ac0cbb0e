import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oneTypoApart } from '../../src/domain/oneTypoApart.ts';

it.each([
  ['aetna', 'aetan', true], // two neighbours swapped
  ['aetna', 'aetn', true], // the last letter less
  ['aetna', 'etna', true], // the first one less
  ['aetna', 'aettna', true], // one more
  ['aetna', 'aetma', true], // another one
  ['cigna', 'icgna', true],
  ['', 'a', true],
  ['aetna', 'aetna', false],
  ['', '', false],
  ['aetna', 'aet', false],
  ['aetna', 'taena', false], // a letter moved two places
  ['aetna', 'eatan', false], // swapped twice
  ['abcd', 'bacx', false], // swapped and another one
  ['abc', 'cba', false],
  ['abcd', 'axcy', false],
  ['humana', 'humanaxx', false],
])('%j and %j: %s', (one, other, answer) => {
  expect([oneTypoApart(one, other), oneTypoApart(other, one)]).toEqual([answer, answer]);
});

it('says what trying every slip says', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const places = Array.from({ length: one.length + 1 }, (_, at) => at);
      const slips = places.flatMap((at) => {
        const [head, tail] = [one.slice(0, at), one.slice(at)];
        const swapped = tail.length > 1 ? [`${head}${tail[1]}${tail[0]}${tail.slice(2)}`] : [];
        const others = ['a', 'b', 'c'].flatMap((letter) => [
          `${head}${letter}${tail}`,
          ...(tail === '' ? [] : [`${head}${letter}${tail.slice(1)}`]),
        ]);
        return [...swapped, ...others, ...(tail === '' ? [] : [head + tail.slice(1)])];
      });
      expect(oneTypoApart(one, other)).toBe(one !== other && slips.includes(other));
    }),
  );
});
