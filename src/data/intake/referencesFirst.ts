import type { Format } from '../formats/formatReader.ts';
import { isZip } from '../unpack/zipEntries.ts';
import type { IntakeInput } from './readIntake.ts';
import { fileStart } from './sortFile.ts';

/**
 * Files of provider groups before the files of rates that refer to them: those look up who is meant. Archives may hold
 * both in any order, so they are gone through for groups before all else; the rest of them is not unpacked for that.
 */
export async function referencesFirst(
  inputs: readonly IntakeInput[],
): Promise<{ readonly order: readonly IntakeInput[]; readonly archives: readonly IntakeInput[] }> {
  const first: IntakeInput[] = [];
  const others: IntakeInput[] = [];
  const archives: IntakeInput[] = [];
  for (const input of inputs) {
    const isArchive = await startsAsArchive(input);
    if (isArchive) archives.push(input);
    // One that is alone has nobody to come before.
    const mayBeFirst = !isArchive && inputs.length > 1;
    (mayBeFirst && (await holdsReferences(input)) ? first : others).push(input);
  }
  return { order: [...first, ...others], archives };
}

/** One that cannot be looked at is told of when its turn comes. */
async function startsAsArchive({ file }: IntakeInput): Promise<boolean> {
  try {
    return isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  } catch {
    return false;
  }
}

async function holdsReferences(input: IntakeInput): Promise<boolean> {
  const format = await fileStart(input).then(
    (start) => start.format,
    () => null,
  );
  return format !== null && isReference({ id: format });
}

/** Whether a published form holds nothing but groups of providers, for the files of rates that refer to them. */
export function isReference({ id }: Pick<Format, 'id'>): boolean {
  return id === 'tic-provider-reference';
}
