/**
 * How a column's numbers are printed and exported. Money is in (unrounded) cents;
 * ratios are fractions (1.141 = 114.1%).
 */
export type ColumnKind = 'text' | 'money' | 'signed-money' | 'ratio' | 'signed-ratio' | 'count';
