import { hasGroups, headerSpans } from './header-spans.js';
import { type Pen, type PlacedTable, putBlock } from './pen.js';
import { lineHeight } from './row-height.js';
import { lineCount } from './text-lines.js';
import { headerStyle, inputHeaderStyle } from './workbook-styles.js';
import { workbookValue } from './workbook-value.js';

const filterButton = 3;
const padding = 1;

/** The upper header row; a column without group goes through both rows. */
function writeGroups(pen: Pen, { columns, starts }: PlacedTable): void {
  const top = pen.row;
  for (const { first, count, group, header } of headerSpans(columns)) {
    const block = { top, bottom: group === undefined ? top + 2 : top + 1, start: starts[first] ?? 0 };
    const value = workbookValue('text', group ?? header, pen.tally);
    putBlock(pen, { ...block, end: starts[first + count] ?? 0 }, value, headerStyle);
  }
  pen.worksheet.getRow(top).height = lineHeight + 5;
}

/** One header row, or two where columns have groups; as high as the longest header needs, wrapped. */
export function writeHeader(pen: Pen, table: PlacedTable, isFiltered: boolean): void {
  const { columns, starts, widths } = table;
  const grouped = hasGroups(columns);
  if (grouped) writeGroups(pen, table);
  const leaf = grouped ? pen.row + 1 : pen.row;
  let lines = 1;
  for (const [index, { header, group, input }] of columns.entries()) {
    lines = Math.max(lines, lineCount(header, (widths[index] ?? 8) - padding - (isFiltered ? filterButton : 0)));
    if (grouped && group === undefined) continue;
    const block = { top: leaf, bottom: leaf + 1, start: starts[index] ?? 0, end: starts[index + 1] ?? 0 };
    putBlock(pen, block, workbookValue('text', header, pen.tally), input === true ? inputHeaderStyle : headerStyle);
  }
  const row = pen.worksheet.getRow(leaf);
  row.height = lines * lineHeight + 5;
  row.commit();
  pen.used += row.height + (grouped ? lineHeight + 5 : 0);
  pen.row = leaf + 1;
}
