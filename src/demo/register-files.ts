// The registers beside the core's exports: kept by hand or by other systems, each in its own way (§6.3, §6.4).
import iconv from 'iconv-lite';
import type { Assignment } from '../model/assignment.js';
import type { Contact } from '../model/contact.js';
import type { Employee } from '../model/employee.js';
import type { FundTransaction } from '../model/fund-transaction.js';
import type { Holding } from '../model/holding.js';
import type { Moment } from '../model/moment.js';
import type { WealthSale } from '../model/wealth-sale.js';
import { plainStyle, type TextExport } from './text-files.js';

/** With its time where one is known. */
export function momentText({ day, time }: Moment): string {
  return time === undefined ? day : `${day} ${time.slice(0, 5)}`;
}

const noTotal = { ...plainStyle, hasTotal: false } as const;

export const staffList: TextExport<Employee> = {
  name: '员工.csv',
  style: noTotal,
  columns: [
    { header: '员工编号', cell: (employee) => employee.empNo },
    { header: '姓名', cell: (employee) => employee.empName },
    { header: '职务', cell: (employee) => employee.role },
    { header: '机构号', cell: (employee) => employee.branchNo },
    { header: '团队', cell: (employee) => employee.team },
    { header: '状态', cell: (employee) => (employee.isPresent ? '在岗' : '离岗') },
  ],
};

/** Exported by an old CRM: GB18030, a title line, slashes in dates. */
export const contactLog: TextExport<Contact> = {
  name: '联系记录.csv',
  style: {
    ...noTotal,
    encode: (text) => iconv.encode(text, 'gb18030'),
    preamble: ['云栖支行客户联系记录'],
    padding: ' ',
  },
  columns: [
    { header: '联系日期', cell: (contact) => momentText(contact.contactedAt).replaceAll('-', '/') },
    { header: '客户号', cell: (contact) => contact.custNo },
    { header: '客户姓名', cell: (contact) => contact.custName },
    { header: '接触方式', cell: (contact) => contact.method },
    { header: '联系事由', cell: (contact) => contact.reason },
    { header: '接触结果', cell: (contact) => contact.result },
    { header: '工号', cell: (contact) => contact.staffNo },
    { header: '客户经理', cell: (contact) => contact.staffName },
  ],
};

export const wealthSaleList: TextExport<WealthSale> = {
  name: '理财销售.csv',
  style: { ...plainStyle, thousands: true },
  columns: [
    { header: '购买日期', cell: (sale) => sale.tradeDate.replaceAll('-', '') },
    { header: '客户号', cell: (sale) => sale.custNo },
    { header: '客户名称', cell: (sale) => sale.custName },
    { header: '理财名称', cell: (sale) => sale.productName },
    { header: '产品代码', cell: (sale) => sale.productCode },
    { header: '产品风险等级', cell: (sale) => sale.productRisk },
    { header: '认购金额', cell: (sale) => sale.amountFen, sum: true },
    { header: '业绩比较基准', cell: (sale) => sale.benchmark },
    { header: '起息日', cell: (sale) => sale.valueDate?.replaceAll('-', '') },
    { header: '产品到期日', cell: (sale) => sale.maturityDate?.replaceAll('-', '') },
    { header: '交易流水号', cell: (sale) => sale.txnId },
    { header: '持有状态', cell: (sale) => sale.status },
    { header: '办理渠道', cell: (sale) => sale.channel },
    { header: '营销人员', cell: (sale) => sale.salesName },
  ],
};

export const fundLog: TextExport<FundTransaction> = {
  name: '基金交易.csv',
  style: { ...noTotal, delimiter: '|', hasTotal: false },
  columns: [
    { header: '申请日期', cell: (fund) => fund.applyDate },
    { header: '确认日期', cell: (fund) => fund.confirmDate },
    { header: '客户号', cell: (fund) => fund.custNo },
    { header: '客户名称', cell: (fund) => fund.custName },
    { header: '基金代码', cell: (fund) => fund.fundCode },
    { header: '基金名称', cell: (fund) => fund.fundName },
    { header: '基金类型', cell: (fund) => fund.fundType },
    { header: '业务代码', cell: (fund) => fund.business },
    { header: '申请金额', cell: (fund) => fund.appliedFen },
    { header: '确认金额', cell: (fund) => fund.confirmedFen },
    { header: '状态', cell: (fund) => fund.status },
    { header: '客户经理', cell: (fund) => fund.managerName },
  ],
};

export const assignmentList: TextExport<Assignment> = {
  name: '管户关系.csv',
  style: { ...noTotal, empty: '-' },
  columns: [
    { header: '客户号', cell: (assignment) => assignment.custNo },
    { header: '管户工号', cell: (assignment) => assignment.managerNo },
    { header: '管户客户经理', cell: (assignment) => assignment.managerName },
    { header: '管户机构', cell: (assignment) => assignment.branchNo },
    { header: '分配日期', cell: (assignment) => assignment.startDate },
    { header: '结束日期', cell: (assignment) => assignment.endDate },
    { header: '管理类型', cell: (assignment) => assignment.manageType },
  ],
};

export const holdingList: TextExport<Holding> = {
  name: '产品持有.csv',
  style: plainStyle,
  columns: [
    { header: '数据日期', cell: (holding) => holding.dataDate },
    { header: '客户编号', cell: (holding) => holding.custNo },
    { header: '产品大类', cell: (holding) => holding.productCategory },
    { header: '产品代码', cell: (holding) => holding.productCode },
    { header: '产品简称', cell: (holding) => holding.productName },
    { header: '持有市值', cell: (holding) => holding.amountFen, sum: true },
    { header: '产品到期日', cell: (holding) => holding.maturityDate },
    { header: '手机银行标志', cell: (holding) => (holding.signed.mobileBanking ? '是' : '否') },
  ],
};
