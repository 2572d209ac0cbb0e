import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';

/** The set work of an import, in order: files of portable SQL below `sql/`, each saying what it reads and makes. */
export const stepNames = [
  '00-handed-over',
  '10-offers',
  '20-members',
  '25-left-out',
  '30-alike-groups',
  '40-alike-members',
  '45-paid-sets',
  '50-classes',
  '60-providers',
  '70-plans',
  '75-lines',
  '77-file-places',
  '80-counts',
  '90-out',
] as const;
export type StepName = (typeof stepNames)[number];

export async function stepText(name: StepName): Promise<string> {
  return readFile(join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8');
}

export async function runStep(database: Database, name: StepName): Promise<void> {
  await database.run(await stepText(name));
}
