import { rateDictionaries } from '../data/rateDictionaries.ts';
import { checkSentence, checkText } from './checkText.ts';
import { type CliEdges, exitCodes } from './cliEdges.ts';
import { type CheckRequest, UsageError } from './cliRequest.ts';
import { fileCheck, leavesOut } from './fileCheck.ts';
import { openRelease } from './openRelease.ts';

/**
 * Says what a reader makes of a file, line by line.
 *
 * @returns the exit code: 1 where something is left out; warnings on lines that count are no failure.
 * @throws UsageError for a file that cannot be opened.
 */
export async function checkCommand(
  { file, format, dataFolder }: CheckRequest,
  { packageFolder, readPieces, today, out, err }: CliEdges,
): Promise<number> {
  const loader = openRelease(dataFolder, packageFolder);
  const [{ codes, providers, plans, sources }, aliases] = await Promise.all([
    loader.catalogue(),
    loader.aliases(),
  ]);
  const gone = codes.filter(({ status }) => status === 'deleted');
  const check = await fileCheck(openedPieces(file, readPieces), file === '-' ? 'stdin' : file, {
    reading: { deleted: new Map(gone.map(({ code, replacedBy }) => [code, replacedBy])), aliases, today },
    dictionaries: rateDictionaries(providers, plans, sources),
    medicare: () => loader.medicare(),
  });
  out(checkText(check, format));
  // The table ends in it; in a CSV it would be a row that is none.
  if (format === 'csv') err([...check.notes, checkSentence(check)].join('\n'));
  return leavesOut(check) ? exitCodes.notDone : exitCodes.done;
}

/** A file's pieces; what the system says when it cannot be read is the user's to put right. */
async function* openedPieces(
  file: string,
  readPieces: CliEdges['readPieces'],
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* readPieces(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${reason}.`, null);
  }
}
