import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presetText, settlePreset, sleepsOn } from '../../../src/analysis/dormant/presets.js';
import { addDays } from '../../../src/model/day.js';
import { type DormantPresetId, dormantPresets } from '../../../src/model/dormant-presets.js';
import { fenOf } from '../../../src/model/fen.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { booked, dormantReport } from './branch.js';

const file = { customers: [customer('X', on('2010-01-01'))], coveredFrom: on('2010-01-01') };

function stateOf(preset: DormantPresetId, last: string, more: { balanceFen?: number; aumFen?: number }) {
  const { balanceFen, aumFen } = more;
  const { summary, undetermined } = dormantReport({
    ...file,
    rules: rulesWith({ dormant: { preset } }),
    bookings: [booked('X', last)],
    ...(balanceFen === undefined
      ? {}
      : { accounts: [{ acctNo: 'A', custNo: 'X', openDate: on('2010-01-01'), balanceFen: fenOf(balanceFen) }] }),
    ...(aumFen === undefined ? {} : { balances: [{ custNo: 'X', dataDate: asOf, aumFen: fenOf(aumFen) }] }),
  });
  if (undetermined.length > 0) return '无法判定';
  return summary.dormant === 1 ? '睡眠' : '活跃';
}

describe('each preset on 2025-09-30', () => {
  test.each<[DormantPresetId, string, { balanceFen?: number; aumFen?: number }, string]>([
    ['seed180', '2025-04-03', {}, '睡眠'],
    ['seed180', '2025-04-04', {}, '活跃'],
    ['seed6m', '2025-03-30', {}, '睡眠'],
    ['seed6m', '2025-03-31', {}, '活跃'],
    ['bank6m', '2025-03-30', { balanceFen: 10_000 }, '睡眠'],
    ['bank6m', '2025-03-30', { balanceFen: 10_001 }, '活跃'],
    ['bank6m', '2025-03-31', { balanceFen: 10_000 }, '活跃'],
    ['bank6m', '2025-03-30', {}, '无法判定'],
    ['bank6m', '2025-03-31', {}, '活跃'],
    ['crm365', '2024-09-30', { aumFen: 9_999 }, '睡眠'],
    ['crm365', '2024-09-30', { aumFen: 10_000 }, '活跃'],
    ['crm365', '2024-10-01', { aumFen: 9_999 }, '活跃'],
    ['crm365', '2024-09-30', {}, '无法判定'],
    ['bank3y', '2022-09-30', { balanceFen: 1_000 }, '睡眠'],
    ['bank3y', '2022-09-30', { balanceFen: 1_001 }, '活跃'],
    ['bank3y', '2022-10-01', { balanceFen: 1_000 }, '活跃'],
    ['nfra5y', '2020-09-30', { balanceFen: 1 }, '睡眠'],
    ['nfra5y', '2020-09-30', { balanceFen: 0 }, '活跃'],
    ['nfra5y', '2020-10-01', { balanceFen: 1 }, '活跃'],
    ['nfra5y', '2020-09-30', {}, '无法判定'],
  ])('%s, last transaction %s, %o: %s', (preset, last, more, state) => {
    expect(stateOf(preset, last, more)).toBe(state);
  });

  test.each<[DormantPresetId, string, string]>([
    ['seed180', '2025-04-03', '最近一次客户交易距数据日期不少于 180 天'],
    ['seed6m', '2025-03-30', '最近一次客户交易距数据日期满 6 个月'],
    ['bank6m', '2025-03-30', '最近一次客户交易距数据日期满 6 个月，且存款余额不超过 100 元'],
    ['crm365', '2024-09-30', '最近一次客户交易距数据日期不少于 365 天，且 AUM 低于 100 元'],
    ['bank3y', '2022-09-30', '最近一次客户交易距数据日期满 36 个月，且存款余额不超过 10 元'],
    ['nfra5y', '2020-09-30', '最近一次客户交易距数据日期满 60 个月，且存款余额大于 0 元'],
  ])('%s: last on or before %s, told as %s', (preset, last, text) => {
    const settled = settlePreset(rulesWith({ dormant: { preset } }), asOf);
    expect([settled.lastOnOrBefore, presetText(settled)]).toEqual([last, text]);
  });

  test('seed180 follows the days of the tier 睡眠客户', () => {
    const rules = rulesWith({ rfm: { tiers: { 睡眠客户: { minRecencyDays: 200 } } } });
    expect(settlePreset(rules, asOf)).toMatchObject({ lastOnOrBefore: '2025-03-14', silentDays: 200 });
  });

  test('seed6m clips to the end of the month', () => {
    const rules = rulesWith({ dormant: { preset: 'seed6m' } });
    expect(settlePreset(rules, on('2025-08-31')).lastOnOrBefore).toBe('2025-02-28');
  });
});

