import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { contractImpact } from '../../src/domain/contractImpact.ts';
import { planLines } from '../../src/domain/payer.ts';
import { targetAmount, withTarget } from '../../src/domain/targetAmount.ts';
import { contractLine, positionsOf } from '../support/contracts.ts';

const none = absent('not-in-input');
const share = { kind: 'medicare', share: 1.2 } as const;

test('a rate that a program sets for all has no target, and brings no gain', () => {
  const withTargets = planLines.filter((planLine) => {
    const line = contractLine({ planLine });
    return (
      targetAmount({ line, market: undefined, median: none, medicare: present(2891) }, share).kind === 'value'
    );
  });
  expect(withTargets).toEqual([
    'Commercial',
    'Exchange / individual',
    'Medicare Advantage',
    'Medicare supplement',
    "Workers' comp / auto",
    'Behavioral',
    'Unspecified',
  ]);
});

test('120% of Medicare of $28.91 is $34.692; the Medicaid line beside it is not counted', () => {
  const positions = positionsOf([
    [{ id: 'a', units: 10, terms: { kind: 'dollars', amount: 3000 } }, 0],
    [{ id: 'b', units: 900, planLine: 'Medicaid / CHIP', terms: { kind: 'dollars', amount: 1708 } }, 0],
  ]).map((position) => ({ ...position, medicare: present(2891) }));
  const { total, leftOut } = contractImpact(withTarget(positions, share), 'line', () => '');
  expect(total.gain).toBeCloseTo(10 * (2891 * 1.2 - 3000), 9);
  expect(leftOut.map(({ line }) => line.id)).toEqual(['b']);
});
