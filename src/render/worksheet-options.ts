import type { AddWorksheetOptions } from 'exceljs';
import { columnLetter } from './column-letter.js';
import type { SheetPlan } from './sheet-plan.js';

const cm = 1 / 2.54;

/** What exceljs must be told when the worksheet is made. */
export function worksheetOptions(plan: SheetPlan): Partial<AddWorksheetOptions> {
  const { frozenRows, frozenColumns, repeatedRows, repeatedColumns, pagesWide } = plan;
  const isFrozen = frozenRows > 0 || frozenColumns > 0;
  return {
    views: [isFrozen ? { state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows } : { state: 'normal' }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      margins: { left: cm, right: cm, top: 1.5 * cm, bottom: 1.5 * cm, header: 0.8 * cm, footer: 0.8 * cm },
      horizontalCentered: true,
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0,
      printTitlesRow: `1:${repeatedRows}`,
      ...(repeatedColumns > 0 ? { printTitlesColumn: `A:${columnLetter(repeatedColumns)}` } : {}),
    },
    headerFooter: { oddFooter: '&L&A&C第 &P 页 共 &N 页' },
  };
}
