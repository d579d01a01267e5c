// One Sheet onto one paper, row after row; the same walk serves the in-memory and the streaming writer, and the round before them.
import type { Sheet } from '../ledger/sheet.js';
import {
  firstPage,
  type Span,
  subtitleHeight,
  wholeWidth,
  widthOf,
  wrappedHeight,
  writeBanner,
  writeSubtitle,
} from './banner.js';
import type { FormPlace } from './form-place.js';
import { writeForm } from './form-writer.js';
import type { Paper } from './paper.js';
import { breakPage, finishRow, type Pen, type PlacedTable } from './pen.js';
import { gapHeight, headingHeight, heightToKeep } from './row-height.js';
import { sheetNotes } from './sheet-notes.js';
import type { SheetPlan } from './sheet-plan.js';
import { isLive, type TablePlace } from './table-place.js';
import { writeTable } from './table-writer.js';
import * as styles from './workbook-styles.js';
import { newTally, type WorkbookTally } from './workbook-value.js';

const titleHeight = 30;
const signatureHeight = 28;
const signature = '制表：＿＿＿＿　复核：＿＿＿＿　审批：＿＿＿＿　日期：＿＿年＿月＿日';

/** The worksheet of a plan, with its own places among those of the workbook. */
export interface SheetTask {
  readonly sheet: Sheet;
  /** Its name in the workbook. */
  readonly name: string;
  readonly plan: SheetPlan;
  readonly places: readonly TablePlace[];
  /** The forms of the workbook. */
  readonly forms: readonly FormPlace[];
}

function placed({ sheet, name, plan, places }: SheetTask): readonly PlacedTable[] {
  const { starts } = plan;
  return sheet.tables.map((table, index) => {
    const own = starts[index] ?? [];
    const isFiltered = table === plan.filtered;
    return {
      ...table,
      starts: own,
      widths: table.columns.map((_, column) => widthOf(plan, [own[column] ?? 0, own[column + 1] ?? 0])),
      place: places.find((place) => place.worksheet === name && place.index === index),
      isFiltered,
      // The header of an only table is repeated by the printer; a total must not count headers.
      isDivided: !isFiltered && sheet.tables.length > 1 && !isLive(table),
    };
  });
}

/** The blank row before a table; the page ends there where the table would be torn from its heading, or in two without need. */
function writeGap(pen: Pen, table: PlacedTable): void {
  const { pageHeight } = pen.plan;
  const breaks = pen.used + gapHeight + heightToKeep(table, pageHeight - pen.titles) > pageHeight;
  finishRow(pen, gapHeight);
  if (breaks) breakPage(pen);
}

function writeEnd(pen: Pen, sheet: Sheet, places: readonly TablePlace[]): void {
  const span = firstPage(pen.plan);
  if (sheet.hasSignature === true) {
    finishRow(pen, gapHeight);
    writeBanner(pen, signature, styles.signatureStyle, signatureHeight, span);
  }
  const notes = sheetNotes(sheet, places);
  if (notes.length > 0 && sheet.hasSignature !== true) pen.row += 1;
  for (const note of notes) writeBanner(pen, note, styles.noteStyle, wrappedHeight(pen.plan, note, span), span);
}

/** Writes everything; `pause` is awaited every 500 rows, so that a streaming writer can hand on what it holds. */
export async function fillWorksheet(
  paper: Paper,
  task: SheetTask,
  tally: WorkbookTally,
  pause: () => Promise<void>,
): Promise<readonly TablePlace[]> {
  const { sheet, name, plan, places } = task;
  const titles = titleHeight + subtitleHeight(plan, sheet.subtitle);
  const counted = sheet.isHidden === true ? newTally() : tally;
  const pen: Pen = { paper, plan, tally: counted, places, row: 1, used: 0, titles, tail: 0 };
  // In the middle of several pages a title would be cut by their edges.
  const titleStyle = plan.pagesWide > 1 ? styles.wideTitleStyle : styles.titleStyle;
  writeBanner(pen, sheet.title, titleStyle, titleHeight, wholeWidth(plan));
  writeSubtitle(pen, sheet.subtitle);
  if (sheet.form !== undefined) writeForm(pen, sheet.form, task);
  const written: TablePlace[] = [];
  for (const [index, table] of placed(task).entries()) {
    if (index > 0) writeGap(pen, table);
    const heading: Span = [table.starts[0] ?? 0, plan.widths.length];
    if (table.heading !== undefined) writeBanner(pen, table.heading, styles.headingStyle, headingHeight, heading);
    if (sheet.hasSignature === true && index === sheet.tables.length - 1) pen.tail = gapHeight + signatureHeight;
    const rows = await writeTable(pen, table, pause);
    const { starts } = table;
    written.push({ sheet: sheet.name, worksheet: name, index, table, starts, ...rows });
  }
  writeEnd(pen, sheet, written);
  return written;
}
