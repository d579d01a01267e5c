// The figures of the two source documents, as the commands themselves give them for the invented branch.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

type Json = { readonly [key: string]: Json } & { readonly value: number; readonly numerator: number };

const folder = mkdtempSync(join(tmpdir(), 'taizhang-story-'));
const patience = 120_000;

async function reportOnce(args: readonly string[]): Promise<Json> {
  const run = await runIn(folder, [...args, '-f', 'json', '--quiet']);
  expect([0, 4]).toContain(run.code);
  return JSON.parse(run.stdout) as Json;
}

const reports = new Map<string, Promise<Json>>();

/** Several tests read the same report. */
function report(...args: readonly string[]): Promise<Json> {
  const key = args.join(' ');
  const known = reports.get(key) ?? reportOnce(args);
  reports.set(key, known);
  return known;
}

/** A share as a manager quotes it. */
function percent(share: unknown): number {
  return Math.round(Number(share) * 100);
}

beforeAll(async () => {
  for (const [place, ...options] of [['一季度'], ['三季度', '--date', '2025-09-30']] as const) {
    expect((await runIn(folder, ['demo', place, ...options, '--quiet'])).code).toBe(0);
  }
}, patience);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the first quarter', () => {
  test('shows 睡眠占比 22 %', async () => {
    const { summary } = await report('dormant', '一季度');
    expect(percent(summary!.share!.value)).toBe(22);
  });

  test('shows the activity of customers with 资产50万以上 15 % below the quarter before', async () => {
    const { twoDates } = await report('segment', '一季度', '--compare-to', '2024-12-31');
    expect(percent(twoDates!.activity!.byPeriod!.change!.value)).toBe(-15);
  });

  test('shows less than 10 % successful referrals, raw and matured', async () => {
    const { summary } = await report('referral', '一季度');
    for (const rate of [summary!.rawRate!, summary!.matured!]) {
      expect(rate.value).toBeGreaterThan(0);
      expect(rate.value).toBeLessThan(0.1);
    }
  });

  test('has referrals to ask about', async () => {
    const { review } = await report('referral', '一季度');
    const rules = new Set((review as unknown as readonly { readonly rule: string }[]).map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(['互相转介', '月末集中登记', '自荐'].sort());
  });
});

describe('half a year later', () => {
  test.each([
    { period: 'since April', options: ['--from', '2025-04-01'] },
    { period: 'in the second quarter', options: ['--period', '2025Q2'] },
  ])(
    'shows that of the matured referrals registered $period 45 per cent succeeded, with 82 and 41',
    async ({ options }) => {
      const { summary } = await report('referral', '三季度', ...options);
      expect(percent(summary!.matured!.value)).toBe(45);
      expect(percent(summary!.assetRatio!.weighted)).toBe(82);
      expect(percent(summary!.repurchase!.value)).toBe(41);
    },
  );

  test('the raw rate and the estimate lie near the matured rate, not on it', async () => {
    const { summary } = await report('referral', '三季度', '--from', '2025-04-01');
    expect(percent(summary!.rawRate!.value)).toBeGreaterThanOrEqual(35);
    expect(percent(summary!.rawRate!.value)).toBeLessThan(45);
    expect(Math.abs(percent(summary!.kaplanMeier!.value) - 45)).toBeLessThanOrEqual(5);
  });

  test('shows 唤醒率 30 % of those who slept at the end of June, one of whom closed his account', async () => {
    const { summary } = await report('dormant', '三季度');
    const { cohortOn, windowComplete, rate, closed } = summary!.wake!;
    expect({ cohortOn, windowComplete, closed }).toEqual({ cohortOn: '2025-06-30', windowComplete: true, closed: 1 });
    expect(percent(rate!.value)).toBe(30);
  });

  test('shows the assets of the 核心客户 of March 28 % higher', async () => {
    const { twoDates } = await report('segment', '三季度', '--compare-to', '2025-03-31');
    const { fixed } = twoDates!.assets!.byPeriod!;
    expect(percent(fixed!.growth!.value)).toBe(28);
    expect(fixed!.customersFrom).toBe(12);
  });

  test('has every trap to ask about, and a deposit of each kind that nobody referred', async () => {
    const { review, summary, missed } = await report('referral', '三季度', '--from', '2025-04-01');
    const rules = new Set((review as unknown as readonly { readonly rule: string }[]).map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(['互相转介', '月末集中登记', '资金快进快出', '自荐'].sort());
    expect(summary!.rows).toMatchObject({ merged: 2, selfReferred: 2 });
    expect(summary!.firstVisit!.invalid).toBe(2);
    const { newAccounts, largeDeposits } = (missed ?? summary!.missed)!;
    expect([newAccounts, largeDeposits].map((list) => (list as unknown as readonly unknown[]).length)).toEqual([1, 1]);
  });
});

describe('other branches come close', () => {
  test.each([
    ['60', '1'],
    ['200', '2'],
  ])(
    'of %s customers, seed %s',
    async (customers, seed) => {
      const branch = ['--customers', customers, '--seed', seed, '--quiet'];
      const [before, after] = [`${customers}-${seed}-前`, `${customers}-${seed}-后`];
      await runIn(folder, ['demo', before, ...branch]);
      await runIn(folder, ['demo', after, '--date', '2025-09-30', ...branch]);
      const near = (found: unknown, wanted: number, by: number) =>
        expect(Math.abs(Number(found) * 100 - wanted)).toBeLessThanOrEqual(by);
      near((await report('dormant', before)).summary!.share!.value, 22, 1);
      const first = await report('segment', before, '--compare-to', '2024-12-31');
      near(first.twoDates!.activity!.byPeriod!.change!.value, -15, 1);
      expect((await report('referral', before)).summary!.rawRate!.value).toBeLessThan(0.1);
      near((await report('dormant', after)).summary!.wake!.rate!.value, 30, 1);
      const second = await report('segment', after, '--compare-to', '2025-03-31');
      near(second.twoDates!.assets!.byPeriod!.fixed!.growth!.value, 28, 0.5);
      const { summary } = await report('referral', after, '--from', '2025-04-01');
      near(summary!.matured!.value, 45, 1);
      near(summary!.assetRatio!.weighted, 82, 0.5);
      near(summary!.repurchase!.value, 41, 2);
    },
    patience,
  );
});
