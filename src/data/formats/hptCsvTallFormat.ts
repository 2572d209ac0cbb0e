import type { Format } from './formatReader.ts';
import { hospitalCsvLayout } from './hospitalCsvLayout.ts';

/** CMS's hospital template as a CSV with a row for each payer and plan. */
export const hptCsvTallFormat: Format = {
  id: 'hpt-csv-tall',
  name: 'a hospital file, CMS template, tall CSV',
  isIn: ({ text }) => hospitalCsvLayout(text) === 'tall',
  async open() {
    const { HospitalCsv } = await import('./hospitalCsv.ts');
    return (sink, context) => new HospitalCsv('hpt-csv-tall', sink, context);
  },
};
