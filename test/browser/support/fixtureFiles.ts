/** What the page makes of each file in `test/fixtures/formats`, with the release's codes asked for. */
export interface FixtureFile {
  readonly file: string;
  /** How it is recognised, or the reason it is refused for. */
  readonly as: string;
  /** Amounts or lines present and read; null where it is refused. */
  readonly present: number | null;
  readonly read: number | null;
}

const none = 'not read: This is JSON, but not of a form that hospitals or payers publish their rates in.';
const tall = 'a hospital file, CMS template, tall CSV';
const wide = 'a hospital file, CMS template, wide CSV';
const json = 'a hospital file, CMS schema, JSON';
const rates = 'a payer’s file of in-network rates';
const allowed = 'a payer’s file of amounts allowed out of network';
const contents = 'a payer’s table of contents';
const rvus = 'a CMS relative value file (PPRRVU)';
const indices = 'CMS geographic practice cost indices (GPCI)';
const counties = 'CMS localities and their counties (LOCCO)';

const example = 'examples_in-network-rates_in-network-rates';

/** By folder. The hospital examples of CMS price no therapy code; the real files were cut to therapy. */
export const fixtureFiles: Readonly<Record<string, readonly FixtureFile[]>> = {
  hpt: [
    ['archive_documentation_CSV_templates_V2.0.0_Tall_CSV_Format_Template.csv', tall, 0, 0],
    ['archive_documentation_CSV_templates_V2.0.0_Wide_CSV_Format_Template.csv', wide, 0, 0],
    ['archive_documentation_JSON_schemas_V2.0.0_Hospital_price_transparency_schema.json', none, null, null],
    ['archive_documentation_JSON_schemas_V2.1.0_Hospital_price_transparency_schema.json', none, null, null],
    ['archive_documentation_JSON_schemas_V2.2.0_Hospital_price_transparency_schema.json', none, null, null],
    ['archive_documentation_JSON_schemas_V2.2.1_Hospital_price_transparency_schema.json', none, null, null],
    ['archive_examples_CSV_Tall_Format_Examples_V2.0.0_Tall_CSV_Format_Example.csv', tall, 31, 0],
    ['archive_examples_CSV_Wide_Format_Examples_V2.0.0_Wide_CSV_Format_Example.csv', wide, 33, 0],
    ['archive_examples_JSON_V2.0.0_JSON_Format_Example.json', json, 25, 0],
    ['documentation_CSV_templates_V3.0.0_Tall_CSV_Format_Template.csv', tall, 0, 0],
    ['documentation_CSV_templates_V3.0.0_Wide_CSV_Format_Template.csv', wide, 0, 0],
    ['documentation_JSON_schemas_V3.0.0_Hospital_price_transparency_schema.json', none, null, null],
    ['examples_CSV_Tall_Format_Examples_V3.0.0_Tall_CSV_Format_Example.csv', tall, 45, 0],
    ['examples_CSV_Wide_Format_Examples_V3.0.0_Wide_CSV_Format_Example.csv', wide, 45, 0],
    ['examples_JSON_v3_json_format_example.json', json, 39, 0],
  ].map(fixture),
  'hpt-real': [
    ['banner-university-phoenix_v3.0.0_tall_billing-class_therapy-rows.csv', tall, 260, 260],
    ['massachusetts-general_v3.0.0_tall_therapy-rows.csv', tall, 220, 220],
    ['uw-medical-center_v3.0.0_therapy-items.json', json, 169, 168],
  ].map(fixture),
  tic: [
    ['examples_allowed-amounts_allowed-amounts-multiple-plan-sample.json', allowed, 1, 0],
    ['examples_allowed-amounts_allowed-amounts-single-plan-sample.json', allowed, 1, 0],
    [`${example}-all-negotiated-types-sample.json`, rates, 6, 1],
    [`${example}-bundle-single-plan-sample.json`, rates, 1, 0],
    [`${example}-capitation-single-plan-sample.json`, rates, 1, 0],
    [`${example}-fee-for-service-single-plan-sample.json`, rates, 2, 0],
    [`${example}-multiple-plans-sample.json`, rates, 2, 0],
    [`${example}-no-npi.json`, rates, 1, 0],
    ['examples_table-of-contents_table-of-contents-sample.json', contents, 0, 0],
    ['schemas_allowed-amounts_allowed-amounts.json', none, null, null],
    ['schemas_in-network-rates_in-network-rates.json', none, null, null],
    ['schemas_table-of-contents_table-of-contents.json', none, null, null],
  ].map(fixture),
  'tic-real': [
    ['evry-health_2025-06-23_in-network_v1_therapy_trimmed.json', rates, 250, 250],
    ['molina-ohio_2022-07-01_allowed-amounts_v1.json', allowed, 199, 0],
    ['molina-ohio_2022-07-01_table-of-contents_v1.json', contents, 0, 0],
  ].map(fixture),
  'cms-pfs': [
    ['25LOCCO.csv', counties, 110, 109],
    ['25LOCCO.txt', counties, 110, 109],
    ['GPCI2025.csv', indices, 109, 109],
    ['GPCI2025.txt', indices, 109, 109],
    ['GPCI2026_RVU26C.csv', indices, 109, 109],
    ['PFAK25A.sample.TXT', 'a CMS payment amount file (PF)', 49, 37],
    ['PPRRVU2025_Oct.sample.csv', rvus, 50, 27],
    ['PPRRVU2025_Oct.sample.txt', rvus, 50, 27],
    ['PPRRVU2026_Apr_nonQPP.sample.txt', rvus, 49, 27],
    ['PPRRVU2026_Jul_nonQPP.sample.csv', rvus, 49, 27],
  ].map(fixture),
};

function fixture([file, as, present, read]: readonly (string | number | null)[]): FixtureFile {
  return {
    file: String(file),
    as: String(as),
    present: present as number | null,
    read: read as number | null,
  };
}
