// What the writing of a worksheet needs of it. The blank one only lets rows be counted: formulas must know every place beforehand.
import type { DataValidation, RowBreak, Worksheet } from 'exceljs';
import type { Highlight } from '../ledger/sheet.js';
import { highlightStyles } from './highlight-styles.js';
import type { CellStyle } from './workbook-styles.js';

/** Rows from 1, sheet columns from 0; `end` and `bottom` are not part of the block. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

/** A formula and its result as a spreadsheet would compute it; made from our own templates only. */
export interface FormulaCell {
  readonly formula: string;
  readonly result: string | number;
}

export type Stored = string | number | null | FormulaCell;

export interface Paper {
  /** Nothing is kept: values need not be made. */
  readonly isBlank: boolean;
  /** One value; merged where the block is more than one cell, and every cell of it gets the style. */
  put(block: Block, value: Stored, style: CellStyle): void;
  /** In points. No cell is put into a row above it any more. */
  finishRow(row: number, height: number, hidden: boolean): void;
  setHeight(row: number, height: number): void;
  /** A page begins below this row. */
  breakBelow(row: number): void;
  filter(range: string): void;
  validate(range: string, rule: DataValidation): void;
  /** `ranges` are separated by blanks. */
  highlight(ranges: string, formula: string, look: Highlight['look']): void;
}

const lastColumn = 16_383;

/** Both worksheets of exceljs have page breaks and validations; its published type does not. */
type FullWorksheet = Worksheet & {
  readonly rowBreaks: RowBreak[];
  readonly dataValidations: { readonly model: Record<string, DataValidation> };
};

export function excelPaper(plain: Worksheet): Paper {
  const worksheet = plain as FullWorksheet;
  let priority = 0;
  return {
    isBlank: false,
    put({ top, bottom, start, end }, value, style) {
      const cell = worksheet.getCell(top, start + 1);
      cell.value = value;
      cell.style = style;
      if (bottom - top > 1 || end - start > 1) worksheet.mergeCells(top, start + 1, bottom - 1, end);
    },
    finishRow(number, height, hidden) {
      const row = worksheet.getRow(number);
      row.height = height;
      if (hidden) row.hidden = true;
      row.commit();
    },
    setHeight(row, height) {
      worksheet.getRow(row).height = height;
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
  };
}

const nothing = () => {};

export const blankPaper: Paper = {
  isBlank: true,
  put: nothing,
  finishRow: nothing,
  setHeight: nothing,
  breakBelow: nothing,
  filter: nothing,
  validate: nothing,
  highlight: nothing,
};
