/** As much of the peers as is used here: they are installed only when the bench runs, and types must not need them. */
declare module 'arquero' {
  interface Table {
    params(values: object): Table;
    filter(expression: string): Table;
    dedupe(...columns: string[]): Table;
    groupby(...columns: string[]): Table;
    ungroup(): Table;
    rollup(measures: Record<string, string>): Table;
    orderby(column: string): Table;
    objects(): Record<string, number>[];
  }
  export function table(columns: object): Table;
}

declare module '@duckdb/duckdb-wasm' {
  interface Answer {
    toArray(): { toJSON(): Record<string, number> }[];
  }
  interface Connection {
    query(sql: string): Promise<Answer>;
    prepare(sql: string): Promise<{ query(value: number): Promise<Answer> }>;
  }
  export class VoidLogger {
    log(entry: unknown): void;
  }
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(url: string): Promise<unknown>;
    connect(): Promise<Connection>;
    registerFileText(name: string, text: string): Promise<void>;
    registerFileBuffer(name: string, bytes: Uint8Array): Promise<void>;
  }
}

declare module 'stream-chain' {
  export default function chain(steps: readonly unknown[]): AsyncIterable<unknown>;
}

declare module 'stream-json' {
  export function parser(): unknown;
}

declare module 'stream-json/filters/pick.js' {
  export function pick(options: { filter: string }): unknown;
}

declare module 'stream-json/streamers/stream-array.js' {
  export function streamArray(): unknown;
}
