// Sheet 即将休眠: who falls asleep soon if nothing happens, first by manager, then one by one.
import type { CountdownCustomer } from '../analysis/dormant/listed.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import { dormantSubtitle, flagsCell, given, idleCell, idleFormula, managerCell } from './dormant-cells.js';
import { countdownByManager } from './dormant-managers.js';
import { dormantNotes, flagNotes } from './dormant-notes.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

function listColumns(report: DormantReport): readonly Column<CountdownCustomer>[] {
  const label = managerCell(report);
  return [
    { header: '管户员工', format: 'text', width: 9, value: ({ managerName }) => label(managerName) },
    { key: 'customerId', header: '客户号', format: 'text', width: 11, value: ({ customerId }) => customerId },
    { header: '客户姓名', format: 'text', width: 9, value: ({ customerName }) => customerName },
    { header: '联系电话', format: 'text', width: 13, value: ({ phone }) => given(phone) },
    {
      key: 'lastActiveOn',
      header: '最近交易日',
      format: 'day',
      width: 11,
      value: ({ lastActiveOn }) => lastActiveOn,
    },
    {
      header: '未动天数',
      format: 'count',
      width: 8,
      formula: idleFormula,
      value: ({ idleDays }) => idleCell(idleDays),
    },
    { key: 'sleepsOn', header: '休眠日', format: 'day', width: 11, value: ({ sleepsOn }) => sleepsOn },
    {
      key: 'daysLeft',
      header: '剩余天数',
      format: 'count',
      width: 8,
      formula: '{sleepsOn}-数据日期',
      value: ({ daysLeft }) => daysLeft,
    },
    { header: '提前档', format: 'text', width: 9, value: ({ withinDays }) => `${withinDays} 天内` },
    { header: 'AUM(元)', format: 'fen', width: 14, value: ({ aumFen }) => given(aumFen) },
    { header: '豁免标记', format: 'text', width: 16, value: ({ flags }) => flagsCell(flags) },
    { key: 'remark', header: '备注', format: 'text', width: 14, input: true, value: () => null },
  ];
}

function listTable(report: DormantReport): Table {
  const [shortest] = report.summary.countdown;
  const table = tableOf(listColumns(report), report.countdown, { isList: true, heading: '客户' });
  const highlights =
    shortest === undefined
      ? []
      : [{ columns: ['daysLeft'], when: `{daysLeft}<=${shortest.withinDays}`, look: 'amber' as const }];
  return { ...table, id: 'countdown', rowKey: ['customerId'], highlights };
}

/** By manager with the windows of `rules.dormant.countdownDays`, then the customers in the report's order. */
export function countdownSheet(report: DormantReport): Sheet {
  const days = report.summary.countdown.map(({ withinDays }) => withinDays).join('、');
  return {
    name: '即将休眠',
    title: '即将休眠客户',
    subtitle: dormantSubtitle(report, '万元、元/户'),
    tables: [countdownByManager(report), listTable(report)],
    notes: [
      `即将休眠：再过 ${days} 天仍没有客户交易就达到睡眠标准的客户；各档为累计，AUM 为数据日期时点`,
      ...dormantNotes(report),
      ...flagNotes(),
    ],
    frozenColumns: 3,
  };
}
