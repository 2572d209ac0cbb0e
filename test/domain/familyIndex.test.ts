import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import { type FamilyIndexInput, familyIndex, ownColumn, unitsByCode } from '../../src/domain/familyIndex.ts';
import { stateMarket } from '../../src/domain/stateMarket.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { positionsOf } from '../support/contracts.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const gone = absent('not-in-input');
const dollars = (amount: number): ContractLine['terms'] => ({ kind: 'dollars', amount });

/** Five votes of a payer at one rate. */
const votes = (payer: RateSpec['payer'] & string, place: string, rate: number): readonly RateSpec[] =>
  [0, 1, 2, 3, 4].map((at) => ({ rate, place, payer, provider: `${payer} ${at}` }));

// Medicare is $20 for 97110 and $40 for 97140.
const schedule = {
  ...shippedSchedule(),
  placeMean: (code: string) => present(code === '97110' ? 2000 : 4000),
};
const texas = new Map([
  ['97110', rateTable('97110', [...votes('aetna', 'TX', 30), ...votes('humana', 'TX', 50)])],
  ['97140', rateTable('97140', votes('aetna', 'TX', 60))],
]);
const arizona = new Map([['97110', rateTable('97110', votes('aetna', 'AZ', 25))]]);

const of = (change: Partial<FamilyIndexInput> = {}) =>
  familyIndex({
    codes: ['97110', '97140'],
    units: null,
    markets: [
      stateMarket(texas, 'TX', 'hospital', schedule),
      stateMarket(arizona, 'AZ', 'hospital', schedule),
    ],
    schedule,
    medicareYear: 2026,
    isCommon: false,
    own: null,
    ...change,
  });
const own = (...specs: readonly Partial<ContractLine>[]): FamilyIndexInput['own'] => ({
  positions: positionsOf(specs.map((spec, at) => [{ id: `l${at}`, ...spec }, 0])).map((position) => ({
    ...position,
    medicare: present(position.line.code === '97110' ? 2000 : 4000),
  })),
  place: 'TX',
});
const valueAt = (index: ReturnType<typeof of>, payer: string, column: string) =>
  valueOf(index.cell(payer, column).value);

describe('the payers and columns of a family', () => {
  it('are BUCA, then those with a vote in any state, by name; the states, then one’s own', () => {
    const index = of();
    expect(index.payers).toEqual([
      { id: 'buca', name: 'BUCA' },
      { id: 'aetna', name: 'Aetna' },
      { id: 'humana', name: 'Humana' },
    ]);
    expect([index.columns, index.only]).toEqual([['TX', 'AZ'], null]);
    expect(of({ own: own({}) }).columns).toEqual(['TX', 'AZ', ownColumn]);
    expect(of({ markets: [] })).toMatchObject({ payers: [], columns: [] });
  });

  it('hold nothing where there is none', () => {
    const nothing = { value: gone, held: [], codes: 0, share: 0 };
    expect(of().cell('cigna', 'TX')).toEqual(nothing);
    expect(of().cell('aetna', ownColumn)).toEqual(nothing);
    // A payer of one state has a basket in the other, of which nothing is held.
    expect(of().cell('humana', 'AZ')).toEqual({ value: gone, held: [], codes: 2, share: 0 });
  });
});

describe('the weights', () => {
  it('are one for each code, or its units; a code without units weighs nothing', () => {
    // (30 + 60) ÷ (20 + 40); (3 × 30 + 60) ÷ (3 × 20 + 40); 30 ÷ 20.
    expect(valueAt(of(), 'aetna', 'TX')).toBe(1.5);
    expect(
      valueAt(
        of({
          units: new Map([
            ['97110', 3],
            ['97140', 1],
          ]),
        }),
        'aetna',
        'TX',
      ),
    ).toBe(150 / 100);
    expect(of({ units: new Map([['97110', 3]]) }).cell('aetna', 'TX')).toMatchObject({
      value: present(1.5),
      codes: 1,
      share: 1,
    });
  });

  it('are those of the codes all cells have, where these are asked for', () => {
    const index = of({ isCommon: true });
    expect(index.only).toEqual(new Set(['97110']));
    expect([valueAt(index, 'aetna', 'TX'), valueAt(index, 'aetna', 'AZ')]).toEqual([1.5, 1.25]);
  });

  it('of a contract are its units by code, null where it states none', () => {
    const positions = positionsOf([
      [{ id: 'a', units: 3 }, 0],
      [{ id: 'b', units: 4 }, 0],
      [{ id: 'c', units: null }, 0],
      [{ id: 'd', code: '97140', units: 0 }, 0],
    ]);
    expect(unitsByCode(positions)).toEqual(
      new Map([
        ['97110', 7],
        ['97140', 0],
      ]),
    );
    expect(unitsByCode(positions.slice(2, 3))).toBeNull();
  });
});

describe('one’s own rates', () => {
  it('of a code without a line are none', () => {
    const index = of({ own: own({ units: 1, terms: dollars(4000) }) });
    expect(index.cell('aetna', ownColumn)).toMatchObject({
      value: present(2),
      held: [{ code: '97110' }],
      codes: 2,
      share: 0.5,
    });
  });

  it('are the payer’s commercial lines; BUCA’s are those of its four', () => {
    const index = of({
      codes: ['97110'],
      own: own(
        { units: 1, terms: dollars(4000) },
        { units: 3, terms: dollars(2000), market: 'cigna' },
        { units: 9, terms: dollars(9000), market: 'humana' },
        { units: 9, terms: dollars(9000), planLine: 'Medicare Advantage' },
        { units: 9, terms: dollars(9000), modifier: 'CQ' },
        { units: 9, terms: dollars(9000), place: 'AZ' },
        { units: 9, terms: dollars(9000), code: '97140' },
      ),
    });
    // Aetna 40 ÷ 20; Humana 90 ÷ 20; BUCA (1 × 40 + 3 × 20) ÷ 4 ÷ 20.
    expect(valueAt(index, 'aetna', ownColumn)).toBe(2);
    expect(valueAt(index, 'humana', ownColumn)).toBe(4.5);
    expect(valueAt(index, 'buca', ownColumn)).toBe(1.25);
    // Lines of Cigna are BUCA's, though no vote is Cigna's and it has no row of its own.
    expect(index.payers.map(({ id }) => id)).toEqual(['buca', 'aetna', 'humana']);
  });
});
