// A referral report made by hand: the ten referrals of DOMAIN.md §7.4 and one that was merged. All people are invented.

import type { ReferralRow } from '../../src/analysis/referral/listed.js';
import type { ReferralReport } from '../../src/analysis/referral/report.js';
import type { SuccessFigures } from '../../src/analysis/referral/success-figures.js';
import { ratio } from '../../src/model/ratio.js';
import { asOf, on, type RulesInput, rulesWith } from '../analysis/branch.js';

const nobody: ReferralRow = {
  referralNo: 'ZJ20250501001',
  registeredAt: '2025-05-01 09:00',
  referrerType: '柜员',
  referrerName: '冯小满',
  referrerNo: 'E0007',
  referrerRole: '高柜柜员',
  receiverName: '蒋立夏',
  receiverNo: 'E0011',
  receiverRole: '客户经理',
  receivedAt: '2025-05-01 10:30',
  customerId: 'C1001',
  customerName: '韩*分',
  customerType: '新客户',
  trigger: '咨询理财',
  intendedProduct: '理财',
  intendedFen: 50000000,
  direction: '合规',
  firstVisitAt: null,
  firstVisitHours: null,
  firstVisit: '超时未访',
  hoursLeft: null,
  feedbackAt: null,
  status: '已接收',
  dealDate: null,
  dealProduct: null,
  dealFen: null,
  state: '未成功',
  succeeded: '否',
  daysToSuccess: null,
  aumAtReceiptFen: null,
  aumFen: null,
  repurchased: null,
  points: null,
  note: null,
  mergedInto: null,
};

export function referralRow(more: Partial<ReferralRow>): ReferralRow {
  return { ...nobody, ...more };
}

const won = { status: '已成交', dealProduct: '理财', firstVisit: '达标' } as const;

/** Latest first. */
export const referrals: readonly ReferralRow[] = [
  referralRow({
    referralNo: 'ZJ20250929010',
    registeredAt: '2025-09-29 15:00',
    firstVisit: '未到期',
    hoursLeft: 39,
    state: '在途',
    succeeded: '在途',
    direction: '方向不符',
  }),
  referralRow({
    referralNo: 'ZJ20250920009',
    registeredAt: '2025-09-20 09:00',
    firstVisitAt: '2025-09-23 11:03',
    firstVisitHours: 74.1,
    firstVisit: '超时',
    state: '在途',
    succeeded: '在途',
  }),
  referralRow({
    referralNo: 'ZJ20250901008',
    registeredAt: '2025-09-01 10:00',
    firstVisitAt: '2025-09-01 12:03',
    firstVisitHours: 2.1,
    dealDate: on('2025-09-10'),
    dealFen: 30000000,
    state: '成功',
    succeeded: '是',
    daysToSuccess: 9,
    aumAtReceiptFen: 10000000,
    aumFen: 45000050,
    repurchased: '未到期',
    points: 50,
    ...won,
  }),
  referralRow({ referralNo: 'ZJ20250801007', registeredAt: '2025-08-01', state: '在途', succeeded: '在途' }),
  referralRow({
    referralNo: 'ZJ20250720011',
    registeredAt: '2025-07-20 09:00',
    customerId: 'C1006',
    firstVisit: '超时未访',
    state: '重复',
    succeeded: '否',
    mergedInto: 'ZJ20250710006',
  }),
  referralRow({
    referralNo: 'ZJ20250710006',
    registeredAt: '2025-07-10 09:00',
    firstVisitAt: '2025-07-12',
    customerId: 'C1006',
    dealDate: on('2025-07-15'),
    dealProduct: '理财',
    state: '成功',
    succeeded: '是',
    daysToSuccess: 5,
    aumAtReceiptFen: 20000000,
    aumFen: 15000000,
    points: 10,
    status: '已成交',
    firstVisit: '达标',
  }),
  referralRow({ referralNo: 'ZJ20250702005', registeredAt: '2025-07-02 09:00', status: '未成交', note: '利率不合适' }),
  referralRow({
    referralNo: 'ZJ20250620004',
    registeredAt: '2025-06-20 09:00',
    dealDate: on('2025-09-28'),
    state: '逾期成交',
    ...won,
  }),
  referralRow({
    referralNo: 'ZJ20250615003',
    registeredAt: '2025-06-15 09:00',
    dealDate: on('2025-09-01'),
    state: '成功',
    succeeded: '是',
    daysToSuccess: 78,
    ...won,
  }),
  referralRow({ referralNo: 'ZJ20250510002', registeredAt: '2025-05-10 09:00', trigger: null }),
  referralRow({
    referralNo: 'ZJ20250501001',
    registeredAt: '2025-05-01 09:00',
    dealDate: on('2025-05-20'),
    state: '成功',
    succeeded: '是',
    daysToSuccess: 19,
    ...won,
  }),
];

