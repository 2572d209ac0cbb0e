import type { FileTally } from './fileTally.ts';
import { type GpciColumns, gpciColumns, gpciColumnsByPosition } from './gpciColumns.ts';
import type { TableRecord } from './tableRecords.ts';

/** Headings are a few lines of a few words. */
const longestHeading = 400;

/** The lines above a cost index table, title and headings: of which year it is and where its columns stand. */
export class GpciHeading {
  readonly #tally: FileTally;
  #year: number | null = null;
  /** One for each column, words of all heading lines joined. */
  #names: string[] = [];
  #lastLine = 0;
  #columns: GpciColumns | undefined;
  /** How many indices a fixed-width heading names; 0 where it names none. */
  #indicesNamed = 0;

  constructor(tally: FileTally) {
    this.#tally = tally;
  }

  /** As the title says, or else the headings; null where neither does. */
  get year(): number | null {
    return this.#year;
  }

  /** One more line above the table. */
  add(record: TableRecord): void {
    const text = record.cells.join(' ');
    if (/GEOGRAPHIC PRACTICE COST/i.test(text)) {
      this.#year = yearIn(text) ?? this.#year;
      if (/\bPROPOSED\b/i.test(text))
        this.#tally.note('The title says that these indices are proposed, not final.');
      return;
    }
    this.#lastLine = record.at;
    const cells = record.isFixedWidth ? [text] : record.cells;
    for (const [i, cell] of cells.entries())
      this.#names[i] = `${this.#names[i] ?? ''} ${cell}`.slice(0, longestHeading);
    this.#names = Array.from(this.#names, (name) => name ?? '');
  }

  /** Settles year and columns, with the help of the first line of the table, and says what had to be assumed. */
  end(firstLine: TableRecord): void {
    this.#year ??= yearIn(this.#names.join(' '));
    if (firstLine.isFixedWidth) this.#indicesNamed = (this.#names.join(' ').match(/GPCI/gi) ?? []).length;
    else this.#columns = this.#columnsByName() ?? this.#columnsByPosition(firstLine);
  }

  /** Where a line keeps what we read; undefined where it is cut off or has no columns that are known. */
  columnsOf(cells: readonly string[], isFixedWidth: boolean): GpciColumns | undefined {
    const indices = cells.length - 4;
    if (isFixedWidth && this.#indicesNamed > 0 && indices !== this.#indicesNamed) return undefined;
    const columns = isFixedWidth ? gpciColumnsByPosition(indices) : this.#columns;
    return columns && cells.length >= columns.width ? columns : undefined;
  }

  #columnsByName(): GpciColumns | undefined {
    const columns = gpciColumns(this.#names, this.#year);
    if (columns && columns.work === columns.workWithoutFloor)
      this.#tally.note('The work index is printed without the floor only, and stands for the one in force.');
    return columns;
  }

  #columnsByPosition({ cells }: TableRecord): GpciColumns | undefined {
    const columns = gpciColumnsByPosition(cells.filter((cell) => cell !== '').length - 4);
    if (columns) this.#tally.note('The headings were not understood; columns were taken by their position.');
    else {
      const message = 'The headings lack columns of a cost index table, so no line can be read.';
      this.#tally.problem(this.#lastLine, '', this.#names.join(','), message, true);
    }
    return columns;
  }
}

function yearIn(text: string): number | null {
  const year = /\b(20\d\d)\b/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}
