import type { Format } from './formatReader.ts';
import { hospitalCsvLayout } from './hospitalCsvLayout.ts';

/** CMS's hospital template as a CSV with columns for each payer and plan. */
export const hptCsvWideFormat: Format = {
  id: 'hpt-csv-wide',
  name: 'a hospital file, CMS template, wide CSV',
  isIn: ({ text }) => hospitalCsvLayout(text) === 'wide',
  async open() {
    const { HospitalCsv } = await import('./hospitalCsv.ts');
    return (sink, context) => new HospitalCsv('hpt-csv-wide', sink, context);
  },
};