export function figures(registered: number, matured: readonly [number, number], inFlight: number): SuccessFigures {
  return {
    registered,
    won: matured[0],
    unknown: 0,
    rawRate: ratio(matured[0], registered),
    matured: ratio(...matured),
    interval: matured[1] === 0 ? null : { low: 0.1, high: 0.7 },
    inFlight,
    isSmallSample: matured[1] < 10,
  };
}

const summary: ReferralReport['summary'] = {
  ...figures(10, [2, 5], 3),
  won: 5,
  rawRate: ratio(5, 10),
  received: 10,
  visited: 6,
  kaplanMeier: { days: 90, value: 0.5138888888888888 },
  horizons: [
    { days: 30, atRisk: 6, kaplanMeier: 0.3518518518518519, matured: ratio(2, 7) },
    { days: 60, atRisk: 5, kaplanMeier: 0.3518518518518519, matured: ratio(2, 7) },
    { days: 90, atRisk: 3, kaplanMeier: 0.5138888888888888, matured: ratio(2, 5) },
  ],
  inFlightFailed: 0,
  firstVisit: {
    met: 5,
    late: 1,
    overdue: 3,
    pending: 1,
    unrecorded: 0,
    invalid: 0,
    byDay: 1,
    rate: ratio(5, 9),
    provided: true,
    feedbackRate: ratio(0, 9),
    feedbackProvided: true,
  },
  repurchase: { provided: true, pending: 1, ...ratio(1, 2) },
  assetRatio: { weighted: 0.8273, uniqueReferrer: 1.0111, meanOfRatios: 0.9, pairs: 3, benchmark: 0.82 },
  uplift: { positiveFen: 35000050, netFen: 30000050, customers: 2, unknownCustomers: 0 },
  rows: { read: 11, merged: 1, selfReferred: 0, outOfPeriod: 0 },
  tellerAccepted: ratio(10, 10),
  contactCoverage: null,
  direction: { compliant: 9, deviant: 1, unknown: 0, unstated: 0 },
  kit: null,
  events: null,
  opened: { personal: 4, corporate: 0 },
};

const funnel: ReferralReport['funnel'] = [
  {
    stage: '登记',
    referrals: 10,
    unknown: 0,
    fromPrevious: null,
    fromFirst: ratio(10, 10),
    isWeakest: false,
    provided: true,
  },
  {
    stage: '接收',
    referrals: 10,
    unknown: 0,
    fromPrevious: ratio(10, 10),
    fromFirst: ratio(10, 10),
    isWeakest: false,
    provided: true,
  },
  {
    stage: '首访',
    referrals: 6,
    unknown: 0,
    fromPrevious: ratio(6, 10),
    fromFirst: ratio(6, 10),
    isWeakest: true,
    provided: true,
  },
  {
    stage: '意向',
    referrals: 6,
    unknown: 0,
    fromPrevious: ratio(6, 6),
    fromFirst: ratio(6, 10),
    isWeakest: false,
    provided: true,
  },
  {
    stage: '成交',
    referrals: 5,
    unknown: 0,
    fromPrevious: ratio(5, 6),
    fromFirst: ratio(5, 10),
    isWeakest: false,
    provided: true,
  },
  {
    stage: '达标',
    referrals: 0,
    unknown: 0,
    fromPrevious: null,
    fromFirst: ratio(0, 10),
    isWeakest: false,
    provided: false,
  },
];

