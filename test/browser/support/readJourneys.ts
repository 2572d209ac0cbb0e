/** What one page must show: words anywhere in it, and rows of its tables. */
export interface Journey {
  readonly address: string;
  readonly words: readonly string[];
  readonly rows: readonly JourneyRow[];
}

export interface JourneyRow {
  readonly table: string;
  readonly row: string;
  /** Texts of cells that must follow each other in this order; others may stand between. */
  readonly cells: readonly string[];
}

/**
 * Reads `journeys.txt`, one expectation a line; lines of one address become one journey.
 *
 *     address :: words the page must show
 *     address :: [Table name] Row header | cell | cell
 *
 * @throws Error naming the line that has neither form, so a typing slip cannot become a test that checks nothing.
 */
export function readJourneys(text: string): Journey[] {
  const journeys = new Map<string, { words: string[]; rows: JourneyRow[] }>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [address = '', expectation = '', ...rest] = line.split(' :: ').map((part) => part.trim());
    if (address === '' || expectation === '' || rest.length > 0) {
      throw new Error(`journeys.txt, line ${index + 1}: write "address :: words", not "${line}"`);
    }
    const journey = journeys.get(address) ?? { words: [], rows: [] };
    journeys.set(address, journey);
    const inTable = /^\[(.+?)\](.+)$/.exec(expectation);
    if (!inTable) {
      journey.words.push(expectation);
      return;
    }
    const [row = '', ...cells] = (inTable[2] ?? '').split('|').map((cell) => cell.trim());
    if (row === '' || cells.length === 0) {
      throw new Error(`journeys.txt, line ${index + 1}: write "[Table] Row | cell | cell", not "${line}"`);
    }
    journey.rows.push({ table: inTable[1] ?? '', row, cells });
  });
  return [...journeys].map(([address, expected]) => ({ address, ...expected }));
}
