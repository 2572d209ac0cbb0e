import type { ConversionFactor } from './medicareTables.ts';

/**
 * The conversion factors CMS has published for 2020 to 2026: the fixed-width relative value file states no year, and
 * no 2026 file says whom it is for, but each factor belongs to one year and one group. From the packages RVU20A to
 * RVU26C and, for QP, an excerpt of RVU26D; a test holds them against `sources/cms-pfs/conversion-factors.csv`.
 */
export const knownFactors: readonly ConversionFactor[] = [
  { year: 2020, from: '2020-01-01', to: '2020-12-31', factor: 360896, appliesTo: 'all' },
  { year: 2021, from: '2021-01-01', to: '2021-12-31', factor: 348931, appliesTo: 'all' },
  { year: 2022, from: '2022-01-01', to: '2022-12-31', factor: 346062, appliesTo: 'all' },
  { year: 2023, from: '2023-01-01', to: '2023-12-31', factor: 338872, appliesTo: 'all' },
  { year: 2024, from: '2024-01-01', to: '2024-03-08', factor: 327442, appliesTo: 'all' },
  { year: 2024, from: '2024-03-09', to: '2024-12-31', factor: 332875, appliesTo: 'all' },
  { year: 2025, from: '2025-01-01', to: '2025-12-31', factor: 323465, appliesTo: 'all' },
  { year: 2026, from: '2026-01-01', to: '2026-12-31', factor: 334009, appliesTo: 'nonQP' },
  { year: 2026, from: '2026-01-01', to: '2026-12-31', factor: 335675, appliesTo: 'QP' },
];

/** What is known of a factor; undefined for one of another year, which only its file can place. */
export function knownFactor(factor: number): ConversionFactor | undefined {
  return knownFactors.find((known) => known.factor === factor);
}
