import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/domain/cell.ts';
import { areaAmounts, areaLocalities, everywhere } from '../../src/domain/medicareArea.ts';
import { medicareHistory } from '../../src/domain/medicareYears.ts';
import { medicareUnitRate } from '../../src/domain/unitRate.ts';
import { areaSource, areaTitle, inArea } from '../../src/text/areaText.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const houston = { place: 'TX', locality: { mac: '04412', locality: '18' } };
const texas = { place: 'TX', locality: null };

describe('Medicare by area', () => {
  it('Houston 2026, 97110: (0.45 × 1.008 + 0.41 × 0.993 + 0.01 × 1.376) × 33.4009 = 29.21, a later unit 22.41', () => {
    const rate = medicareUnitRate(schedule, '97110', houston, 2026);
    expect(valueOf(rate)).toMatchObject({ full: 2921, reduced: 2241 });
  });
  it('a state is the mean of its localities, everywhere that of all 109', () => {
    expect(areaLocalities(schedule, 2026, texas)).toHaveLength(8);
    expect(areaLocalities(schedule, 2026, everywhere)).toHaveLength(109);
    expect(valueOf(medicareUnitRate(schedule, '97110', texas, 2026))?.full).not.toBe(2921);
  });
  it('before 2024 San Mateo had a locality of its own (06), by the county’s name; without it the number decides', () => {
    const bay = { mac: '01112', locality: '05' };
    const years = (county: object) =>
      [2023, 2026].map(
        (year) =>
          areaLocalities(schedule, year, { place: 'CA', locality: { ...bay, ...county } })[0]?.locality,
      );
    expect(years({ county: 'SAN MATEO' })).toEqual(['06', '05']);
    expect(years({})).toEqual(['05', '05']);
  });
  it('a locality that a year does not know has no amount, and says so', () => {
    const gone = { place: 'TX', locality: { mac: '04412', locality: '77' } };
    expect(areaAmounts(schedule, '97110', 2026, gone)).toMatchObject({
      kind: 'absent',
      detail: 'no such Medicare locality in 2026',
    });
    expect(medicareHistory(schedule, '97110', gone)[0]?.amount.kind).toBe('absent');
  });
  it('where Medicare has no amount, that is the reason, whether a locality is asked for or not', () => {
    const why = { kind: 'absent', detail: 'no Medicare tables for 2019 in this release' };
    expect(areaAmounts(schedule, '97110', 2019, houston)).toMatchObject(why);
    expect(areaAmounts(schedule, '97110', 2019, texas)).toMatchObject(why);
    expect(areaAmounts(schedule, '97110', 2026, texas)).toMatchObject({ value: { length: 8 } });
    // A locality is one of a state.
    expect(areaLocalities(schedule, 2026, { ...houston, place: null })).toHaveLength(109);
    expect(areaAmounts(schedule, '97110', 2026, houston)).toMatchObject({
      value: [{ locality: { locality: '18', place: 'TX' } }],
    });
  });
  it('by name: a locality, a state, a state that is one locality, all', () => {
    expect(areaTitle(schedule, houston)).toBe('Houston, Texas (locality 18)');
    expect(areaTitle(schedule, { place: 'TX', locality: { mac: '04412', locality: '99' } })).toBe(
      'Rest of Texas (locality 99)',
    );
    expect(areaTitle(schedule, texas)).toBe('Texas');
    expect(areaTitle(schedule, { place: 'AK', locality: { mac: '02102', locality: '01' } })).toBe('Alaska');
    expect(areaTitle(schedule, everywhere)).toBe('National');
    expect(inArea(houston, 'Houston, Texas (locality 18)')).toBe('in Houston, Texas (locality 18)');
    expect(inArea(everywhere, 'National')).toBe('nationally');
    expect(areaSource(houston, 'Houston')).toBe('CMS tables, Houston');
  });
});
