import { decodeText } from '../data/decodeText.ts';
import type { PublishedResult } from '../data/formats/readPublishedFile.ts';
import { collectedOrFault } from '../data/intake/collectedBytes.ts';
import { readSavedTables, type SavedKind, type SavedPart, savedKind } from '../data/intake/savedTables.ts';
import type { FileCheck } from './fileCheck.ts';

/** The files of an archive that are rates in our own form, such as the page saves, with the lists they refer to. */
export class SavedParts {
  readonly #parts = new Map<SavedKind, SavedPart[]>();

  /** @returns the result for whoever reads on, where it is no part of saved rates. */
  async take(result: PublishedResult): Promise<PublishedResult | undefined> {
    if (result.kind !== 'own-table') return result;
    const held = await collectedOrFault(result.bytes);
    if (typeof held === 'string') return { kind: 'refused', file: result.file, reason: held };
    if (!held) return result;
    const { text } = decodeText(held);
    const kind = savedKind(text.slice(0, 4096));
    if (!kind) return { ...result, bytes: onePiece(held) };
    this.#parts.set(kind, [...(this.#parts.get(kind) ?? []), { file: result.file, text }]);
    return undefined;
  }

  /** What is made of each file of rates against the lists beside it; undefined where there are none. */
  check(file: string): FileCheck | undefined {
    const rates = new Set(this.#parts.get('rates')?.map((part) => part.file));
    if (rates.size === 0) return undefined;
    const read = readSavedTables(this.#parts).files;
    const ofRates = read.filter((part) => rates.has(part.file));
    const rowsPresent = ofRates.reduce((sum, { present }) => sum + present, 0);
    const rowsRead = ofRates.reduce((sum, part) => sum + part.read, 0);
    const refused = read
      .filter(({ refusal }) => refusal !== '')
      .map((part) => ({
        file: part.file,
        line: 0,
        column: '',
        found: '',
        message: part.refusal,
        leftOut: true,
      }));
    return {
      file,
      kind: 'rates in our own form',
      rowsPresent,
      rowsRead,
      rowsLeftOut: rowsPresent - rowsRead,
      problems: [...read.flatMap(({ problems }) => problems), ...refused],
      notes: [],
    };
  }
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