const byReferrer: ReferralReport['byReferrer'] = [
  {
    ...figures(20, [6, 12], 4),
    rank: 1,
    referrerNo: 'E0007',
    referrerName: '冯小满',
    referrerRole: '高柜柜员',
    referrerType: '柜员',
    staffPoints: 60,
  },
  {
    ...figures(1, [1, 1], 0),
    rank: null,
    referrerNo: 'C2001',
    referrerName: '沈*露',
    referrerRole: null,
    referrerType: '存量客户',
    staffPoints: 0,
  },
];

/** Everything of a report but what a test changes. */
export function referralReport(more: Partial<ReferralReport> = {}, rules: RulesInput = {}): ReferralReport {
  return {
    report: 'referral',
    asOf,
    period: { from: null, through: asOf },
    rules: rulesWith(rules),
    intake: [],
    problems: [],
    summary,
    notes: ['达标：未提供 AUM'],
    referrals,
    byReferrer,
    byRole: [{ ...figures(10, [2, 5], 3), role: '高柜柜员' }],
    byDirection: [
      { ...figures(12, [4, 10], 2), from: '高柜柜员', to: '客户经理', compliant: 11 },
      { ...figures(3, [1, 2], 1), from: '理财经理', to: '客户经理', compliant: 3 },
      { ...figures(2, [0, 0], 2), from: '高柜柜员', to: '理财经理', compliant: 0 },
    ],
    byProduct: [{ ...figures(10, [2, 5], 3), product: '理财' }],
    cohorts: [
      {
        month: '2025-05',
        registered: 2,
        cells: [30, 60, 90].map((days) => ({ days, success: ratio(1, 2), isComplete: true })),
      },
      {
        month: '2025-08',
        registered: 1,
        cells: [30, 60, 90].map((days) => ({ days, success: ratio(0, 1), isComplete: days < 90 })),
      },
    ],
    funnel,
    kaplanMeier: [
      { days: 5, atRisk: 9, events: 1, survival: 0.75 },
      { days: 9, atRisk: 8, events: 1, survival: 0.5 },
    ],
    missed: {
      newAccounts: [
        {
          customerId: 'C3001',
          customerName: '朱*露',
          managerName: '蒋立夏',
          reason: '新开户存入',
          on: on('2025-08-05'),
          amountFen: 8000000,
        },
      ],
      largeDeposits: null,
      newAccountTriggers: 4,
      largeDepositTriggers: null,
    },
    points: {
      staff: [
        {
          staffNo: 'E0007',
          staffName: '冯小满',
          points: 20,
          entries: [
            { referralNo: 'ZJ20250501001', on: on('2025-08-18'), points: 50, reason: '转介' },
            { referralNo: 'ZJ20250501001', on: on('2025-08-30'), points: -30, reason: '冲回' },
          ],
        },
      ],
      customers: [{ customerId: 'C2001', customerName: '沈*露', points: 200, redeemable: null, entries: [] }],
    },
    review: [
      {
        rule: '互相转介',
        referralNos: ['ZJ20250501001', 'ZJ20250510002'],
        about: '冯小满、蒋立夏',
        evidence: '2025-05 相互转介各 1 笔',
        question: '两笔转介各是怎样发生的？',
      },
    ],
    morning: [],
    ...more,
  };
}

/** A register without rows. */
export function emptyReport(): ReferralReport {
  return referralReport({
    referrals: [],
    byReferrer: [],
    byRole: [],
    byDirection: [],
    byProduct: [],
    cohorts: [],
    kaplanMeier: [],
    review: [],
    points: { staff: [], customers: [] },
    summary: {
      ...summary,
      ...figures(0, [0, 0], 0),
      horizons: summary.horizons.map((of) => ({ ...of, atRisk: 0, kaplanMeier: null, matured: ratio(0, 0) })),
      rows: { read: 0, merged: 0, selfReferred: 0, outOfPeriod: 0 },
      firstVisit: { ...summary.firstVisit, rate: ratio(0, 0), feedbackRate: ratio(0, 0) },
    },
  });
}
