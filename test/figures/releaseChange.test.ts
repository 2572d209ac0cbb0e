import { describe, expect, it } from 'vitest';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import { type DigestFigures, digestKey, type ReleaseDigest } from '../../src/domain/releaseDigest.ts';
import { releaseChange } from '../../src/figures/releaseChange.ts';
import { pinnedSubject } from '../../src/pages/pinnedSubject.ts';
import { codeAddress, feeScheduleAddress, statesAddress } from '../../src/share/address.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

/** A release of these national figures: of 97110, and Medicare's by code. */
function release(aetna: DigestFigures, medicare: Readonly<Record<string, Cell>>): ReleaseDigest {
  return {
    id: '2026-11-22.9f0cbe38',
    date: '2026-11-22',
    counts: { codes: 1, rates: 10, providers: 9, sources: 1 },
    scope: 'The default.',
    medicareYear: 2026,
    figures: new Map([[digestKey('97110', null), new Map([['aetna', aetna]])]]),
    medicare: new Map(
      Object.entries(medicare).map(([code, amount]) => [digestKey(code, null), amount] as const),
    ),
  };
}

function few(n: number, mean: number): DigestFigures {
  const gap = absent('too-few', `fewer than 5 providers (${n})`);
  return { n, mean: present(mean), p25: gap, median: gap, p75: gap };
}

const amount = present(2885);
// 97110 is always therapy; Medicare pays hospitals for a visit by another system.
const schedule = plainSchedule({
  dollars: { TX: [28.85] },
  codes: [{ code: '97110' }, { code: '99213', multipleProcedure: '0' }],
});

function labels(change: ReturnType<typeof releaseChange>): readonly string[] {
  return change.figure.rows.map(({ label }) => label);
}

describe('figures of a view in two releases', () => {
  it('a figure that neither release has is no change, whatever became of its votes', () => {
    const [was, now] = [release(few(3, 3000), {}), release(few(4, 3100), {})];
    const code = releaseChange(was, now, pinnedSubject(codeAddress('97110'), { was, now, schedule }));
    expect([code.compared, code.changed]).toEqual([1, 1]);
    expect(labels(code)).toEqual(['Aetna mean']);
    const states = { ...statesAddress('97110'), payer: 'aetna' } as const;
    const none = releaseChange(was, now, pinnedSubject(states, { was, now, schedule }));
    expect(none.figure.summary).toMatch(/^Neither release has a figure to compare for this view\./);
  });
  it('a figure that came is a change with no difference; one that was 0 has no share', () => {
    const [was, now] = [
      release(few(3, 0), { '97110': amount }),
      release({ n: 5, mean: amount, p25: amount, median: amount, p75: amount }, { '97110': amount }),
    ];
    const { figure } = releaseChange(was, now, pinnedSubject(codeAddress('97110'), { was, now, schedule }));
    const cells = new Map(figure.rows.map((row) => [row.label, row.cells]));
    expect(cells.get('Aetna median')?.['change']).toMatchObject({
      detail: 'only one of the two releases has a figure here',
    });
    expect(cells.get('Aetna mean')?.['change']).toEqual(amount);
    expect(cells.get('Aetna mean')?.['share']).toMatchObject({ detail: 'nothing is a share of 0' });
  });
  it('a code that only one of the releases has in its fee schedule came or went', () => {
    const was = release(few(3, 3000), { '97110': amount, '97999': present(5000) });
    const now = release(few(3, 3000), { '97110': amount, '97000': present(1000) });
    const list = pinnedSubject(feeScheduleAddress(), { was, now, schedule });
    const all = releaseChange(was, now, list);
    expect([all.compared, all.changed]).toEqual([3, 2]);
    expect(labels(all)).toEqual([
      '97000, Medicare 2026, non-facility, mean over localities',
      '97999, Medicare 2026, non-facility, mean over localities',
    ]);
    expect(all.figure.rows[1]?.cells).toMatchObject({
      was: present(5000),
      now: { kind: 'absent' },
    });
    // A code that neither has shows the list of all codes.
    expect(pinnedSubject(feeScheduleAddress('12345'), { was, now, schedule })).toEqual(list);
  });
  it('Medicare is left out where the view says that it is no comparison, and only there', () => {
    const was = release(few(3, 3000), { '97110': amount, '99213': present(9700) });
    const now = release(few(3, 3000), { '97110': amount, '99213': present(9778) });
    const address = codeAddress('99213');
    const compared = (to: Parameters<typeof pinnedSubject>[0]) =>
      releaseChange(was, now, pinnedSubject(to, { was, now, schedule })).compared;
    expect(compared(address)).toBe(0);
    expect(compared({ ...address, scope: { ...address.scope, site: 'all' } })).toBe(0);
    expect(compared({ ...address, scope: { ...address.scope, site: 'office' } })).toBe(1);
    expect(compared({ ...statesAddress('99213'), comparison: 'medicare' })).toBe(0);
    expect(compared({ ...statesAddress('97110'), comparison: 'medicare' })).toBe(1);
    expect(compared(feeScheduleAddress('99213'))).toBe(1);
    // A mean of its own and Medicare beside it.
    expect(compared(codeAddress('97110'))).toBe(2);
  });
});
