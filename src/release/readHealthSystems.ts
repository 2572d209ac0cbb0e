import { readTable, type TableResult } from '../data/readTable.ts';

/** Which health system a provider belongs to, with the evidence for it. */
export interface HealthSystem {
  readonly place: string;
  readonly provider: string;
  readonly system: string;
}

/** Reads `health-systems.csv`, kept by hand: a provider's system is in its name, its file's address or its set of files. */
export function readHealthSystems(text: string, file: string): TableResult<HealthSystem> {
  return readTable(text, file, ['state', 'provider_name', 'system', 'evidence'], (fields) => {
    fields.required('evidence');
    return {
      place: fields.place('state'),
      provider: fields.required('provider_name'),
      system: fields.required('system'),
    };
  });
}
