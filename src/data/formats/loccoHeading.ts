import type { LocalityFields } from './fixedLocality.ts';
import type { TableRecord } from './tableRecords.ts';

/** Headings are a line or two of a few words. */
const longestHeading = 200;

/** How the headings of each column are known, whatever else they say. */
const headingWords: Readonly<Record<keyof LocalityFields, RegExp>> = {
  mac: /contractor|carrier|\bMAC\b/i,
  locality: /locality/i,
  state: /^state/i,
  area: /area/i,
  counties: /counties/i,
};

/** Title and headings of a table of localities: of which year it is and where its columns stand. */
export class LoccoHeading {
  #year: number | null = null;
  /** One for each column, words of all heading lines joined. */
  readonly #names: string[] = [];
  /** As in the files of 2025, until a heading says otherwise. */
  readonly #columns = { mac: 0, locality: 1, state: 2, area: 3, counties: 4 };

  /** As the title says; null where it does not. */
  get year(): number | null {
    return this.#year;
  }

  /**
   * A line that is none of the table: a title, a heading or the footnote on carriers.
   *
   * @param isUnderTable of such a line only a title is asked.
   */
  add({ cells, isFixedWidth }: TableRecord, isUnderTable: boolean): void {
    const title = /COUNTIES INCLUDED IN (20\d\d)?/i.exec(cells.join(' '));
    if (title?.[1] !== undefined) this.#year = Number(title[1]);
    if (isFixedWidth || title !== null || isUnderTable) return;
    for (const [i, cell] of cells.entries())
      this.#names[i] = `${this.#names[i] ?? ''} ${cell}`.trim().slice(0, longestHeading);
    for (const field of ['mac', 'locality', 'state', 'area', 'counties'] as const) {
      const at = this.#names.findIndex((name) => headingWords[field].test(name ?? ''));
      if (at !== -1) this.#columns[field] = at;
    }
  }

  /** The parts of a line with separators. */
  fieldsOf(cells: readonly string[]): LocalityFields {
    const cell = (at: number) => (cells[at] ?? '').replace(/\s+/g, ' ');
    const { mac, locality, state, area, counties } = this.#columns;
    return {
      mac: cell(mac),
      locality: cell(locality),
      state: cell(state),
      area: cell(area),
      counties: cell(counties),
    };
  }
}
