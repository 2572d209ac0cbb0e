import fc from 'fast-check';
import type { RateSpec } from './builders.ts';

/** Rates that meet often: few providers, places, files and amounts; a provider may stand for several. */
export const anyRates: fc.Arbitrary<readonly RateSpec[]> = fc
  .array(
    fc.record({
      rate: fc.oneof(
        fc.integer({ min: 1, max: 90_000 }).map((cents) => cents / 100),
        fc.constantFrom(0.01, 999.99, 30, 30.01),
      ),
      payer: fc.constantFrom('aetna', 'bcbs', 'cigna', 'uhg', 'humana'),
      provider: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      place: fc.constantFrom('TX', 'AK', 'CA'),
      system: fc.constant(''),
      count: fc.constantFrom(1, 1, 2, 3, 7, 40),
      kind: fc.constantFrom('hospital', 'payer', 'own'),
      line: fc.constantFrom('Commercial', 'Commercial', 'Medicare Advantage'),
      codeType: fc.constantFrom('CPT', 'HCPCS', 'APC'),
      setting: fc.constantFrom('', 'outpatient', 'both', 'inpatient', 'emergency'),
      billingClass: fc.constantFrom('', 'facility', 'professional', 'institutional'),
      modifier: fc.constantFrom('', 'GP', 'CQ|GP', '25'),
      methodology: fc.constantFrom('', 'fee schedule', 'case rate'),
      date: fc.constantFrom('2021-03', '2024-01-01', '2026-01-01'),
      flags: fc.constantFrom([], [], ['above_gross' as const], ['per_diem' as const]),
    }) satisfies fc.Arbitrary<RateSpec>,
    { minLength: 1, maxLength: 50 },
  )
  .map((rates) => {
    // The first count said of a provider holds for all of its rates; every other provider is of a system.
    const counts = new Map<string, number>();
    const nameOf = ({ place, provider }: RateSpec) => `${place} ${provider}`;
    for (const rate of rates) if (!counts.has(nameOf(rate))) counts.set(nameOf(rate), rate.count);
    return rates.map((rate) => ({
      ...rate,
      count: counts.get(nameOf(rate)) ?? 1,
      system: /[BDF]/.test(rate.provider) ? 'Sutter Health' : '',
    }));
  });
