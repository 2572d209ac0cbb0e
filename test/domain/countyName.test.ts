import { describe, expect, it } from 'vitest';
import { countyKey, splitCountyAndPlace } from '../../src/domain/countyName.ts';

describe('a county’s name for comparing', () => {
  it.each([
    ['St. Clair County', 'STCLAIR'],
    ['saint clair', 'STCLAIR'],
    ['Sainte Genevieve Co.', 'STGENEVIEVE'],
    ['De Kalb Cnty', 'DEKALB'],
    ['Doña Ana', 'DONAANA'],
    ['Orleans Parish', 'ORLEANS'],
    ['Juneau Borough', 'JUNEAU'],
    ['Nome Census Area', 'NOME'],
    ['Ponce Municipio', 'PONCE'],
    ['St. Louis City', 'STLOUISCITY'],
    ['City of St. Louis', 'STLOUISCITY'],
    ['County of Harris', 'HARRIS'],
    // Two counties of Virginia are called so.
    ['County of James City', 'JAMESCITY'],
    ['Charles City County', 'CHARLESCITY'],
    ['Countyline', 'COUNTYLINE'],
    // The words for what it is, only as words of their own at an end.
    ['  City of St. Louis ', 'STLOUISCITY'],
    [' County of Harris', 'HARRIS'],
    ['Harris Co. ', 'HARRIS'],
    ['Federal City of Washington', 'FEDERALCITYOFWASHINGTON'],
    ['Old County of Harris', 'OLDCOUNTYOFHARRIS'],
    ['Monaco', 'MONACO'],
    ['County Line', 'COUNTYLINE'],
    ['Saintsbury', 'SAINTSBURY'],
    ['Toussaint', 'TOUSSAINT'],
    ['', ''],
  ])('%s is %s', (text, key) => {
    expect(countyKey(text)).toBe(key);
  });
});

describe('a county with its state behind a comma', () => {
  it.each([
    ['Montgomery, MD', { county: 'Montgomery', place: 'MD' }],
    [' Montgomery ,  maryland ', { county: 'Montgomery', place: 'MD' }],
    ['Washington, Adams, New York', { county: 'Washington, Adams', place: 'NY' }],
    ['Montgomery,MD', { county: 'Montgomery', place: 'MD' }],
    ['Montgomery', { county: 'Montgomery' }],
    ['Montgomery, Utopia', { county: 'Montgomery, Utopia' }],
    ['Montgomery,', { county: 'Montgomery,' }],
    [', TX', { county: '', place: 'TX' }],
    ['Texas', { county: 'Texas' }],
    ['Harris TX', { county: 'Harris', place: 'TX' }],
    ['Los Angeles  california', { county: 'Los Angeles', place: 'CA' }],
    ['Bergen New Jersey', { county: 'Bergen', place: 'NJ' }],
    // Rather a county than Colorado.
    ['Denver Co', { county: 'Denver Co' }],
    ['Denver, CO', { county: 'Denver', place: 'CO' }],
    ['Los Angeles', { county: 'Los Angeles' }],
    [' Montgomery ', { county: 'Montgomery' }],
    [' Montgomery, Utopia ', { county: 'Montgomery, Utopia' }],
  ])('%j', (text, found) => {
    expect(splitCountyAndPlace(text)).toEqual(found);
  });
});
