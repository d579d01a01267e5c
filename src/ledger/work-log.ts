// 客户经理工作日志 (§4.6): the workbook of one employee and month.
import type { LogCustomer, WorkLog } from '../analysis/worklog/report.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet } from './sheet.js';
import { workDaySheet } from './work-log-day.js';
import { workEntriesSheet } from './work-log-entries.js';
import { customerListName } from './work-log-layout.js';
import { workMonthSheet } from './work-log-summary.js';

const customerColumns: readonly Column<LogCustomer>[] = [
  { key: 'customerId', header: '客户号', format: 'text', width: 14, value: ({ customerId }) => customerId },
  {
    key: 'customerName',
    header: '客户姓名',
    format: 'text',
    width: 10,
    value: ({ customerName }) => customerName ?? '未提供',
  },
  { key: 'level', header: '资产层级', format: 'text', width: 10, value: ({ level }) => level ?? '未提供' },
];

/** What the forms look 客户姓名 and 资产层级 up in. */
function customerListSheet({ customers, employeeNo, asOf }: WorkLog): Sheet {
  return {
    name: customerListName,
    title: '客户',
    subtitle: `工号：${employeeNo}　数据日期：${asOf}`,
    tables: [{ ...tableOf(customerColumns, customers), id: 'logCustomers', rowKey: ['customerId'] }],
    notes: [],
    isHidden: true,
  };
}

/**
 * One sheet per working day (MMDD), 月度汇总, and the hidden sheets _日志明细 and _客户; they refer to each other, so they belong
 * into one workbook.
 */
export function workLogSheets(log: WorkLog): readonly Sheet[] {
  return [
    ...log.days.map((day) => workDaySheet(log, day)),
    workMonthSheet(log),
    workEntriesSheet(log),
    customerListSheet(log),
  ];
}
