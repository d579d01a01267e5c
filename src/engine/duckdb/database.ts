// DuckDB inside this process: settings that keep it from doing anything by itself, and results as columns of numbers.
import { dirname } from 'node:path';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { sqlText } from '../../exports/field-sql.js';

export interface DatabaseLimits {
  readonly threads: number;
  /** In MB of a million bytes. */
  readonly memoryLimitMb: number;
  /** Where it may spill to: a private folder, not made yet. */
  readonly folder: string;
  /** The files that it may read, besides those next to `folder`; it writes none but there. */
  readonly files: readonly string[];
}

/** Some rows of a result, by column. The arrays are only good until the next chunk. */
export interface Chunk {
  readonly rows: number;
  smallInts(column: number): Int16Array;
  ints(column: number): Int32Array;
  doubles(column: number): Float64Array;
  /** A column of 64-bit hashes as pairs of words: low, high. */
  hashes(column: number): Uint32Array;
  text(column: number, row: number): string | null;
  /** A list of texts; empty for NULL. */
  texts(column: number, row: number): readonly (string | null)[];
}

/** A column of a table that is filled from here. Hashes are given as bigint. */
export type ColumnType = 'varchar' | 'integer' | 'ubigint';

/** Errors of DuckDB may quote cells: they must not be shown. */
export interface Database {
  /** The rows in the order of the query. Any call but `aside` ends it before its last row. */
  stream(sql: string): AsyncGenerator<Chunk>;
  /** The same for a question that is asked while other ones go on; `texts` are its parameters. */
  aside(sql: string, texts?: readonly string[]): AsyncGenerator<Chunk>;
  run(sql: string): Promise<void>;
  /** Makes a table, or makes it anew. */
  fill(
    table: string,
    columns: Readonly<Record<string, ColumnType>>,
    rows: Iterable<readonly (string | number | bigint | null)[]>,
  ): Promise<void>;
  close(): void;
}

/** Of a result, as long as nobody takes its rows. */
const mostWaitingMb = 320;
const waitingShare = 1 / 3;

/** A database in memory. Throws where there is no build of DuckDB for this machine. */
export async function openDatabase({ threads, memoryLimitMb, folder, files }: DatabaseLimits): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryLimitMb}MB`,
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const others = new Set<DuckDBConnection>();
  const waitingMb = Math.min(mostWaitingMb, Math.floor(memoryLimitMb * waitingShare));
  await connection.run(`set streaming_buffer_size = '${waitingMb}MB'`);
  // A join keeps the order of the rows on its left side as long as its sides are not exchanged.
  await connection.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
  await connection.run(`set allowed_paths = [${files.map(sqlText).join(', ')}]`);
  await connection.run(`set allowed_directories = [${sqlText(dirname(folder))}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  return {
    stream: (sql) => chunksOf(connection, sql),
    async *aside(sql, texts) {
      const other = await instance.connect();
      others.add(other);
      try {
        yield* chunksOf(other, sql, texts);
      } finally {
        others.delete(other);
        other.closeSync();
      }
    },
    async run(sql) {
      await connection.run(sql);
    },
    async fill(table, columns, rows) {
      const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
      await connection.run(`create or replace table ${table} (${types.join(', ')})`);
      const appender = await connection.createAppender(table);
      for (const row of rows) {
        for (const value of row) {
          if (value === null) appender.appendNull();
          else if (typeof value === 'string') appender.appendVarchar(value);
          else if (typeof value === 'number') appender.appendInteger(value);
          else appender.appendUBigInt(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    close() {
      for (const one of [connection, ...others]) one.closeSync();
      instance.closeSync();
    },
  };
}

async function* chunksOf(
  connection: DuckDBConnection,
  sql: string,
  texts: readonly string[] = [],
): AsyncGenerator<Chunk> {
  const result = await connection.stream(sql, [...texts]);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk())
    yield chunkOf(chunk);
}

/** The vectors keep their numbers in typed arrays, which the library declares as private. */
interface Numbers {
  readonly items: ArrayBufferView;
}

function chunkOf(chunk: DuckDBDataChunk): Chunk {
  const view = (column: number) => (chunk.getColumnVector(column) as unknown as Numbers).items;
  const rows = chunk.rowCount;
  return {
    rows,
    smallInts(column) {
      const { buffer, byteOffset } = view(column);
      return new Int16Array(buffer, byteOffset, rows);
    },
    ints(column) {
      const { buffer, byteOffset } = view(column);
      return new Int32Array(buffer, byteOffset, rows);
    },
    doubles(column) {
      const { buffer, byteOffset } = view(column);
      return new Float64Array(buffer, byteOffset, rows);
    },
    hashes(column) {
      const { buffer, byteOffset } = view(column);
      return new Uint32Array(buffer, byteOffset, rows * 2);
    },
    text(column, row) {
      const value = chunk.getColumnVector(column).getItem(row);
      return typeof value === 'string' ? value : null;
    },
    texts(column, row) {
      const list = chunk.getColumnVector(column).getItem(row) as { readonly items: readonly unknown[] } | null;
      return (list?.items ?? []).map((item) => (typeof item === 'string' ? item : null));
    },
  };
}
