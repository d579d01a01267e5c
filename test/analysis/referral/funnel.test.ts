import { describe, expect, test } from 'vitest';
import { contactCoverage, tellerAccepted } from '../../../src/analysis/referral/coverage.js';
import { isCounted } from '../../../src/analysis/referral/episode.js';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import { funnelOf } from '../../../src/analysis/referral/funnel.js';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, on, rulesWith } from '../branch.js';
import { at, input, row } from './register.js';

const rules = rulesWith();

function counted(referrals: readonly Referral[]) {
  return episodesOf(input({ referrals }), rules, asOf).filter(isCounted);
}

function funnel(referrals: readonly Referral[], more: Partial<ReferralInput> = {}) {
  return funnelOf(counted(referrals), input({ referrals, ...more }), rules, asOf);
}

const received = { receivedAt: at('2025-06-02') };
const visited = { ...received, firstVisitAt: at('2025-06-03') };
const register = [
  row('A', '2025-06-01'),
  row('B', '2025-06-01', undefined, received),
  row('C', '2025-06-01', undefined, received),
  row('D', '2025-06-01', undefined, visited),
  row('E', '2025-06-01', undefined, { ...visited, status: '跟进中' }),
  row('F', '2025-06-01', '2025-06-20', {}),
];

describe('the funnel', () => {
  test('who closed a deal has passed every stage before it', () => {
    expect(funnel(register).map(({ stage, referrals }) => [stage, referrals])).toEqual([
      ['登记', 6],
      ['接收', 5],
      ['首访', 3],
      ['意向', 2],
      ['成交', 1],
      ['达标', 0],
    ]);
  });

  test('the weakest step is the lowest share of the stage before', () => {
    expect(
      funnel(register)
        .filter(({ isWeakest }) => isWeakest)
        .map(({ stage }) => stage),
    ).toEqual(['成交']);
  });

  test('达标 needs AUM on a month end within W', () => {
    const balance = (dataDate: string) => ({ custNo: 'F', dataDate: on(dataDate), aumFen: fenOf(5_000_000) });
    const of = (...days: readonly string[]) =>
      funnel(register, {
        balances: days.map((day) => ({ ...balance(day), custNo: day.startsWith('2025-07') ? 'F' : 'X' })),
      }).at(-1);
    // 90 days from 2025-06-01 are over on 2025-08-30.
    expect(of('2025-06-30', '2025-07-31')).toMatchObject({ referrals: 1, provided: true, unknown: 0 });
    expect(of('2025-06-30', '2025-07-30', '2025-07-31')).toMatchObject({ referrals: 1, provided: true });
    expect(of('2025-06-30', '2025-07-30')).toMatchObject({ referrals: 0, provided: false });
    expect(of('2025-07-31')).toMatchObject({ referrals: 0, provided: false });
    expect(of('2025-09-30')).toMatchObject({ provided: false, fromPrevious: null });
    expect(funnel(register).at(-1)).toMatchObject({ provided: false, fromPrevious: null });
  });

  test('达标 leaves those out of whom snapshots are missing', () => {
    const balances = ['2025-07-31', '2025-08-29'].map((day) => ({
      custNo: 'N',
      dataDate: on(day),
      aumFen: fenOf(5_000_000),
    }));
    const rows = [...register, row('N', '2025-07-01', '2025-07-10'), row('M', '2025-07-01', '2025-07-10')];
    expect(funnel(rows, { balances }).at(-1)).toMatchObject({
      referrals: 1,
      unknown: 1,
      fromPrevious: { numerator: 1, denominator: 2 },
      fromFirst: { numerator: 1, denominator: 2 },
    });
  });

  test('a stage that the register does not know is left out of the steps', () => {
    const plain = [row('A', '2025-06-01'), row('B', '2025-06-01', '2025-06-20')];
    expect(
      funnel(plain)
        .filter(({ provided }) => provided)
        .map(({ stage }) => stage),
    ).toEqual(['登记', '成交']);
    expect(funnel(plain)[4]?.fromPrevious).toEqual({ numerator: 1, denominator: 2, value: 0.5 });
  });

  test('a referral that was sent back was not received', () => {
    const [, second] = funnel([row('A', '2025-06-01', undefined, { status: '退回' })]);
    expect(second).toMatchObject({ stage: '接收', referrals: 0, isWeakest: true });
  });
});

test('tellers of every kind are counted, and whom their receivers accepted', () => {
  const others = [row('X', '2025-06-01', undefined, { referrerRole: '大堂经理', ...received })];
  expect(tellerAccepted(counted([...register, ...others]))).toMatchObject({ numerator: 5, denominator: 6 });
});

describe('contacts after acceptance', () => {
  const two = [row('B', '2025-06-01', undefined, received), row('C', '2025-06-01', undefined, received)];
  test.each([
    ['on the day of receipt', '2025-06-02', 1],
    ['the day before', '2025-06-01', 0],
    ['after asOf', '2025-10-01', 0],
  ])('%s', (_, day, contacted) => {
    const contacts = [{ contactedAt: at(day), custNo: 'B' }];
    expect(contactCoverage(counted(two), contacts, asOf)).toMatchObject({ numerator: contacted, denominator: 2 });
  });

  test('a masked name is not matched by its mask', () => {
    const received = counted([
      row('?', '2025-09-01', undefined, { custNo: undefined, custName: '秦*双', receivedAt: at('2025-09-02') }),
    ]);
    const contacts = [{ contactedAt: at('2025-09-03'), custName: '秦*双' }];
    expect(contactCoverage(received, contacts, asOf)).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('none given is not provided', () => {
    expect(contactCoverage(counted(two), undefined, asOf)).toBeNull();
  });
});
