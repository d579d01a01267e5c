import { expect, test } from 'vitest';
import { figuresAtAGlance } from '../../src/ledger/workbook-figures.js';
import type { LedgerScene } from '../../src/ledger/workbook-scene.js';
import { ratio } from '../../src/model/ratio.js';
import { asOf, rulesWith } from '../analysis/branch.js';
import { portfolio } from '../analysis/portfolio/branch.js';
import { branchWish } from '../analysis/portfolio/wish.js';
import { dormantReport } from './dormant-report.js';
import { referralReport } from './referral-report.js';

const report = portfolio(branchWish);

function figures(more: Partial<LedgerScene>) {
  const scene: LedgerScene = {
    ...{ branchName: null, branchNo: null, printDate: asOf, asOf, period: report.period, rules: rulesWith() },
    ...{ portfolio: report, segment: null, dormant: null, referral: null, problems: [], intake: [] },
    sales: {
      ...{ asOf, period: report.period, rules: rulesWith(), showsCustomers: true },
      ...{ funds: null, wealth: null, maturities: null, notes: { funds: [], wealth: [], maturities: [] } },
    },
    ...more,
  };
  return Object.fromEntries(figuresAtAGlance(scene));
}

test('a share stands with its part and its whole', () => {
  expect(figures({ referral: referralReport() })).toMatchObject({
    转介登记: '10 笔，成交 5 笔',
    成熟成功率: '40.00%（2/5）',
    首访达标率: '55.56%（5/9）',
  });
});

test('a register without first visits gives no rate of them', () => {
  const { summary } = referralReport();
  const firstVisit = { ...summary.firstVisit, provided: false, rate: ratio(0, 0) };
  expect(figures({ referral: referralReport({ summary: { ...summary, firstVisit } }) }).首访达标率).toBe('未提供');
});

test('a window that still runs is said', () => {
  const dormant = dormantReport();
  const wake = (windowComplete: boolean) =>
    figures({
      dormant: { ...dormant, summary: { ...dormant.summary, wake: { ...dormant.summary.wake, windowComplete } } },
    })[`唤醒率（${dormant.summary.wake.cohortOn} 名单）`];
  expect(wake(false)).toMatch(/，观察期未满$/);
  expect(wake(true)).not.toContain('观察期未满');
});

test('a cohort that the transactions do not reach back far enough for is said', () => {
  const dormant = dormantReport();
  const { wake } = dormant.summary;
  const coverage = { ...wake.coverage, flag: '覆盖不足' as const };
  const summary = { ...dormant.summary, wake: { ...wake, coverage } };
  const name = `唤醒率（${wake.cohortOn} 名单）`;
  expect(figures({ dormant: { ...dormant, summary } })[name]).toMatch(/，覆盖不足$/);
  expect(figures({ dormant })[name]).not.toContain('覆盖不足');
});

test('what no export tells is 未提供', () => {
  expect(figures({ portfolio: null })).toEqual({
    ...{ 贵宾客户: '未提供', 基金销售: '未提供', 理财销售: '未提供', 到期客户承接率: '未提供' },
    ...{ 客户分层: '未提供', 转介: '未提供' },
  });
});
