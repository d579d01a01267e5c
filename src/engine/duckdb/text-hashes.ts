import type { Database } from './database.js';

const rowsPerQuery = 100_000;

/**
 * DuckDB's hashes (low word, high word) of rows of texts, given by column, in their order. No text may have a blank in it: so many
 * texts go through one question.
 */
export async function textHashes(database: Database, columns: readonly (readonly string[])[]): Promise<Uint32Array> {
  const rows = columns[0]?.length ?? 0;
  const hashes = new Uint32Array(rows * 2);
  const lists = columns.map((_, at) => `unnest(string_split($${at + 1}, ' ')) as t${at}`);
  const sql = `select hash(${columns.map((_, at) => `t${at}`).join(', ')}) from (select ${lists.join(', ')})`;
  let row = 0;
  for (let from = 0; from < rows; from += rowsPerQuery) {
    const texts = columns.map((column) => column.slice(from, from + rowsPerQuery).join(' '));
    for await (const chunk of database.aside(sql, texts)) {
      hashes.set(chunk.hashes(0), row * 2);
      row += chunk.rows;
    }
  }
  if (row !== rows) throw new RangeError('texts with blanks in them were to be hashed');
  return hashes;
}
