// Text exports as declarations: title lines, columns, and how a core of that make writes its cells.
import { formatYuan, plainYuan } from '../model/fen.js';

/** One column of a text export. A `sum` column holds 分 and is totalled in the 合计 row. */
export interface TextColumn<T> {
  readonly header: string;
  readonly cell: (record: T) => string | number | undefined;
  readonly sum?: true;
}

export interface TextStyle {
  readonly encode: (text: string) => Uint8Array;
  readonly hasByteOrderMark?: true;
  readonly delimiter: string;
  /** Title lines above the header, without line ends. */
  readonly preamble: readonly string[];
  /** Blanks that the core pads every cell with. */
  readonly padding: string;
  readonly thousands: boolean;
  readonly empty: string;
  readonly hasTotal: boolean;
}

const chunkLength = 1 << 16;

function quoted(cell: string, style: TextStyle): string {
  const padded = cell + style.padding;
  return padded.includes(style.delimiter) || padded.includes('"') ? `"${padded.replaceAll('"', '""')}"` : padded;
}

/** The file in chunks of some 64 K characters, CRLF; a chunk never ends inside a line. The 合计 row is right to the 分. */
export function* delimited<T>(
  style: TextStyle,
  columns: readonly TextColumn<T>[],
  records: Iterable<T>,
): Generator<Uint8Array> {
  const money = style.thousands ? formatYuan : plainYuan;
  const write = (cells: readonly (string | number | undefined)[]): string =>
    `${cells
      .map((cell) => quoted(cell === undefined ? style.empty : typeof cell === 'number' ? money(cell) : cell, style))
      .join(style.delimiter)}\r\n`;
  const sums = columns.map((): number => 0);
  let text = style.hasByteOrderMark ? '\ufeff' : '';
  for (const line of style.preamble) text += `${line}\r\n`;
  text += `${columns.map((column) => column.header).join(style.delimiter)}\r\n`;
  for (const record of records) {
    const cells = columns.map((column) => column.cell(record));
    for (const [position, cell] of cells.entries()) if (typeof cell === 'number') sums[position]! += cell;
    text += write(cells);
    if (text.length < chunkLength) continue;
    yield style.encode(text);
    text = '';
  }
  if (style.hasTotal) text += write(columns.map((column, at) => (at === 0 ? '合计' : column.sum ? sums[at] : '')));
  yield style.encode(text);
}
