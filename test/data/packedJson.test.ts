import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownObject, packJson, unpackJson } from '../../src/data/packedJson.ts';

const known: readonly KnownObject[] = [
  { kind: 'value', value: null },
  { kind: null, reason: null },
  { a: null },
];

function thereAndBack(value: unknown): unknown {
  return unpackJson(JSON.parse(JSON.stringify(packJson(value, known))), known);
}

describe('JSON in a page’s file', () => {
  it('writes keys once, and not at all where both sides know the object', () => {
    expect(
      packJson(
        [
          { kind: 'value', value: 5 },
          { kind: 'absent', reason: 'x' },
        ],
        known,
      ),
    ).toEqual({
      keys: [],
      value: [0, [1, 5], [2, 'absent', 'x']],
    });
    expect(
      packJson(
        [
          { b: 1, c: 2 },
          { b: 3, c: 4 },
        ],
        known,
      ),
    ).toEqual({
      keys: [['b', 'c']],
      value: [0, [4, 1, 2], [4, 3, 4]],
    });
    // The same keys with another text than the known one are another kind.
    expect(packJson({ kind: 'other', value: 5 }, known)).toEqual({
      keys: [['kind', 'value']],
      value: [4, 'other', 5],
    });
  });

  it('writes a mean as its sum and count where that is exact and shorter', () => {
    // 154945 ÷ 13 = 11918.846153846154
    expect(packJson(11_918.846153846154, known).value).toEqual([-1, 154_945, 13]);
    expect(packJson(11_918.25, known).value).toBe(11_918.25);
    expect(packJson(3.9033145865741297, known).value).toBe(3.9033145865741297);
  });

  it('reads back whatever was written', () => {
    const key = fc.oneof(fc.constantFrom('kind', 'value', 'reason', 'a', '__proto__'), fc.string());
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string(),
        fc.boolean(),
        fc.constant(null),
      ),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 5 }),
        fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
        tie('leaf').map((value) => ({ kind: 'value', value })),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(thereAndBack(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('reads back every quotient to its last bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 5000 }), (sum, n) => {
        expect(thereAndBack(sum / n)).toBe(JSON.parse(JSON.stringify(sum / n)));
      }),
    );
  });
});
