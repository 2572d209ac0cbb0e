import { describe, expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { deviations, nationFacts } from '../../src/domain/deviation.ts';
import { plainFacts } from '../support/plainFacts.ts';

const few = absent('too-few', 'fewer than 5 providers (3)');

describe('a place beside the nation', () => {
  const nation = plainFacts(
    { id: 'buca', n: 9, mean: present(4000), median: present(5000) },
    { id: 'aetna', n: 9, mean: present(4000), median: few },
    { id: 'cigna', n: 9, mean: present(0), median: present(3000) },
    { id: 'uhg', n: 9, median: present(1) },
  );
  const here = plainFacts(
    { id: 'humana', median: present(1) },
    { id: 'cigna', mean: present(100), median: absent('not-in-input') },
    { id: 'aetna', mean: present(3000), median: present(3500) },
    { id: 'buca', mean: present(5000), median: present(4000) },
  );
  const found = () => deviations(here, nation);

  test('each payer with a row in both, in the order of the nation', () => {
    expect(found().map(({ id, name }) => [id, name])).toEqual([
      ['buca', 'buca'],
      ['aetna', 'aetna'],
      ['cigna', 'cigna'],
    ]);
    expect(found()[0]?.here).toBe(here.rows[3]);
    expect(found()[0]?.nation).toBe(nation.rows[0]);
  });

  test('place − nation in cents and as a share of the nation', () => {
    expect(found()[0]).toMatchObject({
      mean: present(1000),
      meanRatio: present(0.25),
      median: present(-1000),
      medianRatio: present(-0.2),
    });
  });

  test('where one is missing the reason, the place’s first; nothing is a share of $0.00', () => {
    expect(found()[1]).toMatchObject({ mean: present(-1000), median: few, medianRatio: few });
    expect(found()[2]).toMatchObject({
      mean: present(100),
      meanRatio: absent('not-comparable', 'the national figure is $0.00'),
      median: absent('not-in-input'),
      medianRatio: absent('not-in-input'),
    });
  });

  test('a payer whose every vote is of the place is compared with nothing: itself is no nation', () => {
    const alone = absent('not-comparable', 'no votes outside this place');
    const one = { id: 'aetna', mean: present(3000), median: present(3500) } as const;
    expect(deviations(plainFacts(one), plainFacts(one))[0]).toMatchObject({
      mean: alone,
      meanRatio: alone,
      median: alone,
      medianRatio: alone,
    });
    // None here and none there is no vote at all.
    const none = { id: 'aetna', n: 0, mean: few, median: few } as const;
    expect(deviations(plainFacts(none), plainFacts(none))[0]).toMatchObject({ mean: few, median: few });
  });

  test('of the nation only what places are held against travels', () => {
    expect(nationFacts(plainFacts({ id: 'aetna', mean: present(1), median: present(2) }))).toEqual({
      places: [],
      rows: [{ id: 'aetna', name: 'aetna', n: 5, mean: present(1), median: present(2) }],
    });
  });
});
