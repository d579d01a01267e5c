// An invented branch with two customer managers, for the tests of the work log.
import type { BranchInput } from '../../../src/analysis/portfolio/input.js';
import type { WorkLog } from '../../../src/analysis/worklog/report.js';
import { workLogs } from '../../../src/analysis/worklog/work-log.js';
import type { Balance } from '../../../src/model/balance.js';
import type { Contact } from '../../../src/model/contact.js';
import type { Customer } from '../../../src/model/customer.js';
import { fenFromYuan, fenOf } from '../../../src/model/fen.js';
import { type Period, parsePeriod } from '../../../src/model/period.js';
import { ratio } from '../../../src/model/ratio.js';
import type { Rules } from '../../../src/model/rules.js';
import type { Target } from '../../../src/model/target.js';
import type { WealthSale } from '../../../src/model/wealth-sale.js';
import { asOf, branch, on, rulesWith } from '../branch.js';

export const september = parsePeriod('2025-09') as Period;

export function person(custNo: string, more: Partial<Customer> = {}): Customer {
  return { custNo, custName: '陈思奎', managerNo: '0007', custStatus: 'open', ...more };
}

export function contact(day: string, more: Partial<Contact> = {}): Contact {
  return { contactedAt: { day: on(day) }, custNo: 'C01', staffNo: '0007', ...more };
}

export function sale(day: string, yuan: number, more: Partial<WealthSale> = {}): WealthSale {
  return {
    tradeDate: on(day),
    custNo: 'C01',
    productName: '稳盈一号',
    amountFen: fenFromYuan(yuan),
    salesNo: '0007',
    ...more,
  };
}

export function deposit(custNo: string, day: string, yuan: number): Balance {
  return { custNo, dataDate: on(day), aumFen: fenFromYuan(yuan), depositFen: fenFromYuan(yuan) };
}

export function target(indicator: string, value: number, more: Partial<Target> = {}): Target {
  return { year: 2025, period: '三季度', empNo: '0007', indicator, target: ratio(value, 1), unit: '万元', ...more };
}

export interface LogWish extends Partial<BranchInput> {
  readonly rules?: Rules;
  readonly month?: Period;
}

/** Without transactions, one customer manager with one customer, unless wished otherwise. */
export function logsOf(wish: LogWish): readonly WorkLog[] {
  const { rules = rulesWith(), month = september, ...more } = wish;
  const input: BranchInput = {
    customers: [person('C01')],
    accounts: undefined,
    balances: undefined,
    holdings: undefined,
    wealthSales: undefined,
    fundTransactions: undefined,
    loans: undefined,
    referrals: undefined,
    contacts: undefined,
    complaints: undefined,
    nps: undefined,
    riskTests: undefined,
    employees: [{ empNo: '0007', empName: '周明', role: '客户经理' }],
    assignments: undefined,
    targets: undefined,
    events: undefined,
    points: undefined,
    engine: undefined,
    measures: [],
    period: september,
    includesAll: false,
    intake: [],
    problems: [],
    ...more,
  };
  return workLogs(input, rules, asOf, month);
}

/** The only log there is. */
export function logOf(wish: LogWish): WorkLog {
  const [log, other] = logsOf(wish);
  if (log === undefined || other !== undefined) throw new Error('not exactly one log');
  return log;
}

export function dayOf(log: WorkLog, day: string) {
  const found = log.days.find((one) => one.day === day);
  if (found === undefined) throw new Error(`no such working day: ${day}`);
  return found;
}

/** Everything that a form can show. */
export function fullLog(more: LogWish = {}): WorkLog {
  const { engine, measures } = branch({
    bookings: [{ custNo: 'C03', day: on('2025-03-01'), amountFen: 100 }],
  });
  return logOf({
    engine,
    measures,
    customers: [
      person('C01', { birthDate: on('1970-10-02'), branchNo: '0101', branchName: '城东支行' }),
      person('C02', { custName: '欧阳小华' }),
      person('C03', { custName: '李雷' }),
    ],
    balances: [
      deposit('C01', '2025-06-30', 100_000),
      deposit('C01', '2025-08-31', 200_000),
      deposit('C02', '2025-08-31', 20_000),
      deposit('C01', '2025-09-29', 250_000),
      deposit('C01', '2025-09-30', 612_345.67),
      deposit('C02', '2025-09-30', 20_000),
    ],
    wealthSales: [sale('2025-07-02', 50_000), sale('2025-09-01', 100_000), sale('2025-09-30', 123_456.78)],
    contacts: [
      contact('2025-09-01', { nextContactOn: on('2025-09-30'), reason: '产品到期', minutes: 20 }),
      contact('2025-09-02', { custNo: 'C02', nextContactOn: on('2025-09-30'), reason: '与王芳约时间' }),
      contact('2025-09-03', {
        custNo: undefined,
        custName: '韩梅梅',
        nextContactOn: on('2025-09-30'),
        reason: '产品推介',
      }),
    ],
    accounts: [
      {
        acctNo: '6222021234561234',
        custNo: 'C01',
        productClass: '定期',
        maturityDate: on('2025-10-07'),
        balanceFen: fenOf(100),
      },
    ],
    referrals: [
      { registeredAt: { day: on('2025-09-29') }, receiverNo: '0007', custNo: 'C02', intendedProduct: '理财' },
      { registeredAt: { day: on('2025-09-01') }, referrerNo: '0007', custNo: 'C09', dealDate: on('2025-09-15') },
    ],
    complaints: [
      { receivedAt: { day: on('2025-09-20') }, resolvedAt: { day: on('2025-09-27') }, custNo: 'C01', revisits: [] },
    ],
    targets: [target('理财销售', 50), target('储蓄存款净增', 100), target('成功转介', 4, { unit: '户' })],
    ...more,
  });
}
