import type { IngestProgress } from '../data/ingestOrder.ts';
import { type CliEdges, exitCodes } from './cliEdges.ts';
import type { IngestRequest } from './cliRequest.ts';
import { ingestAccount, ingestSentence, progressText } from './ingestText.ts';

/** Seconds between two lines of progress: often in a terminal, where each writes over the last, seldom in a log. */
const often = 0.2;
const seldom = 5;

/**
 * Makes a data release and says what became of each file.
 *
 * @returns the exit code: 1 where a file was refused, lines were unreadable, or nothing could be built. What a file
 *   has no rate for (a percentage, a code nobody asked for) is no failure.
 */
export async function ingestCommand(
  { order, report, progress }: IngestRequest,
  { ingest, isTerminal, seconds, status, out, err, writeText }: CliEdges,
): Promise<number> {
  const start = { file: '', at: seconds() };
  let last = Number.NEGATIVE_INFINITY;
  function tell(now: IngestProgress): void {
    const at = seconds();
    const isNew = start.file !== `${now.step} ${now.number}`;
    if (isNew) Object.assign(start, { file: `${now.step} ${now.number}`, at });
    if (!isNew && at - last < (isTerminal ? often : seldom)) return;
    last = at;
    (isTerminal ? status : err)(progressText(now, at - start.at));
  }
  // After hours of reading the release counts, with its account elsewhere or not.
  async function wrote(file: string, text: string): Promise<boolean> {
    try {
      await writeText(file, text);
      return true;
    } catch (error) {
      err(`The report cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
      return false;
    }
  }
  const outcome = await ingest(order, isTerminal || progress ? tell : () => {});
  if (isTerminal) status('');
  const said = ingestAccount(outcome);
  if (said !== '') err(said);
  const isReported = report === null || (await wrote(report, `${JSON.stringify(outcome, null, 1)}\n`));
  const sentence = ingestSentence(outcome, order.out);
  if (outcome.release === null) err(sentence);
  else out(`${sentence}\n`);
  const isWhole = outcome.files.every(
    ({ refused, account }) =>
      refused === '' && !account.leftOut.unreadable && !account.problems.some((each) => each.leftOut),
  );
  return outcome.release !== null && isWhole && isReported ? exitCodes.done : exitCodes.notDone;
}
