import type { IntakeInput } from './readIntake.ts';

/** Bytes of two files that are held beside each other. */
const pieceBytes = 4_000_000;

/**
 * Inputs that are an earlier one byte for byte, under whatever name, and the path of that one. Only files of one size are
 * looked into, and no further than to where they differ: large files seldom are.
 */
export async function copiedFiles(inputs: readonly IntakeInput[]): Promise<ReadonlyMap<IntakeInput, string>> {
  const copies = new Map<IntakeInput, string>();
  for (const [index, input] of inputs.entries()) {
    for (const earlier of inputs.slice(0, index)) {
      if (copies.has(earlier) || !(await areEqual(earlier.file, input.file))) continue;
      copies.set(input, earlier.path);
      break;
    }
  }
  return copies;
}

/** What cannot be read is no copy: its own reading says why. An empty file is not worth a word about another. */
async function areEqual(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size || one.size === 0) return false;
  try {
    for (let at = 0; at < one.size; at += pieceBytes) {
      const [a, b] = await Promise.all([pieceOf(one, at), pieceOf(other, at)]);
      if (a.some((byte, index) => byte !== b[index])) return false;
    }
    return true;
  } catch {
    return false;
  }
}

async function pieceOf(file: Blob, at: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
}
