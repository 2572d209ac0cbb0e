import type { OwnRatesField } from './ownRatesColumns.ts';

/** What to put in each column, for the page: the worker that reads them does not carry it. */
export const columnHelp: Readonly<Record<OwnRatesField, string>> = {
  code: 'CPT or HCPCS code of 5 characters',
  payer: 'Payer as you name it',
  rate: 'US dollars for one unit',
  state: 'Two letters or the full name',
  provider: 'Hospital, clinic or practice',
  plan: 'Plan or product',
  line: 'Commercial, Medicare Advantage, Medicaid …',
  modifier: 'GP, CQ …',
  setting: 'outpatient, inpatient, both or emergency',
  'billing class': 'facility or professional',
  methodology: 'fee schedule, per diem …',
  date: 'Year or date the rate holds for',
  'medicare share': 'Instead of a rate: 110% is 110% of Medicare',
  units: 'Units a year; beside an allowed amount, the units of a claim line',
  charge: 'Your own charge for a unit; on claim lines for the line',
  'place of service': '11 office, 22 hospital outpatient …',
};
