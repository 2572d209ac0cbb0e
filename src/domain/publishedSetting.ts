import type { Setting } from './rateTable.ts';

const words = new Map<string, Setting>([
  ['', ''],
  ['outpatient', 'outpatient'],
  ['op', 'outpatient'],
  ['hospital outpatient', 'outpatient'],
  ['hopd', 'outpatient'],
  ['inpatient', 'inpatient'],
  ['ip', 'inpatient'],
  ['hospital inpatient', 'inpatient'],
  ['both', 'both'],
  ['ip/op', 'both'],
  ['inpatient/outpatient', 'both'],
  ['inpatient and outpatient', 'both'],
  ['emergency', 'emergency'],
  ['emergency department', 'emergency'],
  ['emergency room', 'emergency'],
  ['ed', 'emergency'],
  ['er', 'emergency'],
]);

/** The setting a cell names; undefined for words that name none. */
export function publishedSetting(text: string): Setting | undefined {
  return words.get(text.trim().toLowerCase());
}
