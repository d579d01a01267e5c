import type { DormantCustomer } from '../analysis/dormant/listed.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import { dormantSubtitle, flagsCell, given, idleCell, managerCell } from './dormant-cells.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet } from './sheet.js';

function listColumns(report: DormantReport): readonly Column<DormantCustomer>[] {
  const label = managerCell(report);
  return [
    { header: '客户号', format: 'text', width: 11, value: ({ customerId }) => customerId },
    { header: '客户姓名', format: 'text', width: 8, value: ({ customerName }) => customerName },
    { header: '联系电话', format: 'text', width: 13, value: ({ phone }) => given(phone) },
    { header: '管户员工', format: 'text', width: 8, value: ({ managerName }) => label(managerName) },
    { header: '最近交易日', format: 'day', width: 11, value: ({ lastActiveOn }) => lastActiveOn },
    { header: '休眠天数', format: 'count', width: 8, value: ({ idleDays }) => idleCell(idleDays) },
    { header: '休眠类型', format: 'text', width: 8, value: ({ type }) => type },
    { header: 'AUM(元)', format: 'fen', width: 14, value: ({ aumFen }) => given(aumFen) },
    { header: '余额档', format: 'text', width: 8, value: ({ band }) => band },
    { header: '豁免标记', format: 'text', width: 14, value: ({ flags }) => flagsCell(flags) },
    { header: '优先级', format: 'text', width: 6, value: ({ priority }) => priority },
    { header: '首次接触日', format: 'day', width: 11, value: ({ firstContactOn }) => firstContactOn },
    { header: '接触方式', format: 'text', width: 8, value: ({ contactMethod }) => contactMethod },
    { header: '接触结果', format: 'text', width: 9, value: ({ contactResult }) => contactResult },
    { header: '判定理由', format: 'text', width: 42, value: ({ reason }) => reason },
  ];
}

/** The dormant customers alone, in the report's order with the reason of each: what a CSV holds. */
export function dormantListSheet(report: DormantReport): Sheet {
  return {
    name: '睡眠客户',
    title: '睡眠客户名单',
    subtitle: dormantSubtitle(report, '元'),
    tables: [tableOf(listColumns(report), report.customers, { isList: true })],
    notes: [],
  };
}
