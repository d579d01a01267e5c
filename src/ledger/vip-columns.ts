// The columns A–AN of 个人贵宾客户基本情况表 (§4.3), in order.
import type { PortfolioCustomer, PortfolioReport } from '../analysis/portfolio/report.js';
import { type Service, services } from '../analysis/portfolio/services.js';
import { staffNames } from '../analysis/staff-names.js';
import { figureColumns, grouped, inputColumn, type KeyedColumn, keyed } from './portfolio-column.js';

export interface NumberedCustomer {
  /** 序号, from 1. */
  readonly place: number;
  readonly customer: PortfolioCustomer;
}

type VipColumn = KeyedColumn<NumberedCustomer>;

const sum = { total: 'sum' } as const;

type FieldOf<Kind> = {
  [Name in keyof PortfolioCustomer]: PortfolioCustomer[Name] extends Kind ? Name : never;
}[keyof PortfolioCustomer];

function text(key: FieldOf<string | null>, header: string, width: number): VipColumn {
  return keyed([key, header, 'text', width], ({ customer }) => customer[key]);
}

function day(key: FieldOf<string | null>, header: string): VipColumn {
  return keyed([key, header, 'day', 11], ({ customer }) => customer[key]);
}

function wan(key: FieldOf<number | null>, header: string, width: number): VipColumn {
  return keyed([key, header, 'fenWan', width], ({ customer }) => customer[key], sum);
}

function managerColumn({ customers }: PortfolioReport): VipColumn {
  const called = staffNames(customers);
  const cell = ({ customer }: NumberedCustomer) => called(customer.employeeNo, customer.employeeName) ?? '未分配';
  return keyed(['manager', '管户员工', 'text', 9], cell);
}

/** Grey where nobody has one; a single empty cell stays empty, for it does not look like a number. */
function greyWhereNone(columns: readonly VipColumn[], customers: readonly NumberedCustomer[]): readonly VipColumn[] {
  return columns.map((column) => {
    const isNone = customers.length > 0 && customers.every((item) => column.value(item) === null);
    return isNone ? { ...column, isMissing: true as const } : column;
  });
}

const serviceKeys: Readonly<Record<Service, string>> = {
  借记卡: 'debitCard',
  手机银行: 'mobileBanking',
  网上银行: 'onlineBanking',
  短信通知: 'smsNotice',
  信用卡: 'creditCard',
  代发工资: 'payroll',
  三方存管: 'securitiesCustody',
  快捷支付: 'quickPayment',
};

function serviceColumns({ services: known }: PortfolioReport): readonly VipColumn[] {
  const marks = services.map((service): VipColumn => {
    const mark = keyed<NumberedCustomer>([serviceKeys[service], service, 'text', 5], ({ customer }) =>
      customer.services.includes(service) ? '√' : null,
    );
    return known.includes(service) ? mark : { ...mark, isMissing: true };
  });
  const opened = keyed<NumberedCustomer>(
    ['opened', '开通数', 'integer', 6],
    ({ customer }) => (known.length === 0 ? null : customer.services.length),
    known.length === 0 ? { isMissing: true } : { formula: 'COUNTIF({debitCard}:{quickPayment},"√")' },
  );
  return grouped('已开通产品', [...marks, opened]);
}

const person: readonly VipColumn[] = [
  text('gender', '性别', 5),
  keyed(['age', '年龄', 'integer', 5], ({ customer: { age } }) => age),
  { ...text('phone', '联系电话', 13), isCode: true as const },
  keyed(['occupation', '职业/单位', 'text', 14], ({ customer: { occupation } }) => occupation),
];

const classes: readonly VipColumn[] = [
  text('band', '资产层级', 11),
  text('tier', 'RFM分类', 9),
  text('group', '客户群组', 13),
  text('riskLevel', '风险等级', 7),
  day('riskExpiresOn', '测评到期日'),
];

const assets: readonly VipColumn[] = [
  ...grouped('金融资产（万元）', [
    wan('aumFen', '时点余额', 11),
    wan('yearAverageFen', '年日均', 11),
    { ...wan('monthChangeFen', '较上月', 10), format: 'fenWanChange' as const },
  ]),
  ...grouped('资产构成（万元）', [
    wan('depositFen', '储蓄存款', 10),
    wan('wealthFen', '理财', 10),
    wan('fundFen', '基金', 10),
    wan('otherFen', '保险及其他', 10),
    { ...wan('loanFen', '贷款余额', 10), note: '不计入金融资产' },
  ]),
];

const counts: readonly VipColumn[] = [
  keyed(['frequency', '近一年次数', 'count', 7], ({ customer: { frequency } }) => frequency),
  keyed(['amountFen', '近一年金额', 'fenWan', 11], ({ customer: { amountFen } }) => amountFen),
];

function activityColumns(customers: readonly NumberedCustomer[]): readonly VipColumn[] {
  const isMissing = customers.length > 0 && customers.every(({ customer: { tier } }) => tier === null);
  const idle = keyed<NumberedCustomer>(
    ['idleDays', '距今天数', 'integer', 7],
    ({ customer: { recencyDays } }) => recencyDays ?? (isMissing ? null : '—'),
    isMissing ? { isMissing } : { formula: 'IF({lastActiveOn}="","—",数据日期-{lastActiveOn})' },
  );
  const last = { ...day('lastActiveOn', '最近交易日'), ...(isMissing ? { isMissing: true as const } : {}) };
  return grouped('交易活跃', [last, idle, ...figureColumns(counts, customers)]);
}

const byHand: readonly VipColumn[] = grouped('手工补充', [
  inputColumn<NumberedCustomer>(['interests', '兴趣爱好/家庭', 'text', 16], { note: '只记事实，不记敏感信息' }),
  inputColumn<NumberedCustomer>(['otherBanksFen', '他行资产(万元)', 'fenWan', 9], { check: 'notNegative' }),
  inputColumn<NumberedCustomer>(['nextContactOn', '下次联系日', 'day', 11], { check: 'fromDataDate' }),
  inputColumn<NumberedCustomer>(['remark', '备注', 'text', 16]),
]);

/** Customers are counted in the third column, so that the names of subtotals have the room of the first two. */
function customerColumns(customers: readonly NumberedCustomer[]): readonly VipColumn[] {
  const isNamed = customers.every(({ customer: { customerName } }) => customerName !== null);
  const counted = (column: VipColumn, isCounted: boolean) =>
    isCounted ? { ...column, total: 'count' as const } : column;
  return [
    counted({ ...text('customerId', '客户号', 14), isCode: true }, !isNamed),
    ...greyWhereNone([counted(text('customerName', '客户姓名', 9), isNamed)], customers),
  ];
}

export function vipColumns(report: PortfolioReport, customers: readonly NumberedCustomer[]): readonly VipColumn[] {
  return [
    keyed(['place', '序号', 'integer', 5], ({ place }) => place),
    ...customerColumns(customers),
    ...greyWhereNone(grouped('基本信息', person), customers),
    ...greyWhereNone(grouped('分类', classes), customers),
    ...grouped('管户', [managerColumn(report), ...greyWhereNone([day('managedSince', '管户起始日')], customers)]),
    ...figureColumns(assets, customers),
    ...serviceColumns(report),
    ...activityColumns(customers),
    day('nextMaturityOn', '最近到期日'),
    ...byHand,
  ];
}
