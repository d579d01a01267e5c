import type { SheetColumn } from '../ledger/sheet.js';
import { hasGroups, headerSpans } from './header-spans.js';
import { wrappedHeader } from './header-text.js';
import type { Pen, PlacedTable } from './pen.js';
import { lineHeight } from './row-height.js';
import { lineCount } from './text-lines.js';
import {
  type CellStyle,
  headerStyle,
  inputHeaderStyle,
  missingHeaderStyle,
  wideGroupStyle,
} from './workbook-styles.js';
import { workbookValue } from './workbook-value.js';

const filterButton = 3;
const padding = 1;
const groupHeight = lineHeight + 5;

function styleOf({ input, isMissing }: SheetColumn): CellStyle {
  if (isMissing === true) return missingHeaderStyle;
  return input === true ? inputHeaderStyle : headerStyle;
}

/** The upper header row; a column without group goes through both rows. */
function writeGroups(pen: Pen, { columns, starts }: PlacedTable): void {
  const top = pen.row;
  for (const { first, count, group } of headerSpans(columns)) {
    const column = columns[first] as SheetColumn;
    const block = { top, bottom: group === undefined ? top + 2 : top + 1, start: starts[first] ?? 0 };
    const value = workbookValue('text', group ?? wrappedHeader(column), pen.tally);
    // Over the edge of a page a text in the middle would be cut.
    const grouped = pen.plan.noteColumns < pen.plan.widths.length ? wideGroupStyle : headerStyle;
    const style = group === undefined ? styleOf(column) : grouped;
    pen.paper.put({ ...block, end: starts[first + count] ?? 0 }, value, style);
  }
  pen.paper.setHeight(top, groupHeight);
}

/** One header row, or two where columns have groups; as high as the longest header needs, wrapped. */
export function writeHeader(pen: Pen, table: PlacedTable): void {
  const { columns, starts, widths, isFiltered } = table;
  const grouped = hasGroups(columns);
  if (grouped) writeGroups(pen, table);
  const leaf = grouped ? pen.row + 1 : pen.row;
  let height = 0;
  for (const [index, column] of columns.entries()) {
    const text = wrappedHeader(column);
    const isTall = grouped && column.group === undefined;
    const lines = lineCount(text, (widths[index] ?? 8) - padding - (isFiltered ? filterButton : 0));
    height = Math.max(height, lines * lineHeight + 5 - (isTall && column.isMissing === true ? groupHeight : 0));
    if (isTall) continue;
    const block = { top: leaf, bottom: leaf + 1, start: starts[index] ?? 0, end: starts[index + 1] ?? 0 };
    pen.paper.put(block, workbookValue('text', text, pen.tally), styleOf(column));
  }
  pen.paper.finishRow(leaf, height, false);
  pen.used += height + (grouped ? groupHeight : 0);
  pen.row = leaf + 1;
}
