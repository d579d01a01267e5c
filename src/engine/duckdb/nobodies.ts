// Rows whose holder nobody can be: they have numbers like any other row, and their cells are asked for where one is met.
import { cellsOf } from './chunk-columns.js';
import type { Database } from './database.js';
import { nobodiesQuery } from './row-query.js';
import type { BookingFile } from './row-shape.js';

export interface NobodiesCells {
  /** The cells of the next such row of the file. */
  next(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export function cellsOfNobodies(database: Database, file: BookingFile): NobodiesCells {
  let rows: AsyncGenerator<readonly string[]> | undefined;
  return {
    async next() {
      rows ??= rowsOf(database, file);
      const { value, done } = await rows.next();
      if (done === true) throw new RangeError('a holder was nobody in one question and somebody in the other');
      return value;
    },
    async close() {
      await rows?.return(undefined);
    },
  };
}

async function* rowsOf(database: Database, file: BookingFile): AsyncGenerator<readonly string[]> {
  for await (const chunk of database.aside(nobodiesQuery(file)))
    for (let row = 0; row < chunk.rows; row += 1) yield cellsOf(chunk, row);
}
