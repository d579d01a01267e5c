import type { AddWorksheetOptions, Column, PaperSize } from 'exceljs';
import type { Sheet } from '../ledger/sheet.js';
import type { Paper } from '../model/rules-ledger.js';
import { columnLetter } from './column-letter.js';
import type { SheetPlan } from './sheet-plan.js';

const cm = 1 / 2.54;
/** exceljs leaves columns of this width out, as if it were everyone's default; Excel's own is narrower. */
const unwrittenWidth = 9;
/** As the file format numbers them; the published type of exceljs lacks A3. */
const paperSizes: Readonly<Record<Paper, PaperSize>> = { A4: 9, A3: 8 as number };

/** What exceljs must be told when the worksheet is made. */
export function worksheetOptions({ isHidden, print }: Sheet, plan: SheetPlan): Partial<AddWorksheetOptions> {
  const { frozenRows, frozenColumns, repeatedRows, repeatedColumns, pagesWide } = plan;
  const isFrozen = frozenRows > 0 || frozenColumns > 0;
  return {
    ...(isHidden === true ? { state: 'hidden' } : {}),
    properties: { defaultColWidth: unwrittenWidth },
    views: [isFrozen ? { state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows } : { state: 'normal' }],
    pageSetup: {
      paperSize: paperSizes[print?.paper ?? 'A4'],
      orientation: plan.orientation,
      margins: { left: cm, right: cm, top: 1.5 * cm, bottom: 1.5 * cm, header: 0.8 * cm, footer: 0.8 * cm },
      horizontalCentered: true,
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: plan.pagesHigh,
      ...(repeatedRows === null ? {} : { printTitlesRow: `${repeatedRows.from}:${repeatedRows.to}` }),
      ...(repeatedColumns > 0 ? { printTitlesColumn: `A:${columnLetter(repeatedColumns)}` } : {}),
    },
    headerFooter: { oddFooter: '&L&A&C第 &P 页 共 &N 页' },
  };
}

export function worksheetColumns({ widths, hidden }: SheetPlan): Partial<Column>[] {
  return widths.map((width, index) => {
    const ownWidth = hidden.get(index);
    return ownWidth === undefined ? { width } : { width: ownWidth, hidden: true };
  });
}

/** What a protected sheet still allows; there is no password. */
export const openToStaff = { sort: true, autoFilter: true, formatColumns: true, formatRows: true } as const;

/** Whether people type into the sheet: then everything else is protected. */
export function hasInput({ tables, form }: Sheet): boolean {
  if (form?.cells.some(({ input }) => input === true) === true) return true;
  return tables.some(({ columns, spareRows = 0 }) => spareRows > 0 || columns.some(({ input }) => input === true));
}
