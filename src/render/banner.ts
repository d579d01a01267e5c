// Texts over several columns of a worksheet: title, subtitle, headings, signature, notes.
import { finishRow, type Pen } from './pen.js';
import type { SheetPlan } from './sheet-plan.js';
import { sum } from './table-grid.js';
import { lineCount, textUnits } from './text-lines.js';
import * as styles from './workbook-styles.js';
import { workbookValue } from './workbook-value.js';

const noteHeight = 13;
/** Between the parts of a subtitle. */
const separator = '　';

/** Sheet columns from 0; `end` is not one of them. */
export type Span = readonly [start: number, end: number];

export function wholeWidth({ widths }: SheetPlan): Span {
  return [0, widths.length];
}

/** Where texts are printed once, on the first of the pages that stand side by side. */
export function firstPage({ textColumn, noteColumns }: SheetPlan): Span {
  return [textColumn, Math.max(noteColumns, textColumn + 1)];
}

/** A text of its own in the row, which is not finished with it. */
function putText(pen: Pen, text: string, style: styles.CellStyle, [start, end]: Span): void {
  pen.paper.put({ top: pen.row, bottom: pen.row + 1, start, end }, workbookValue('text', text, pen.tally), style);
}

export function writeBanner(pen: Pen, text: string, style: styles.CellStyle, height: number, span: Span): void {
  putText(pen, text, style, span);
  finishRow(pen, height);
}

export function widthOf({ widths }: SheetPlan, span: Span): number {
  return sum(widths.slice(...span));
}

/** In points. */
export function wrappedHeight(plan: SheetPlan, text: string, span: Span): number {
  return lineCount(text, widthOf(plan, span) - 1) * noteHeight + 5;
}

/** As much of it as has room in the columns that are printed again on a second page, so that nothing is cut there. */
function splitSubtitle(plan: SheetPlan, subtitle: string): readonly [repeated: string, rest: string] {
  const room = widthOf(plan, [0, plan.textColumn]) - 1;
  const parts = subtitle.split(separator);
  const fits = parts.filter((_, index) => textUnits(parts.slice(0, index + 1).join(separator)) <= room).length;
  return [parts.slice(0, fits).join(separator), parts.slice(fits).join(separator)];
}

/** In points. */
export function subtitleHeight(plan: SheetPlan, subtitle: string): number {
  if (plan.textColumn === 0) return wrappedHeight(plan, subtitle, wholeWidth(plan));
  return wrappedHeight(plan, splitSubtitle(plan, subtitle)[1], firstPage(plan));
}

export function writeSubtitle(pen: Pen, subtitle: string): void {
  const { plan } = pen;
  const isSplit = plan.textColumn > 0;
  const [repeated, rest] = isSplit ? splitSubtitle(plan, subtitle) : ['', subtitle];
  if (repeated !== '') putText(pen, repeated, styles.subtitleStyle, [0, plan.textColumn]);
  putText(pen, rest, styles.subtitleStyle, isSplit ? firstPage(plan) : wholeWidth(plan));
  finishRow(pen, subtitleHeight(plan, subtitle));
}
