import fc from 'fast-check';
import { absent, present } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, type LinePosition, type Target } from '../../src/domain/contractPosition.ts';
import { rateTable } from './builders.ts';
import { shippedSchedule } from './releaseData.ts';

export const medianTarget: Target = { kind: 'percentile', p: 0.5 };

/** A line of a contract; everything left out is a plain commercial rate of Aetna. */
export function contractLine(spec: Partial<ContractLine>): ContractLine {
  return {
    id: 'l0',
    line: 2,
    lines: 1,
    code: '97110',
    modifier: '',
    payer: 'Aetna PPO',
    market: 'aetna',
    planLine: 'Commercial',
    place: '',
    site: '',
    year: 0,
    date: '',
    terms: { kind: 'dollars', amount: 3000 },
    units: null,
    charge: null,
    standing: 'in-force',
    ...spec,
  };
}

/** A line with the volume of a year, in cents a unit. */
export function yearLine(
  code: string,
  year: number,
  units: number,
  amount: number,
  payer = 'Aetna',
): ContractLine {
  return contractLine({ code, year, units, payer, terms: { kind: 'dollars', amount } });
}

/**
 * Two years of one payer. 97110 and 97140 in both: 200 units and $5,000, then 240 and $5,970; at the old rates 90 × 30 +
 * 150 × 20 = $5,700. So $1,000 by volume, −$300 by mix, $270 by rates. 97014 in the first alone: $100.
 */
export const twoYears: readonly ContractLine[] = [
  yearLine('97110', 2024, 100, 3000),
  yearLine('97140', 2024, 100, 2000),
  yearLine('97014', 2024, 10, 1000),
  yearLine('97110', 2025, 90, 3300),
  yearLine('97140', 2025, 150, 2000),
];

/** Any line below or above its target: code, payer, units, its amount and the target in cents. */
export const anyLine = fc.tuple(
  fc.constantFrom('97110', '97140', '97112'),
  fc.constantFrom('Aetna', 'Cigna'),
  fc.nat(500),
  fc.integer({ min: 1, max: 9000 }),
  fc.integer({ min: 1, max: 9000 }),
);
type AnyLine = typeof anyLine extends fc.Arbitrary<infer Line> ? Line : never;

export function positionsOfLines(lines: readonly AnyLine[]): readonly LinePosition[] {
  return positionsOf(
    lines.map(([code, payer, units, amount, target], index) => [
      { id: String(index), code, payer, units, terms: { kind: 'dollars', amount } },
      target,
    ]),
  );
}

/** Positions whose market median and target are the given cents. */
export function positionsOf(
  lines: readonly (readonly [Partial<ContractLine>, number])[],
): readonly LinePosition[] {
  return lines.flatMap(([spec, cents]) =>
    contractPositions({
      lines: [contractLine(spec)],
      market: () => absent('not-in-input'),
      schedule: shippedSchedule(),
      desk: { place: 'TX', locality: null },
      medicareYear: null,
      target: medianTarget,
    }).map((position) => ({ ...position, median: present(cents), target: present(cents) })),
  );
}

/**
 * A contract small enough to reckon by hand. Aetna's market in Texas for 97110 and 97140 is 28 30 34 40 44 dollars, so
 * P25 30, P40 32.40, median 34, P60 36.40, P75 40, P90 42.40; Medicare is set to $28 and $26. 97545 has neither.
 *
 * | line | code, payer | units | rate | now |
 * |---|---|---|---|---|
 * | a | 97110 Aetna PPO | 100 | 29 | 2,900 |
 * | b | 97140 Aetna PPO | 50 | 40 | 2,000 |
 * | c | 97110 Aetna HMO | 20 | 31 | 620 |
 * | d | 97545 Cigna | 5 | 50 | 250 |
 * | e | 97112 Aetna PPO | none | 30 | |
 */
export function smallContract(target: Target = medianTarget): readonly LinePosition[] {
  const votes = [28, 30, 34, 40, 44].map((rate, index) => ({ rate, provider: `Hospital ${index}` }));
  const tables = new Map(['97110', '97140'].map((code) => [code, rateTable(code, votes)]));
  const dollars = (amount: number) => ({ kind: 'dollars', amount: amount * 100 }) as const;
  const lines = [
    contractLine({ id: 'a', line: 2, units: 100, terms: dollars(29) }),
    contractLine({ id: 'b', line: 3, code: '97140', units: 50, terms: dollars(40) }),
    contractLine({ id: 'c', line: 4, payer: 'Aetna HMO', units: 20, terms: dollars(31) }),
    contractLine({
      id: 'd',
      line: 5,
      code: '97545',
      payer: 'Cigna',
      market: 'cigna',
      units: 5,
      terms: dollars(50),
    }),
    contractLine({ id: 'e', line: 6, code: '97112', terms: dollars(30) }),
  ];
  const medicare: Readonly<Record<string, number>> = { '97110': 2800, '97140': 2600 };
  const schedule = shippedSchedule();
  return contractPositions({
    lines,
    market: contractMarket({ tables, place: 'TX', site: 'all', pool: 'payer', schedule }),
    schedule,
    desk: { place: 'TX', locality: null },
    medicareYear: 2026,
    target,
  }).map((position) => {
    const amount = medicare[position.line.code];
    if (amount === undefined) return position;
    const fixed = { ...position, medicare: present(amount) };
    return target.kind === 'medicare' ? { ...fixed, target: present(amount * target.share) } : fixed;
  });
}
