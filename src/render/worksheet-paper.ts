// The paper that lies on one of exceljs' streaming worksheets: rows as text, everything around them by exceljs.
import type { DataValidation, RowBreak, Worksheet } from 'exceljs';
import { columnLetter } from './column-letter.js';
import { highlightStyles } from './highlight-styles.js';
import type { Block, Paper, Stored } from './paper.js';
import { type RowShape, rowXml, type TextNumber } from './row-xml.js';
import type { CellStyle } from './workbook-styles.js';

const lastColumn = 16_383;
const pieceLength = 1 << 16;

/** What a streaming worksheet of exceljs 4.4 has beside its published type. */
type OpenWorksheet = Worksheet & {
  readonly rowBreaks: RowBreak[];
  readonly dataValidations: { readonly model: Record<string, DataValidation> };
  /** Written as they are, as A1:B2. */
  readonly _merges: string[];
  readonly stream: { write(xml: string): void };
  startedData: boolean;
  _writeColumns(): void;
  _writeOpenSheetData(): void;
};

/** What the worksheets of a workbook have in common. */
export interface LooksAndTexts {
  /** The number of a look, the same for the same object. */
  readonly styleOf: (style: CellStyle) => number;
  readonly numberOf: TextNumber;
}

interface PendingRow {
  readonly cells: ({ readonly value: Stored; readonly style: CellStyle } | undefined)[];
  shape: RowShape;
}

interface Merge {
  readonly range: string;
  /** The first cell that it covers, its own aside. */
  readonly row: number;
  readonly column: number;
}

function mergeOf({ top, bottom, start, end }: Block): Merge {
  const range = `${columnLetter(start + 1)}${top}:${columnLetter(end)}${bottom - 1}`;
  return end - start > 1 ? { range, row: top, column: start + 1 } : { range, row: top + 1, column: start };
}

export interface WorksheetPaper extends Paper {
  /** Writes what is left; to be called once, before the worksheet is closed. */
  finish(): void;
}

/** `ordersMerges` = by the place of what they cover, not in the order in which they were put. */
export function worksheetPaper(
  plain: Worksheet,
  { styleOf, numberOf }: LooksAndTexts,
  ordersMerges: boolean,
): WorksheetPaper {
  const worksheet = plain as OpenWorksheet;
  const pending = new Map<number, PendingRow>();
  const merges: Merge[] = [];
  let piece = '';
  let priority = 0;
  const rowAt = (row: number): PendingRow => {
    const known = pending.get(row) ?? { cells: [], shape: { height: undefined, isHidden: false } };
    pending.set(row, known);
    return known;
  };
  const hand = () => {
    if (!worksheet.startedData) {
      worksheet._writeColumns();
      worksheet._writeOpenSheetData();
      worksheet.startedData = true;
    }
    if (piece !== '') worksheet.stream.write(piece);
    piece = '';
  };
  const writeThrough = (last: number) => {
    for (const row of [...pending.keys()].filter((number) => number <= last).sort((a, b) => a - b)) {
      const { cells, shape } = rowAt(row);
      const styled = cells.map((cell) => cell && { value: cell.value, style: styleOf(cell.style) });
      piece += rowXml(row, styled, shape, numberOf);
      pending.delete(row);
    }
    if (piece.length > pieceLength) hand();
  };
  return {
    isBlank: false,
    put(block, value, style) {
      const { top, bottom, start, end } = block;
      for (let row = top; row < bottom; row += 1)
        for (let column = start; column < end; column += 1)
          rowAt(row).cells[column] = { value: row === top && column === start ? value : null, style };
      if (bottom - top > 1 || end - start > 1) merges.push(mergeOf(block));
    },
    finishRow(row, height, isHidden) {
      rowAt(row).shape = { height, isHidden };
      writeThrough(row);
    },
    setHeight(row, height) {
      rowAt(row).shape = { height, isHidden: false };
    },
    breakBelow(row) {
      worksheet.rowBreaks.push({ id: row, max: lastColumn, min: 0, man: 1 });
    },
    filter(range) {
      worksheet.autoFilter = range;
    },
    validate(range, rule) {
      worksheet.dataValidations.model[range] = rule;
    },
    highlight(ranges, formula, look) {
      priority += 1;
      const style = highlightStyles[look];
      worksheet.addConditionalFormatting({
        ref: ranges,
        rules: [{ type: 'expression', formulae: [formula], style, priority }],
      });
    },
    finish() {
      writeThrough(Number.POSITIVE_INFINITY);
      hand();
      if (ordersMerges) merges.sort((a, b) => a.row - b.row || a.column - b.column);
      worksheet._merges.push(...merges.map(({ range }) => range));
    },
  };
}
