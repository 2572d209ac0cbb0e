import { expect, test } from 'vitest';
import { placeKind, settingOfPlaces } from '../../src/domain/placeOfService.ts';
import type { Setting } from '../../src/domain/rateTable.ts';

const cases: readonly (readonly [codes: readonly string[], stated: Setting, setting: Setting])[] = [
  [[], '', ''],
  [['11'], '', 'outpatient'],
  [['11', '22', '2'], '', 'outpatient'],
  [['21'], '', 'inpatient'],
  [['21', '51', '61'], '', 'inpatient'],
  [['21', '22'], '', 'both'],
  [['23'], '', 'emergency'],
  [['23', '22'], '', 'outpatient'],
  [['11', '99'], '', ''],
  [['CSTM-00'], '', ''],
  // What the file states stands; only an emergency room says more.
  [['11'], 'inpatient', 'inpatient'],
  [['23'], 'outpatient', 'emergency'],
  [['23'], 'inpatient', 'inpatient'],
  [['CSTM-00'], 'both', 'both'],
];

test.each(cases)('places %j, stated “%s”: “%s”', (codes, stated, setting) => {
  const kinds = codes.reduce((sum, code) => sum | placeKind(code), 0);
  expect(settingOfPlaces(kinds, stated)).toBe(setting);
});
