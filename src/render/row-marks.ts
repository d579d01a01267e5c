// What the rows of a workbook looked like when they were written, kept on a hidden sheet of it.
import type { Workbook } from 'exceljs';
import { type MarkedCell, markSeparator, rowMark, rowMarksSheetName } from '../model/row-mark.js';
import type { Paper } from './paper.js';
import type { SheetTask } from './worksheet.js';

/** Marks of rows by the name of their worksheet. */
export type RowMarks = Map<string, Set<string>>;

const marksPerCell = 3_000;

/** Writes on `paper` and keeps the marks; cells that people type into are not part of a row. */
function rememberingPaper(paper: Paper, worksheet: string, marks: RowMarks): Paper {
  const own = marks.get(worksheet) ?? new Set<string>();
  marks.set(worksheet, own);
  let rows = new Map<number, (readonly [column: number, cell: MarkedCell])[]>();
  const finish = (through: number) => {
    const later: typeof rows = new Map();
    for (const [row, cells] of rows)
      if (row > through) later.set(row, cells);
      else own.add(rowMark(cells.toSorted(([a], [b]) => a - b).map(([, cell]) => cell)));
    rows = later;
  };
  return {
    ...paper,
    put(block, value, style) {
      paper.put(block, value, style);
      if (value === null || typeof value === 'object' || style.protection?.locked === false) return;
      const cells = rows.get(block.top) ?? [];
      cells.push([block.start, value]);
      rows.set(block.top, cells);
    },
    finishRow(row, height, hidden) {
      paper.finishRow(row, height, hidden);
      finish(row);
    },
  };
}

/** The paper to write on; `marks` are filled while it is written. */
export function markedPaper(paper: Paper, { name, sheet }: SheetTask, marks: RowMarks | undefined): Paper {
  return marks === undefined || sheet.isHidden === true ? paper : rememberingPaper(paper, name, marks);
}

/** The sheet behind all others. */
export function addRowMarks(workbook: Pick<Workbook, 'addWorksheet'>, marks: RowMarks): void {
  const worksheet = workbook.addWorksheet(rowMarksSheetName, { state: 'hidden' });
  let row = 0;
  for (const [name, own] of marks) {
    const all = [...own];
    for (let at = 0; at === 0 || at < all.length; at += marksPerCell) {
      row += 1;
      worksheet.getCell(row, 1).value = name;
      worksheet.getCell(row, 2).value = all.slice(at, at + marksPerCell).join(markSeparator);
    }
  }
}
