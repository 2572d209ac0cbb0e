/** Definitions are data: the column help, the methodology page and every export read the same line. */
export const methods = {
  payer:
    'Payer group: raw payer and plan names of the published files mapped to one parent by the alias table.',
  votes:
    'One vote for each provider with a counted rate. In a pooled row (BUCA) a provider votes once for each payer it has.',
  providers: 'Distinct providers behind the counted rates.',
  rates:
    'Published rates counted. A provider may publish several for one payer; its vote is the median of the distinct ones.',
  mean: 'Arithmetic mean of the votes, in dollars for one unit of the code.',
  p25: '25th percentile of the votes, linear interpolation (type 7, Excel PERCENTILE.INC).',
  median: '50th percentile of the votes, linear interpolation (type 7, Excel PERCENTILE.INC).',
  p75: '75th percentile of the votes, linear interpolation (type 7, Excel PERCENTILE.INC).',
  spread: 'P75 − P25, in dollars: how far apart the middle half of the votes lies.',
  percentOfMedicare:
    'Sum of the votes ÷ sum of the Medicare amounts for the same code, state and year of each vote (physician fee schedule, non-facility, unreduced; mean over the state’s localities).',
  grade:
    'How much the figure can carry: by votes (fewer than 5 insufficient, to 10 low, to 29 fair, 30 and more good), one step down each for files more than 4 years apart, for fewer than half of the rates with a stated dollar methodology, and for one provider with more than a quarter of the votes.',
  hospitals: 'Hospitals that published this charge.',
  gross: 'The hospital’s list price before any discount. A charge, not what a payer pays.',
  cash: 'The hospital’s price for patients who pay themselves. A charge, not what a payer pays.',
  medicare:
    'Medicare physician fee schedule: (work RVU × work GPCI + practice-expense RVU × PE GPCI + malpractice RVU × MP GPCI) × conversion factor, for each locality, rounded once to the cent.',
  deviation: 'The place minus the nation, in dollars and as a share of the national figure.',
} as const;
