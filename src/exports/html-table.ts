// The rows of an HTML page, in its order: those of its tables, nested ones too, and every line of text around them.
import { resolveEntities } from './entities.js';
import { newMarkupReader } from './markup.js';
import { attributesOf } from './markup-attributes.js';
import type { Cell } from './table.js';
import { newTextPieces } from './text-pieces.js';

/** A row of a table; a line outside of all tables has one cell and no table. */
export interface PageRow {
  /** Tables are numbered from 0 in the order in which they open. */
  readonly table: number | undefined;
  /** 1-based, over the whole page. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** What makes a page unreadable; `cut-short` is a table that is still open at the end. */
export type PageFault = 'entities' | 'too-wide' | 'too-long' | 'cut-short';

export interface PageReader {
  /** The rows that end in this piece of the page, which may be cut anywhere. */
  feed(text: string): readonly PageRow[];
  end(): readonly PageRow[];
  fault(): PageFault | undefined;
}

interface OpenTable {
  readonly table: number;
  /** undefined between rows. */
  cells: Cell[] | undefined;
  /** Column of the cell that is open. */
  column: number | undefined;
  /** For each column, how many further rows a cell from above reaches into. */
  readonly reach: number[];
}

const widestRow = 2_000;
const blocks = new Set('p div li ul ol h1 h2 h3 h4 h5 h6 caption center form hr dt dd pre body html'.split(' '));
/** Their text is not shown on the page. */
const unseen = new Set(['title', 'style', 'script', 'xml', 'template']);

/**
 * Reads a page. A value stands in the first of the cells that a colspan or rowspan covers; `<br>` and paragraphs become line breaks;
 * other blanks become one, as on the screen. A row is cut in two by a table inside it.
 */
export function newPageReader(): PageReader {
  const open: OpenTable[] = [];
  const text = newTextPieces();
  let rows: PageRow[] = [];
  let line = 0;
  let tables = 0;
  let hidden: string | undefined;
  let fault: PageFault | undefined;

  function add(table: number | undefined, cells: readonly Cell[]): void {
    line += 1;
    rows.push({ table, line, cells });
  }

  function takeText(): string {
    return resolveEntities(text.take());
  }

  function endCell(): void {
    const top = open.at(-1);
    const value = takeText();
    if (top === undefined) {
      if (value !== '') add(undefined, [value]);
    } else if (top.column !== undefined) {
      if (top.cells !== undefined) top.cells[top.column] = value === '' ? null : value;
      top.column = undefined;
    } else if (value !== '') add(undefined, [value]);
  }

  function endRow(): void {
    endCell();
    const top = open.at(-1);
    if (top?.cells === undefined) return;
    const { cells, reach } = top;
    for (let at = cells.length; at < reach.length; at += 1) reach[at] = Math.max((reach[at] ?? 0) - 1, 0);
    add(top.table, cells);
    top.cells = undefined;
  }

  function startRow(): void {
    endRow();
    const top = open.at(-1);
    if (top !== undefined) top.cells = [];
  }

  function startCell(attributes: string): void {
    endCell();
    const top = open.at(-1);
    if (top === undefined) return;
    top.cells ??= [];
    const { cells, reach } = top;
    passReached(cells, reach);
    const spans = attributes === '' ? undefined : attributesOf(attributes);
    const width = spanOf(spans?.get('colspan'), 1_000);
    const height = spanOf(spans?.get('rowspan'), 65_534);
    top.column = cells.length;
    if (cells.length + width > widestRow) fault ??= 'too-wide';
    else
      for (let at = 0; at < width; at += 1) {
        reach[cells.length] = height - 1;
        cells.push(null);
      }
  }

  const reader = newMarkupReader({
    doctype(tag) {
      if (/\[|<!ENTITY/i.test(tag)) fault ??= 'entities';
    },
    text(piece) {
      if (hidden === undefined && !text.add(piece)) fault ??= 'too-long';
    },
    open(name, attributes) {
      if (hidden !== undefined) return;
      if (unseen.has(name)) hidden = name;
      else if (name === 'br' || blocks.has(name)) lineBreak(name);
      else if (name === 'td' || name === 'th') startCell(attributes);
      else if (name === 'tr') startRow();
      else if (name === 'table') {
        endRow();
        open.push({ table: tables, cells: undefined, column: undefined, reach: [] });
        tables += 1;
      }
    },
    close(name) {
      if (hidden === name) hidden = undefined;
      else if (hidden !== undefined) return;
      else if (name === 'td' || name === 'th') endCell();
      else if (name === 'tr') endRow();
      else if (blocks.has(name)) lineBreak(name);
      else if (name === 'table') {
        endRow();
        open.pop();
      }
      if (name === 'body' || name === 'html') closeAll();
    },
  });

  /** Text outside of cells is one line up to the next break. */
  function lineBreak(name: string): void {
    if (open.at(-1)?.column === undefined) endCell();
    else text.breakLine(name === 'br');
  }

  function closeAll(): void {
    while (open.length > 0) {
      endRow();
      open.pop();
    }
  }

  function taken(): readonly PageRow[] {
    const found = rows;
    rows = [];
    return found;
  }

  return {
    feed(piece) {
      reader.feed(piece);
      return taken();
    },
    end() {
      reader.end();
      endCell();
      if (open.length > 0 || hidden !== undefined) fault ??= 'cut-short';
      return taken();
    },
    fault: () => fault,
  };
}

/** Fills the columns that a cell from above reaches into. */
function passReached(cells: Cell[], reach: number[]): void {
  while ((reach[cells.length] ?? 0) > 0) {
    reach[cells.length] = (reach[cells.length] as number) - 1;
    cells.push(null);
  }
}

function spanOf(text: string | undefined, most: number): number {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Math.min(Math.max(Number(text), 1), most) : 1;
}
