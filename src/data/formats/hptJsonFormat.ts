import type { Format } from './formatReader.ts';

/** CMS's hospital schema in JSON. Its keys may stand in any order, so one of those that only it has is enough. */
export const hptJsonFormat: Format = {
  id: 'hpt-json',
  name: 'a hospital file, CMS schema, JSON',
  isIn: ({ text }) =>
    /^\uFEFF?\s*(\[\s*)?\{/.test(text) &&
    /"(hospital_name"\s*:\s*"|(standard_charge|modifier)_information"\s*:\s*\[)/.test(text) &&
    !/"(in_network|reporting_entity_name)"\s*:/.test(text),
  async open() {
    const { HospitalJson } = await import('./hospitalJson.ts');
    return (sink, context) => new HospitalJson(sink, context);
  },
};
