import { payerById, payers, planLines } from '../../domain/payer.ts';
import type { PayerReader } from '../../domain/payerReader.ts';
import type { PlaceCode } from '../../domain/place.ts';
import { chooseCodes, codeBatches } from './codeBatches.ts';
import type { Database } from './database.ts';
import type { InputFile } from './inputFile.ts';
import { runStep, type StepName } from './runStep.ts';
import { type Source, usedSources } from './tableOutputs.ts';
import { TableWriter } from './tableWriter.ts';

const payerOrder = new Map(payers.map(({ id }, index) => [id, index]));

/** What the set work needs besides what was read. */
export interface Settling {
  readonly files: readonly InputFile[];
  readonly names: PayerReader;
  /** Where providers are that nothing else places; null = they are left out. */
  readonly place: PlaceCode | null;
  readonly onStep: (step: StepName) => void;
}

/**
 * The set work between what the readers handed over and what is written: the steps of `sql/`, and between them the two
 * things that are not SQL's to know: what payers' names stand for, and in which order files are listed.
 */
export async function settleRates(
  database: Database,
  { files, names, place, onStep }: Settling,
): Promise<readonly Source[]> {
  async function run(...steps: readonly StepName[]): Promise<void> {
    for (const step of steps) {
      onStep(step);
      await runStep(database, step);
    }
  }
  await readPayers(database, names);
  await fill(
    database,
    'kept_file',
    files.map(({ number }) => [number]),
  );
  await fill(database, 'chosen', [[place ?? '']]);
  await run('10-offers', '20-members', '25-left-out', '30-alike-groups', '40-alike-members', '45-paid-sets');
  const batches = await codeBatches(database);
  async function runForCodes(step: StepName): Promise<void> {
    for (const codes of batches) {
      await chooseCodes(database, codes);
      await run(step);
    }
  }
  await runForCodes('50-classes');
  await run('60-providers', '70-plans');
  await runForCodes('75-lines');
  await run('77-file-places');
  const sources = await usedSources(database, files);
  const numbered = sources.map(({ file }, index) => [file.number, index + 1, Number(file.date.slice(0, 4))]);
  await fill(database, 'source', numbered);
  await run('80-counts');
  return sources;
}

/** Each distinct payer and plan is read once, however many rates it has. */
async function readPayers(database: Database, names: PayerReader): Promise<void> {
  const pairs = await database.rows(
    'SELECT DISTINCT payer_raw, plan, stated_line FROM published_terms ORDER BY payer_raw, plan, stated_line',
  );
  const readings = pairs.map((cells) => {
    const [payerRaw = '', plan = '', stated = ''] = cells.map(String);
    if (names.isNotAPayer(payerRaw)) return [payerRaw, plan, stated, '', 0, '', 'Unspecified'];
    const statedLine = planLines.find((each) => each === stated);
    const { payer, parent, line } = names.read(payerRaw, plan, statedLine);
    const saysMore = parent !== 'Other' && parent !== payerById(payer).sourceName;
    return [payerRaw, plan, stated, payer, payerOrder.get(payer) ?? 0, saysMore ? parent : '', line];
  });
  await fill(database, 'payer_reading', readings);
}

async function fill(
  database: Database,
  table: string,
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const writer = await TableWriter.open(database.connection, table);
  for (const row of rows) writer.add(...row);
  writer.close();
}
