// What `dormant` shows on the terminal: narrow tables, nothing about single customers.
import type { DormantReport } from '../analysis/dormant/report.js';
import { given, managerCell, rateCell } from './dormant-cells.js';
import { compositionTable, countdownTable, shareTable } from './dormant-figures.js';
import { shareNotes } from './dormant-notes.js';
import { tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';
import { wakeTable } from './wake-rates.js';

const shownManagers = 10;

function topManagers(report: DormantReport): Table {
  const { byManager } = report;
  const label = managerCell(report);
  const more = byManager.length - shownManagers;
  return tableOf(
    [
      { header: '管户员工', format: 'text', width: 12, value: ({ managerName }) => label(managerName) },
      { header: '睡眠', format: 'count', width: 7, value: ({ dormant }) => dormant },
      { header: '占比', format: 'ratio', width: 8, value: ({ share }) => rateCell(share) },
      { header: '睡眠AUM(万)', format: 'fenWan', width: 12, value: ({ dormantAumFen }) => given(dormantAumFen) },
      { header: '名单', format: 'count', width: 7, value: ({ wakeCohort }) => wakeCohort },
      { header: '已唤醒', format: 'count', width: 7, value: ({ awakened }) => awakened },
    ],
    byManager.slice(0, shownManagers),
    { heading: more > 0 ? `按管户员工（前 ${shownManagers} 名，另有 ${more} 名）` : '按管户员工' },
  );
}

/** Compact tables of at most 80 columns: the share, the composition, waking up, the countdown, the managers with most sleepers. */
export function dormantTerminal(report: DormantReport): Sheet {
  const tables = [
    shareTable(report),
    compositionTable(report),
    wakeTable(report),
    countdownTable(report),
    topManagers(report),
  ];
  return {
    name: '睡眠客户',
    title: '睡眠客户',
    subtitle: `数据日期：${report.asOf}　睡眠标准：${report.preset.id}　单位：户、万元`,
    tables: tables.filter(({ rowCount }) => rowCount > 0),
    notes: [...shareNotes(report), ...report.notes],
  };
}
