// A text file as one table of cells.
import { type ByteSource, type OnRead, sizeOf } from './chunks.js';
import { type Cut, csvRows } from './csv.js';
import { type Decoding, utf8Chunks } from './decode.js';
import { layoutsOf } from './delimiter.js';
import { type Head, headRows } from './head-rows.js';
import { skipLines } from './lines.js';
import { plainRows } from './plain-rows.js';
import { scanText } from './scan.js';
import type { HeadRow, Layout, RawFile, RawTable } from './table.js';

const headBytes = 262_144;
const usualChunkBytes = 65_536;
/** A scan keeps nothing of what it reads, so that it may read more at a time. */
const chunksPerScan = 8;

/**
 * Opens CSV, TSV and their like after reading the file once for its encoding. `file` is how messages call it. Throws UserError (exit 3)
 * for bytes that no supported encoding explains. `chunkBytes` is how much is read at a time and changes nothing else. `onRead` hears of the
 * scan and of every walk over the rows.
 */
export async function openText(
  source: ByteSource,
  file: string,
  chunkBytes = usualChunkBytes,
  onRead: OnRead = () => {},
): Promise<RawFile> {
  const total = await sizeOf(source);
  const onBytes = (offset: number) => onRead(file, offset, total);
  const scan = await scanText(source, file, chunkBytes * chunksPerScan, onBytes);
  const head = await readHead(source, scan, chunkBytes);
  const cutAt = (delimiter: string): Cut => ({ delimiter, lineEnds: scan.lineEnds });
  const heads = new Map<string, readonly HeadRow[]>();
  const rowsFor = (delimiter: string): readonly HeadRow[] => {
    const rows = heads.get(delimiter) ?? headRows(head, cutAt(delimiter));
    heads.set(delimiter, rows);
    return rows;
  };
  const table: RawTable = {
    layouts: layoutsOf((delimiter) => (head.bytes.includes(delimiter) ? rowsFor(delimiter) : [])),
    head: (layout) => rowsFor(delimiterOf(layout)),
    rows: (layout, fromLine) => {
      const text = utf8Chunks(source, scan, chunkBytes, onBytes);
      const rest = fromLine > 1 ? skipLines(text, fromLine - 1) : text;
      const rowsOf = scan.mayQuote ? csvRows : plainRows;
      return rowsOf(rest, cutAt(delimiterOf(layout)), file, fromLine);
    },
    text: { source, decoding: scan, lineEnds: scan.lineEnds, mayQuote: scan.mayQuote },
  };
  const { encoding, sha256, problems } = scan;
  const path = typeof source === 'string' ? source : file;
  return { path, file, container: 'csv', encoding, sha256, tables: [table], hiddenSheets: [], problems };
}

function delimiterOf(layout: Layout): string {
  return layout.delimiter ?? ',';
}

async function readHead(source: ByteSource, decoding: Decoding, chunkBytes: number): Promise<Head> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of utf8Chunks(source, decoding, chunkBytes)) {
    pieces.push(piece);
    length += piece.length;
    if (length > headBytes) return { bytes: Buffer.concat(pieces), whole: false };
  }
  return { bytes: Buffer.concat(pieces), whole: true };
}
