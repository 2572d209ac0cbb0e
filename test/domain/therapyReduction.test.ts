import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { medicareVisitTerms } from '../../src/domain/medicareVisit.ts';
import { medicareUnitRate } from '../../src/domain/unitRate.ts';
import { visitPayment } from '../../src/domain/visitPayment.ts';
import { shippedSchedule } from '../support/releaseData.ts';

/** Rows of a CMS table by heading; its cells hold no commas inside quotes in the columns read here. */
function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(`sources/cms-pfs/${name}`, 'utf8').trim().split(/\r?\n/);
  const headings = head.split(',');
  return lines.map((line) => {
    const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
  });
}

/** A printed decimal as a whole number of its 10^-places: no binary fraction anywhere. */
function scaled(text: string, places: number): bigint {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(places, '0').slice(0, places));
}

/**
 * The amounts by CMS's printed formula, in whole numbers: (work × index + expense × index + malpractice × index) ×
 * factor, rounded half up to the cent once; with half of the expense for a later unit. RVU in hundredths, indices in
 * thousandths, factor in ten-thousandths; everything doubled, so that half an expense stays whole.
 */
function cents(rvu: Record<string, string>, index: Record<string, string>, factor: string, isLater: boolean) {
  const part = (value: string | undefined, at: string | undefined) =>
    scaled(value ?? '0', 2) * scaled(at ?? '0', 3);
  const expense = part(rvu['pe_rvu_nonfac'], index['pe_gpci']);
  const doubled =
    2n * part(rvu['work_rvu'], index['work_gpci']) +
    (isLater ? 1n : 2n) * expense +
    2n * part(rvu['mp_rvu'], index['mp_gpci']);
  const unit = 2n * 10n ** 7n;
  const exact = doubled * scaled(factor, 4);
  return Number((2n * exact + unit) / (2n * unit));
}

it('every always-therapy code in every locality and year: two units pay the full and the reduced amount, to the cent', () => {
  const schedule = shippedSchedule();
  const indices = rowsOf('gpci-2020-2026.csv');
  const rvus = rowsOf('rvu-therapy-em-2020-2026.csv').filter(
    (row) => row['mult_proc'] === '5' && /^[ART]$/.test(row['status_code'] ?? '') && row['modifier'] === '',
  );
  let compared = 0;
  for (const year of schedule.years) {
    const factor = schedule.factor(year);
    const ofYear = new Map(
      rvus.filter((row) => row['year'] === String(year)).map((row) => [row['hcpcs'] ?? '', row]),
    );
    for (const index of indices.filter((row) => row['year'] === String(year))) {
      const area = {
        place: index['state'] ?? '',
        locality: { mac: index['mac'] ?? '', locality: index['locality'] ?? '' },
      };
      for (const [code, rvu] of ofYear) {
        const rate = medicareUnitRate(schedule, code, area, year);
        if (rate.kind === 'absent') throw new Error(`${code} ${year} ${area.place}: ${rate.detail}`);
        const factorText = (Number(factor?.factor) / 10_000).toFixed(4);
        const [full, later] = [false, true].map((isLater) => cents(rvu, index, factorText, isLater));
        const two = { id: 'v', name: 'V', services: [{ code, units: 2 }], assistant: false, perYear: 1 };
        const paid = visitPayment(two, medicareVisitTerms(year), () => rate);
        if (rate.value.full !== full || rate.value.reduced !== later) {
          expect({ code, year, area, full: rate.value.full, later: rate.value.reduced }).toEqual({
            code,
            year,
            area,
            full,
            later,
          });
        }
        if (paid.kind !== 'value' || paid.value.amount !== (full ?? 0) + (later ?? 0)) {
          throw new Error(`${code} ${year} ${area.place}: two units do not add up`);
        }
        compared += 1;
      }
    }
  }
  // 112 localities in four years, 109 in three; 37 to 44 such codes a year.
  expect(compared).toBeGreaterThan(775 * 37);
});
