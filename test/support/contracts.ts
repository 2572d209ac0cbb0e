import { present } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import { contractPositions, type LinePosition, type Target } from '../../src/domain/contractPosition.ts';
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
    isInForce: true,
    ...spec,
  };
}

/** Positions whose market median and target are the given cents. */
export function positionsOf(
  lines: readonly (readonly [Partial<ContractLine>, number])[],
): readonly LinePosition[] {
  return lines.flatMap(([spec, cents]) =>
    contractPositions({
      lines: [contractLine(spec)],
      market: () => undefined,
      schedule: shippedSchedule(),
      desk: { place: 'TX', locality: null },
      medicareYear: null,
      target: medianTarget,
    }).map((position) => ({ ...position, median: present(cents), target: present(cents) })),
  );
}
