/** Where a line of the cost index table keeps what we read. */
export interface GpciColumns {
  readonly mac: number;
  readonly state: number;
  readonly locality: number;
  readonly name: number;
  readonly pe: number;
  readonly malpractice: number;
  /** The work index, with the floor where the file prints both. */
  readonly work: number;
  /** The work index before the floor; null where the file does not print it. */
  readonly workWithoutFloor: number | null;
  /** Cells of the indices are not told apart by their headings: the floor's is the higher. */
  readonly isFloorByValue: boolean;
  readonly width: number;
}

/**
 * Finds the columns by their headings, because positions vary: the January 2026 file prints the work index without the
 * floor before the one with it. A heading that names another year than the title's is not asked.
 *
 * @param names one for each column, words of all heading lines joined.
 * @returns undefined when one is missing.
 */
export function gpciColumns(names: readonly string[], year: number | null): GpciColumns | undefined {
  const upper = names.map((name) => name.toUpperCase().replace(/\s+/g, ' ').trim());
  const find = (words: RegExp, not: RegExp = /^$/) =>
    upper.findIndex((name) => words.test(name) && !not.test(name) && !isOfOtherYear(name, year));
  const mac = find(/CONTRACTOR|CARRIER|\bMAC\b/);
  const state = find(/^STATE\b/);
  const locality = find(/LOCALITY (?:NUMBER|NO\b|CODE)|^LOCALITY$/);
  const name = find(/LOCALITY NAME/);
  const floored = find(/\b(?:P?W|WORK)\b.*GPCI/, /WITHOUT/);
  const without = find(/\b(?:P?W|WORK)\b.*GPCI.*WITHOUT/);
  const pe = find(/\bPE\b.*GPCI|PRACTICE EXPENSE/);
  const malpractice = find(/\b(?:MP|PLI)\b.*GPCI|MALPRACTICE/);
  const work = floored === -1 ? without : floored;
  if ([mac, state, locality, name, work, pe, malpractice].includes(-1)) return undefined;
  const works = upper.filter((each) => /\b(?:P?W|WORK)\b.*GPCI/.test(each) && !isOfOtherYear(each, year));
  const isFloorByValue = works.length > 1 && without === -1;
  const other = isFloorByValue ? upper.findIndex((each, i) => i !== work && works.includes(each)) : without;
  return {
    mac,
    state,
    locality,
    name,
    pe,
    malpractice,
    work,
    workWithoutFloor: other === -1 ? null : other,
    isFloorByValue,
    width: Math.max(mac, state, locality, name, work, other, pe, malpractice) + 1,
  };
}

/** By position, for a line without headings or of fixed width, whose headings are cut: three indices or four. */
export function gpciColumnsByPosition(indices: number): GpciColumns | undefined {
  if (indices !== 3 && indices !== 4) return undefined;
  const isWithFloor = indices === 4;
  return {
    mac: 0,
    state: 1,
    locality: 2,
    name: 3,
    work: isWithFloor ? 5 : 4,
    workWithoutFloor: isWithFloor ? 4 : null,
    isFloorByValue: isWithFloor,
    pe: indices + 2,
    malpractice: indices + 3,
    width: indices + 4,
  };
}

function isOfOtherYear(name: string, year: number | null): boolean {
  const named = /\b(20\d\d)\b/.exec(name)?.[1];
  return year !== null && named !== undefined && Number(named) !== year;
}
