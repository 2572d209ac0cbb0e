import type { RangeMark, RangeModel } from '../../src/figures/rangeModel.ts';

/** Cents, from the worked values of the default scope (97110, nationally); Cigna's mean is Texas's, far outside. */
export function quartiles(
  id: string,
  label: string,
  n: number,
  [p25, median, p75, mean]: readonly [number, number, number, number],
): RangeMark {
  return {
    id,
    label,
    colour: id,
    n,
    p25,
    median,
    p75,
    mean,
    votes: [],
    absence: '',
    detail: `${label}, ${n} providers.`,
  };
}

export const aetna = quartiles('aetna', 'Aetna', 31, [6722, 9400, 15070, 10472]);
export const bcbs = quartiles('bcbs', 'BCBS', 42, [4386, 7750, 12365, 9138]);
export const cigna = quartiles('cigna', 'Cigna', 11, [5178, 12000, 13009, 24538]);

export const kaiser: RangeMark = {
  id: 'kaiser',
  label: 'Kaiser Permanente',
  colour: 'kaiser',
  n: 3,
  mean: 9133,
  votes: [8800, 9000, 9600],
  absence: '',
  detail: 'Kaiser Permanente, 3 providers: too few for percentiles.',
};

export const humana: RangeMark = {
  id: 'humana',
  label: 'Humana',
  colour: 'humana',
  n: 0,
  votes: [],
  absence: 'Data not available in the input',
  detail: 'Humana: data not available in the input.',
};

export const model: RangeModel = {
  title: 'National benchmark for 97110',
  summary: 'Median rates lie between $77.50 and $120.00.',
  marks: [aetna, bcbs, cigna, kaiser, humana],
  medicare: { amount: 2931, label: 'Medicare $29.31' },
  domain: [0, 18000],
  ticks: [0, 3000, 6000, 9000, 12000, 15000, 18000],
  beyond: ['Cigna: the mean, $245.38, lies past the end of the axis.'],
};
