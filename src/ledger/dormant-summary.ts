import type { DormantReport } from '../analysis/dormant/report.js';
import { dormantSubtitle } from './dormant-cells.js';
import {
  accountFigures,
  bandTable,
  compositionTable,
  countdownTable,
  flagTable,
  shareTable,
} from './dormant-figures.js';
import { managerTable } from './dormant-managers.js';
import { dormantNotes, flagNotes, shareNotes, wakeNotes } from './dormant-notes.js';
import type { Sheet } from './sheet.js';
import { reactivationNotes, wakeTable } from './wake-rates.js';

/** Sheet 睡眠概况: every figure that a manager asks for; tables without rows are left out. */
export function dormantSummarySheet(report: DormantReport): Sheet {
  const tables = [
    shareTable(report),
    compositionTable(report),
    wakeTable(report),
    countdownTable(report),
    managerTable(report),
    bandTable(report),
    flagTable(report),
    accountFigures(report),
  ];
  return {
    name: '睡眠概况',
    title: '睡眠客户概况',
    subtitle: dormantSubtitle(report, '户、万元'),
    tables: tables.filter(({ rowCount }) => rowCount > 0),
    notes: [
      ...dormantNotes(report),
      ...shareNotes(report),
      ...wakeNotes(report),
      ...reactivationNotes(report),
      ...flagNotes(),
      ...report.notes,
      '因四舍五入，分项之和与合计可能有尾差',
    ],
  };
}
