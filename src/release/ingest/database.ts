import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type JS } from '@duckdb/node-api';
import { temporaryFolder } from './temporaryFolder.ts';

/** A value as it comes out of the database: text, or a number that a double holds exactly. */
export type Cell = string | number;

/** An embedded database in a folder of its own, which is gone when it is closed. */
export interface Database {
  readonly connection: DuckDBConnection;
  /** Runs one or more statements. */
  run(sql: string): Promise<void>;
  /** All rows of a query that has few. */
  rows(sql: string): Promise<readonly (readonly Cell[])[]>;
  /** The rows of a query as they come, some thousand at a time. */
  pieces(sql: string): AsyncIterable<readonly (readonly Cell[])[]>;
  /** May be called again. */
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** How much it may hold in memory before it spills to disk: `1GB`. One thread works for each 250 MB of it. */
  readonly memory: string;
  /** Where its folder is made; null = the system's place for temporary files. */
  readonly temporary: string | null;
}

/** Opens an empty database on disk. Results do not hang on its settings: every query that is read out says its order. */
export async function openDatabase({ memory, temporary }: DatabaseSettings): Promise<Database> {
  const folder = await temporaryFolder(temporary, 'rate-atlas-');
  const instance = await DuckDBInstance.create(join(folder.path, 'ingest.duckdb'), {
    memory_limit: memory,
    temp_directory: join(folder.path, 'spill'),
    // What is freed goes back to the system, so that the bound above is one of the process.
    allocator_flush_threshold: '8MB',
    allocator_bulk_deallocation_flush_threshold: '8MB',
    threads: String(threadsOf(memory)),
    // What is read out states its order; keeping that of insertion besides would cost memory.
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  let isClosed = false;
  async function* pieces(sql: string) {
    const result = await connection.stream(sql);
    for await (const rows of result.yieldRowsJs()) yield rows.map((row) => row.map(cellOf));
  }
  return {
    connection,
    async run(sql) {
      // One transaction: each would wait for the disk by itself.
      await connection.run(`BEGIN TRANSACTION; ${sql}; COMMIT`);
    },
    async rows(sql) {
      const all: (readonly Cell[])[] = [];
      for await (const some of pieces(sql)) all.push(...some);
      return all;
    },
    pieces,
    async close() {
      if (isClosed) return;
      isClosed = true;
      connection.closeSync();
      instance.closeSync();
      await folder.remove();
    },
  };
}

/** Each thread holds parts of its own: more of them than memory has room for end a step that one would finish. */
function threadsOf(memory: string): number {
  const [, size = '1', unit = 'GB'] = /^(\d+)(MB|GB)$/.exec(memory) ?? [];
  const megabytes = Number(size) * (unit === 'GB' ? 1024 : 1);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(megabytes / 250)));
}

function cellOf(value: JS): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint' && BigInt(Number(value)) === value) return Number(value);
  throw new TypeError(`a query gave a ${typeof value}, which is neither text nor a number that is exact`);
}
