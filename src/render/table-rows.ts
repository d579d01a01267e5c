// The rows of one table: data, subtotals, spare rows, total.
import type { CellValue, Format, SheetColumn } from '../ledger/sheet.js';
import { columnLetter } from './column-letter.js';
import { resolveFormula } from './formula.js';
import type { FormulaCell, Stored } from './paper.js';
import { breakPage, finishRow, type Pen, type PlacedTable } from './pen.js';
import { dataRowHeight } from './row-height.js';
import { resultOf } from './shown-table.js';
import { writeHeader } from './table-header.js';
import { emptyNotice, isNotice } from './table-totals.js';
import * as styles from './workbook-styles.js';
import { workbookValue } from './workbook-value.js';

const lastRow = 1_048_576;

/** What a cell of the row is given, and how it looks. */
type CellOf = (column: SheetColumn, index: number) => { readonly value: Stored; readonly style: styles.CellStyle };

function putRow(pen: Pen, table: PlacedTable, height: number, hidden: boolean, cellOf: CellOf): void {
  if (pen.row > lastRow) throw new RangeError('more rows than a worksheet holds');
  if (table.isDivided && pen.used + height > pen.plan.pageHeight) {
    breakPage(pen);
    writeHeader(pen, table);
  }
  if (!pen.paper.isBlank) {
    const [top, bottom] = [pen.row, pen.row + 1];
    table.columns.forEach((column, index) => {
      const { value, style } = cellOf(column, index);
      const start = table.starts[index] ?? 0;
      pen.paper.put({ top, bottom, start, end: table.starts[index + 1] ?? 0 }, value, style);
    });
  }
  finishRow(pen, height, hidden);
}

/** A day without its time must not pass for midnight. */
function formatOf(format: Format, value: CellValue): Format {
  return format === 'moment' && typeof value === 'string' && value.length === 10 ? 'day' : format;
}

function formulaCell(pen: Pen, table: PlacedTable, template: string, format: Format, result: CellValue): FormulaCell {
  if (table.place === undefined) throw new TypeError('a formula stands in a table without a place');
  return {
    formula: resolveFormula(template, { table: table.place, row: pen.row }, pen.places),
    result: result === null ? '' : (workbookValue(format, result, pen.tally) ?? ''),
  };
}

function stylesOf({ input, isMissing, isLink, formula }: SheetColumn): Readonly<Record<Format, styles.CellStyle>> {
  if (isMissing === true) return styles.missingStyles;
  if (input === true) return styles.inputStyles;
  if (isLink === true) return styles.linkStyles;
  return formula === undefined ? styles.dataStyles : styles.formulaStyles;
}

function codeStyle({ isCode }: SheetColumn, style: styles.CellStyle): styles.CellStyle {
  return isCode === true ? styles.centred(style) : style;
}

/** The formula of a cell: the row's own, else its column's. */
function formulaOf({ rowFormulas }: PlacedTable, { key, formula }: SheetColumn, place: number): string | undefined {
  return (key === undefined ? undefined : rowFormulas?.[place]?.[key]) ?? formula;
}

/** `place` is the row's among the rows of the table, from 0. */
export function writeDataRow(pen: Pen, table: PlacedTable, values: readonly CellValue[], place: number): void {
  const isEmpty = table.place !== undefined && isNotice(values);
  putRow(pen, table, isEmpty ? dataRowHeight(table, []) : dataRowHeight(table, values), false, (column, index) => {
    const value = values[index] ?? null;
    const { format } = column;
    const formula = formulaOf(table, column, place);
    if (isEmpty) return { value: index === 0 ? emptyNotice : null, style: styles.noticeStyle };
    const style = codeStyle(column, stylesOf(column)[formatOf(format, value)]);
    if (column.isMissing === true)
      return { value: value === null ? null : workbookValue(format, value, pen.tally), style };
    if (formula === undefined) return { value: workbookValue(format, value, pen.tally), style };
    return { value: formulaCell(pen, table, formula, format, resultOf(formula, value)), style };
  });
}

/** The cells of a row that hold no formula, as ranges: what tells whether staff filled the row. */
function typedCells({ columns, starts }: PlacedTable, row: number): string {
  const ranges: string[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const from = index;
    while (index < columns.length && columns[index]?.formula === undefined) index += 1;
    if (index > from)
      ranges.push(`${columnLetter((starts[from] ?? 0) + 1)}${row}:${columnLetter((starts[index - 1] ?? 0) + 1)}${row}`);
  }
  return ranges.join(',');
}

/** A row that staff may fill, or have filled with `values`; the formulas of an empty one stay empty until they do. */
export function writeSpareRow(pen: Pen, table: PlacedTable, hidden: boolean, values: readonly CellValue[] = []): void {
  putRow(pen, table, dataRowHeight(table, values), hidden, (column, index) => {
    const { format, formula, input } = column;
    const typed = values[index] ?? null;
    const value = typed === null ? null : workbookValue(format, typed, pen.tally);
    if (column.isMissing === true) return { value, style: styles.missingStyles[format] };
    if (formula === undefined)
      return {
        value,
        style: codeStyle(column, (input === true ? styles.inputStyles : styles.spareStyles)[formatOf(format, typed)]),
      };
    const guarded = `IF(COUNTA(${typedCells(table, pen.row)})=0,"",${formula})`;
    return { value: formulaCell(pen, table, guarded, format, typed ?? ''), style: styles.formulaStyles[format] };
  });
}

/** `from`…`to` are the rows that are added up; null where the table states its totals as plain figures. */
export function writeTotalRow(
  pen: Pen,
  table: PlacedTable,
  cells: readonly CellValue[],
  rows: { readonly from: number; readonly to: number } | null,
): void {
  const templateOf = ({ total }: SheetColumn, letter: string): string | undefined => {
    if (total === undefined || rows === null) return undefined;
    if (typeof total === 'object') return total.formula;
    return `SUBTOTAL(${total === 'sum' ? 109 : 103},${letter}${rows.from}:${letter}${rows.to})`;
  };
  putRow(pen, table, dataRowHeight(table, cells), false, (column, index) => {
    const value = cells[index] ?? null;
    const format = column.total === 'count' ? 'count' : column.format;
    const template = templateOf(column, columnLetter((table.starts[index] ?? 0) + 1));
    if (index === 0 && typeof value === 'string' && format !== 'text' && template === undefined)
      return { value: workbookValue('text', value, pen.tally), style: styles.totalLabelStyle };
    const style =
      column.total !== undefined && format === 'text' ? styles.totalFormulaStyle : styles.totalStyles[format];
    if (template === undefined || column.isMissing === true)
      return { value: value === null ? null : workbookValue(format, value, pen.tally), style };
    if (value === null && typeof column.total === 'object')
      throw new TypeError(`the total of ${column.key ?? column.header} is a formula without a stated result`);
    return { value: formulaCell(pen, table, template, format, value), style };
  });
}