describe('silence', () => {
  test.each<[DormantPresetId, string, number]>([
    ['seed180', '2025-04-04', 1],
    ['seed180', '2025-04-05', 0],
    ['seed6m', '2025-03-31', 1],
    ['seed6m', '2025-04-01', 0],
  ])('%s is proved by a file from %s on: %i dormant', (preset, from, dormant) => {
    const rules = rulesWith({ dormant: { preset } });
    const { summary } = dormantReport({ ...file, rules, coveredFrom: on(from) });
    expect(summary).toMatchObject({ dormant, undetermined: 1 - dormant });
  });

  test('too short for the days is settled by a balance that does not sleep', () => {
    const { summary } = dormantReport({
      ...file,
      rules: rulesWith({ dormant: { preset: 'nfra5y' } }),
      coveredFrom: on('2025-09-01'),
      accounts: [{ acctNo: 'A', custNo: 'X', openDate: on('2010-01-01'), balanceFen: fenOf(0) }],
    });
    expect(summary).toMatchObject({ active: 1, undetermined: 0 });
  });
});

describe('the balance of a customer', () => {
  const bank6m = rulesWith({ dormant: { preset: 'bank6m' } });
  const account = (acctNo: string, yuan: number | undefined, more = {}) => ({
    acctNo,
    custNo: 'X',
    openDate: on('2010-01-01'),
    balanceFen: yuan === undefined ? undefined : fenOf(yuan * 100),
    ...more,
  });
  const counts = (wish: Parameters<typeof dormantReport>[0]) => {
    const { summary } = dormantReport({ ...file, rules: bank6m, ...wish });
    return [summary.dormant, summary.active, summary.undetermined];
  };

  test('is the sum of open accounts, without closed ones and loans', () => {
    expect(counts({ accounts: [account('A', 60), account('B', 40)] })).toEqual([1, 0, 0]);
    expect(counts({ accounts: [account('A', 60), account('B', 41)] })).toEqual([0, 1, 0]);
    expect(counts({ accounts: [account('A', 60), account('B', 41, { status: 'closed' })] })).toEqual([1, 0, 0]);
    expect(counts({ accounts: [account('A', 60), account('B', 4100, { acctType: '个人贷款' })] })).toEqual([1, 0, 0]);
  });

  test('counts an account line that stands there twice once', () => {
    expect(counts({ accounts: [account('A', 60), account('A', 60)] })).toEqual([1, 0, 0]);
  });

  test('is not known where an account says nothing, unless a snapshot has the deposits', () => {
    expect(counts({ accounts: [account('A', 60), account('B', undefined)] })).toEqual([0, 0, 1]);
    // What was converted is in CNY, whatever the account holds.
    expect(counts({ accounts: [account('A', 60), account('B', 41, { currency: 'USD' })] })).toEqual([0, 1, 0]);
    const balances = [{ custNo: 'X', dataDate: asOf, demandFen: fenOf(5_000), timeFen: fenOf(5_001) }];
    expect(counts({ accounts: [account('A', undefined)], balances })).toEqual([0, 1, 0]);
  });

  test('is 0 for a customer who is not in a snapshot with deposits', () => {
    expect(counts({ balances: [{ custNo: 'Y', dataDate: asOf, depositFen: fenOf(1) }] })).toEqual([1, 0, 0]);
  });
});

test('the day of falling asleep is the first on which the span has passed', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((ahead) => addDays(on('2019-01-01'), ahead));
  fc.assert(
    fc.property(fc.constantFrom(...dormantPresets), days, (id, from) => {
      const rules = rulesWith({ dormant: { preset: id } });
      const day = sleepsOn(settlePreset(rules, asOf), from);
      expect(settlePreset(rules, day).lastOnOrBefore >= from).toBe(true);
      expect(settlePreset(rules, addDays(day, -1)).lastOnOrBefore < from).toBe(true);
    }),
  );
});

test('a customer of the last of August sleeps by six months on the first of March', () => {
  const preset = settlePreset(rulesWith({ dormant: { preset: 'seed6m' } }), asOf);
  expect(sleepsOn(preset, on('2025-08-31'))).toBe('2026-03-01');
  expect(sleepsOn(preset, on('2025-08-28'))).toBe('2026-02-28');
});
