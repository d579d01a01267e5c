import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ByteSource } from './chunks.js';
import { refusal } from './refusal.js';
import type { RawFile } from './table.js';

/** Loaded when the first workbook is met: most exports are texts, and the library is large. */
const readers = {
  xlsx: async () => (await import('./xlsx.js')).readXlsxTables,
  xls: async () => (await import('./xls.js')).readXlsTables,
} as const;

/**
 * A workbook taken apart into the tables of its visible sheets. Throws UserError (exit 3) with `damaged-workbook`,
 * `encrypted-workbook`, `unsafe-workbook` or `unsupported-container`; a file is never half read.
 */
export async function openWorkbook(
  source: ByteSource,
  file: string,
  container: keyof typeof readers,
): Promise<RawFile> {
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  const readTables = await readers[container]();
  const { tables, hiddenSheets } = await readTables(bytes, { file });
  if (tables.length === 0) {
    const hidden = hiddenSheets.length === 0 ? '' : `（隐藏的有 “${hiddenSheets.join('”“')}”）`;
    const message = `工作簿里没有可读的工作表${hidden}；请取消隐藏或重新导出`;
    throw refusal({ file }, 'damaged-workbook', message);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = typeof source === 'string' ? source : file;
  return { path, file, container, encoding: 'binary', sha256, tables, hiddenSheets };
}
