import { BIGINT, type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Cell } from './database.ts';

/** Rows that go to the database together: the length of its own vectors. */
const atOnce = 2048;

/** Fills a table, column by column in pieces. Synchronous, as the readers are who feed it. */
export class TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #columns: (string | number | bigint)[][];
  readonly #isLong: readonly boolean[];
  #held = 0;
  /** Rows added so far. */
  rows = 0;

  private constructor(appender: DuckDBAppender) {
    this.#appender = appender;
    const columns = Array.from({ length: appender.columnCount }, (_, index) => index);
    this.#columns = columns.map(() => []);
    this.#isLong = columns.map((index) => appender.columnType(index) === BIGINT);
  }

  static async open(connection: DuckDBConnection, table: string): Promise<TableWriter> {
    return new TableWriter(await connection.createAppender(table));
  }

  /** @param cells one for each column of the table, in its order; numbers are whole. */
  add(...cells: readonly Cell[]): void {
    for (let index = 0; index < this.#columns.length; index++) {
      const cell = cells[index] as Cell;
      this.#columns[index]?.push(this.#isLong[index] ? BigInt(cell) : cell);
    }
    this.rows++;
    if (++this.#held === atOnce) this.#write();
  }

  /** What was added can be read from now on. */
  flush(): void {
    this.#write();
    this.#appender.flushSync();
  }

  close(): void {
    this.#write();
    this.#appender.closeSync();
  }

  #write(): void {
    if (this.#held === 0) return;
    const types = this.#columns.map((_, index) => this.#appender.columnType(index));
    const chunk = DuckDBDataChunk.create(types, this.#held);
    chunk.setColumns(this.#columns);
    this.#appender.appendDataChunk(chunk);
    for (const column of this.#columns) column.length = 0;
    this.#held = 0;
  }
}
