// A report of dormant customers built by hand: five in the list or the cohort, one quirk each.
import type {
  CountdownCustomer,
  DormantAccount,
  DormantCustomer,
  ManagerDormancy,
} from '../../src/analysis/dormant/listed.js';
import type { DormantReport } from '../../src/analysis/dormant/report.js';
import type { WakeCustomer } from '../../src/analysis/dormant/wake-report.js';
import { ratio } from '../../src/model/ratio.js';
import { asOf, on, rulesWith } from '../analysis/branch.js';

export function dormantCustomer(customerId: string, more: Partial<DormantCustomer> = {}): DormantCustomer {
  return {
    customerId,
    customerName: '陈*奎',
    phone: '132****2345',
    managerName: '周晓梅',
    type: '睡眠',
    idleDays: 180,
    lastActiveOn: on('2025-04-03'),
    aumFen: 123456,
    band: '1千–5万',
    flags: [],
    priority: '中',
    firstContactOn: null,
    contactMethod: null,
    contactResult: null,
    reason: 'R=180≥180',
    ...more,
  };
}

export function member(customerId: string, more: Partial<WakeCustomer> = {}): WakeCustomer {
  return {
    customerId,
    customerName: '王*',
    phone: null,
    managerName: null,
    typeAtCohort: '睡眠',
    lastActiveBefore: on('2024-12-01'),
    idleDaysAtCohort: 211,
    aumAtCohortFen: 50000,
    aumFen: 250000,
    status: '未唤醒',
    wokenOn: null,
    wokenBy: null,
    isEffective: null,
    firstContactOn: null,
    contactMethod: null,
    contactResult: null,
    flags: [],
    ...more,
  };
}

function sleepsSoon(customerId: string, more: Partial<CountdownCustomer> = {}): CountdownCustomer {
  return {
    customerId,
    customerName: '李*',
    phone: null,
    managerName: '周晓梅',
    lastActiveOn: on('2025-04-10'),
    idleDays: 173,
    sleepsOn: on('2025-10-07'),
    daysLeft: 7,
    withinDays: 30,
    aumFen: 900000,
    flags: [],
    ...more,
  };
}

function manager(managerName: string | null, more: Partial<ManagerDormancy> = {}): ManagerDormancy {
  return {
    managerName,
    inScope: 6,
    dormant: 2,
    share: ratio(2, 5),
    dormantAumFen: 123456,
    countdown: [
      { withinDays: 30, customers: 1, aumFen: 900000 },
      { withinDays: 60, customers: 1, aumFen: 900000 },
      { withinDays: 90, customers: 2, aumFen: 950000 },
    ],
    wakeCohort: 3,
    awakened: 1,
    ...more,
  };
}

const account: DormantAccount = {
  account: '622202******1234',
  customerId: 'C08',
  customerName: '陈*奎',
  managerName: '周晓梅',
  accountType: '储蓄卡',
  lastActiveOn: on('2025-04-03'),
  idleDays: 180,
  balanceFen: 120000,
  openDate: on('2019-05-06'),
  customerIsActive: false,
  flags: ['社保卡'],
};

/** C08 and C12 sleep, C12 without any booking and not in the cohort; C02 woke, C03 left, C05 is undetermined. */
export function dormantReport(more: Partial<DormantReport> = {}): DormantReport {
  return {
    report: 'dormant',
    asOf,
    rules: rulesWith(),
    intake: [],
    problems: [],
    preset: {
      id: 'seed180',
      test: '最近一次客户交易距数据日期不少于 180 天',
      lastOnOrBefore: on('2025-04-03'),
    },
    summary: {
      inScope: 12,
      dormant: 2,
      neverTraded: 1,
      active: 8,
      newlyOpened: 1,
      undetermined: 1,
      share: ratio(2, 11),
      aumShare: ratio(123456, 9000000),
      dormantAumFen: 123456,
      aumOn: asOf,
      excluded: [{ reason: '销户', customers: 1 }],
      bands: [
        { band: '0', customers: 1, aumFen: 0 },
        { band: '1千–5万', customers: 1, aumFen: 123456 },
      ],
      flags: [{ flag: '社保卡', customers: 1 }],
      countdown: [
        { withinDays: 30, customers: 1, aumFen: 900000 },
        { withinDays: 60, customers: 1, aumFen: 900000 },
        { withinDays: 90, customers: 2, aumFen: 950000 },
      ],
      accounts: { inScope: 20, dormant: 2, undetermined: 1, share: ratio(2, 19), dormantBalanceFen: 120000 },
      wake: {
        cohortOn: on('2025-06-30'),
        windowEndsOn: on('2025-09-28'),
        windowComplete: true,
        cohort: 3,
        undetermined: 1,
        coverage: {
          from: on('2024-01-01'),
          to: asOf,
          days: 547,
          windowDays: 365,
          flag: null,
          provesDormancy: true,
        },
        awakened: 1,
        rate: ratio(1, 3),
        effective: ratio(1, 3),
        contacted: ratio(1, 2),
        contactShare: ratio(2, 3),
        closed: 1,
      },
      reactivation: {
        repurchase: ratio(1, 1),
        inFlight: 1,
        satisfactionChange: { customers: 1, before: 6, after: 8.5 },
      },
    },
    coverage: {
      from: on('2024-01-01'),
      to: asOf,
      days: 639,
      windowDays: 365,
      flag: null,
      provesDormancy: true,
    },
    activity: {
      classes: { ACTIVE: 55, THIRD_PARTY: 0, MANDATE: 0, SYSTEM: 0, REVERSAL: 0, NONFIN: 0, UNKNOWN: 0 },
      unknownSummaries: { top: [], more: 0 },
      reversals: { pairs: 0, unmatched: 0 },
      ownTransfers: 0,
      foreignRows: 0,
      mandates: { rows: 0, customers: 0 },
      unjoinedRows: 0,
      accountsAsCustomers: false,
    },
    notes: ['代扣代缴不算客户交易'],
    customers: [
      dormantCustomer('C08', { flags: ['社保卡', '代发户'], priority: '高', firstContactOn: on('2025-07-15') }),
      dormantCustomer('C12', {
        type: '从未交易',
        idleDays: null,
        lastActiveOn: null,
        aumFen: 0,
        band: '0',
        managerName: null,
        phone: null,
      }),
    ],
    undetermined: [{ customerId: 'C05', reason: '明细只有 30 天' }],
    countdown: [
      sleepsSoon('C09'),
      sleepsSoon('C10', {
        lastActiveOn: null,
        idleDays: null,
        sleepsOn: on('2025-12-20'),
        daysLeft: 81,
        withinDays: 90,
        aumFen: 50000,
      }),
    ],
    byManager: [
      manager('周晓梅'),
      manager(null, { dormant: 0, share: ratio(0, 6), dormantAumFen: 0, wakeCohort: 0, awakened: 0, countdown: [] }),
    ],
    wakeCohort: [
      member('C02', { status: '已唤醒', wokenOn: on('2025-08-01'), wokenBy: '主动转入', isEffective: true }),
      member('C03', { status: '期间销户', aumAtCohortFen: null, aumFen: 0 }),
      member('C08', { status: '未唤醒', contactMethod: '电话', contactResult: '未接通' }),
    ],
    accounts: [account, { ...account, account: '622202******9876', lastActiveOn: null, idleDays: null, balanceFen: 0 }],
    ...more,
  };
}
