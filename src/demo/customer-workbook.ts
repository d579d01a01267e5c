import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import { type WorkbookColumn, workbook } from './workbook.js';

const statusWords = { open: '正常', closed: '销户', deceased: '死亡', frozen: '冻结' } as const;
const riskWords: Readonly<Record<string, string>> = {
  C1: '保守型',
  C2: '谨慎型',
  C3: '稳健型',
  C4: '进取型',
  C5: '激进型',
};

const columns: readonly WorkbookColumn<Customer>[] = [
  { header: '客户编号', width: 12, cell: (customer) => customer.custNo },
  { header: '客户名称', width: 24, cell: (customer) => customer.custName },
  { header: '客户类型', width: 10, cell: (customer) => customer.custType },
  { header: '证件类型', width: 16, cell: (customer) => customer.idType },
  { header: '证件号码', width: 22, cell: (customer) => customer.idNo },
  { header: '性别', width: 6, cell: (customer) => customer.gender },
  { header: '出生日期', width: 12, cell: (customer) => customer.birthDate && { day: customer.birthDate } },
  { header: '手机号码', width: 14, cell: (customer) => customer.phone },
  { header: '开户日期', width: 12, cell: (customer) => customer.openDate && { day: customer.openDate } },
  { header: '客户状态', width: 10, cell: (customer) => statusWords[customer.custStatus ?? 'open'] },
  { header: '销户日期', width: 12, cell: (customer) => customer.closeDate && { day: customer.closeDate } },
  { header: '风险等级', width: 10, cell: (customer) => riskWords[customer.riskLevel ?? ''] },
  {
    header: '测评到期日',
    width: 16,
    cell: (customer) => customer.riskExpiry && { day: customer.riskExpiry, chinese: true },
  },
  { header: '机构号', width: 8, cell: (customer) => customer.branchNo },
  { header: '网点名称', width: 12, cell: (customer) => customer.branchName },
  { header: '客户经理工号', width: 14, cell: (customer) => customer.managerNo },
  { header: '客户经理', width: 12, cell: (customer) => customer.managerName },
  { header: '本行员工标志', width: 14, cell: (customer) => (customer.isStaff ? '是' : '否') },
];

/** 客户信息 as an .xlsx with two merged title rows, ids as text and real dates. */
export function customerWorkbook(branchName: string, asOf: Day, customers: Iterable<Customer>): Generator<Uint8Array> {
  const titles = [`${branchName}客户信息一览表`, `数据日期：${asOf}　本表客户均为虚构`];
  return workbook('客户信息', titles, columns, customers);
}
