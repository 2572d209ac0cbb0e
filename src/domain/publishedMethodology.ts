/** Other spellings of the words CMS asks for (45 CFR 180.50, data dictionary). */
const respelled: ReadonlyMap<string, string> = new Map([
  ['percent of total billed charge', 'percent of total billed charges'],
  ['percentage of total billed charges', 'percent of total billed charges'],
  ['% of total billed charges', 'percent of total billed charges'],
  ['percent of billed charges', 'percent of total billed charges'],
  ['percent of charges', 'percent of total billed charges'],
  ['fee schedules', 'fee schedule'],
  ['feeschedule', 'fee schedule'],
  ['perdiem', 'per diem'],
  ['caserate', 'case rate'],
]);

/** A methodology in lower case, as published but for blanks and the spelling of CMS's own words; '' is unstated. */
export function publishedMethodology(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
  const joined = words.replace(/^(fee|per|case)-(schedule|diem|rate)$/, '$1 $2');
  return respelled.get(joined) ?? joined;
}
