import type { CsvAccount } from './csvStream.ts';
import type { OwnTable, StreamedTable, TablePass } from './ownTable.ts';

/**
 * A reading that goes over a table's rows once or several times: it yields each pass and is answered with what became
 * of the lines. So one reader serves tables in memory, read at once, and files of any size, waited for.
 */
export type TableSteps<Read> = Generator<TablePass, Read, CsvAccount>;

/** Runs a reading over a table in memory. */
export function readSteps<Read>(steps: TableSteps<Read>, { read }: OwnTable): Read {
  let step = steps.next();
  while (!step.done) step = steps.next(read(step.value.take, step.value.onProgress));
  return step.value;
}

/** The same of a table that is read anew for each pass. */
export async function readStepsStreamed<Read>(
  steps: TableSteps<Read>,
  table: OwnTable | StreamedTable,
): Promise<Read> {
  if ('read' in table) return readSteps(steps, table);
  let step = steps.next();
  while (!step.done) step = steps.next(await table.pass(step.value));
  return step.value;
}
