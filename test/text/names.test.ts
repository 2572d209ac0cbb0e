import { expect, test } from 'vitest';
import { medicareTrend } from '../../src/domain/medicareTrend.ts';
import { medicareTrendFigure } from '../../src/figures/medicareTrendFigure.ts';
import { inPlace, withArticle } from '../../src/text/names.ts';
import { shippedSchedule } from '../support/releaseData.ts';

test('the District and the Virgin Islands take an article, states do not', () => {
  expect(['DC', 'VI', 'TX', 'PR'].map(withArticle)).toEqual([
    'the District of Columbia',
    'the Virgin Islands',
    'Texas',
    'Puerto Rico',
  ]);
  expect([inPlace('DC'), inPlace(null), inPlace(null, true)]).toEqual([
    'in the District of Columbia',
    'nationally',
    'in your file',
  ]);
});

test('in a column’s help, too', () => {
  const { columns } = medicareTrendFigure(medicareTrend(shippedSchedule(), '97110', 'DC'));
  expect(columns.find(({ id }) => id === 'amount')?.definition).toMatch(
    /Mean over the localities of the District of Columbia\.$/,
  );
});
