// Sheet 睡眠账户 (B6): accounts without a customer transaction of their own; the customer may be active elsewhere.
import type { DormantAccount } from '../analysis/dormant/listed.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import { dormantSubtitle, flagsCell, given, idleCell, idleFormula, managerCell } from './dormant-cells.js';
import { accountFigures } from './dormant-figures.js';
import { flagNotes } from './dormant-notes.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

function listColumns(report: DormantReport): readonly Column<DormantAccount>[] {
  const label = managerCell(report);
  return [
    { key: 'account', header: '账号', format: 'text', width: 19, value: ({ account }) => account },
    { key: 'customerId', header: '客户号', format: 'text', width: 11, value: ({ customerId }) => customerId },
    { header: '客户姓名', format: 'text', width: 9, value: ({ customerName }) => customerName },
    { header: '管户员工', format: 'text', width: 9, value: ({ managerName }) => label(managerName) },
    { header: '账户类型', format: 'text', width: 12, value: ({ accountType }) => accountType },
    { header: '开户日期', format: 'day', width: 11, value: ({ openDate }) => openDate },
    {
      key: 'lastActiveOn',
      header: '最近交易日',
      format: 'day',
      width: 11,
      value: ({ lastActiveOn }) => lastActiveOn,
    },
    {
      header: '休眠天数',
      format: 'count',
      width: 8,
      formula: idleFormula,
      value: ({ idleDays }) => idleCell(idleDays),
    },
    {
      key: 'balanceFen',
      header: '余额(元)',
      format: 'fen',
      width: 14,
      total: 'sum',
      value: ({ balanceFen }) => given(balanceFen),
    },
    {
      key: 'customerIsActive',
      header: '客户另有活跃账户',
      format: 'text',
      width: 10,
      value: ({ customerIsActive }) => (customerIsActive ? '是' : '否'),
    },
    { header: '豁免标记', format: 'text', width: 16, value: ({ flags }) => flagsCell(flags) },
    { key: 'remark', header: '备注', format: 'text', width: 14, input: true, value: () => null },
  ];
}

/** One row saying 未提供 stands for a list that nobody could make. */
function notProvided(columns: readonly Column<DormantAccount>[]): Table {
  const row = columns.map((_, index) => (index === 0 ? '未提供' : null));
  return { columns: columns.map(({ value: _, ...head }) => head), rows: [row], rowCount: 1, isList: true };
}

function listTable(report: DormantReport): Table {
  const { accounts } = report;
  const columns = listColumns(report);
  if (accounts === null) return notProvided(columns);
  const known = accounts.flatMap(({ balanceFen }) => (balanceFen === null ? [] : [balanceFen]));
  const balance = known.length === 0 ? '未提供' : known.reduce((sum, balanceFen) => sum + balanceFen, 0);
  const sums: Readonly<Record<string, string | number>> = { account: '合计', balanceFen: balance };
  const total = columns.map(({ key }) => sums[key ?? ''] ?? null);
  const table = tableOf(columns, accounts, { isList: true, ...(accounts.length === 0 ? {} : { total }) });
  return { ...table, id: 'dormantAccounts', rowKey: ['account', 'customerId'] };
}

/** The figures, then every dormant account in the report's order. */
export function dormantAccountSheet(report: DormantReport): Sheet {
  return {
    name: '睡眠账户',
    title: '睡眠账户清单',
    subtitle: dormantSubtitle(report, '元'),
    tables: [accountFigures(report), listTable(report)],
    notes: [
      '睡眠账户：按同一睡眠标准，只看本账户自己的客户交易；客户可能在其他账户上活跃',
      '未到期定期、贷款账户不会有客户交易，不列入；本账户无法判定的不列入',
      ...flagNotes(),
    ],
    frozenColumns: 3,
  };
}
