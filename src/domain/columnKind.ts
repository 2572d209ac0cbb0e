/**
 * How a column's numbers are printed and exported. Money is in (unrounded) cents; ratios are fractions (1.141 = 114.1%);
 * conversion factors and geographic indices have the decimals that CMS publishes, four (33.4009) and three (1.064).
 */
export type ColumnKind =
  | 'text'
  | 'money'
  | 'signed-money'
  | 'ratio'
  | 'signed-ratio'
  | 'count'
  | 'factor'
  | 'index';
