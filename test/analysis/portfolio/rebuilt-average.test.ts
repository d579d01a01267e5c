import { describe, expect, test } from 'vitest';
import { fenOf } from '../../../src/model/fen.js';
import type { Holding } from '../../../src/model/holding.js';
import { customer, on } from '../branch.js';
import { move, type RebuiltWish, rebuiltAverages, snapshot } from './rebuilt-branch.js';

const asOf = on('2025-09-30');
/** Somebody else's bookings, so that the file covers the year. */
const others = ['2025-01-01', '2025-09-30'].map((day) => move(day, 1, { custNo: 'Z' }));
const into = { direction: 'C' } as const;

function averageOfA(wish: Partial<RebuiltWish>) {
  return rebuiltAverages({ asOf, balances: [], files: [others], ...wish });
}

/** §7.8: 100 000.00 for 90 days, then 300 000.00. */
const rise = [...others, move('2025-04-01', 20_000_000, into)];

describe('年日均 from rebuilt deposits', () => {
  test('§7.8: one snapshot and one deposit of 200 000 on 1 April are 234 065.93', async () => {
    const average = await averageOfA({ balances: [snapshot('A', '2025-09-30', 30_000_000)], files: [rise] });
    expect(average?.of('A')).toEqual({
      method: '余额还原',
      isApproximate: true,
      from: '2025-01-01',
      through: '2025-09-30',
      fen: 23_406_593,
    });
  });

  test('is not 近似 where snapshots from the beginning of the year on know of nothing but deposits', async () => {
    const balances = [snapshot('A', '2024-12-31', 10_000_000), snapshot('A', '2025-09-30', 30_000_000)];
    expect((await averageOfA({ balances, files: [rise] }))?.of('A')).toMatchObject({
      method: '余额还原',
      isApproximate: false,
      fen: 23_406_593,
    });
  });

  test.each([
    ['2025-06-30', 30_000_000],
    ['2025-03-31', 10_000_000],
    ['2025-01-01', 10_000_000],
    ['2024-12-31', 10_000_000],
    ['2024-12-01', 10_000_000],
  ])('the snapshot may be of %s: what moved later is added', async (day, deposit) => {
    const files = [[...rise, move('2024-12-01', 1, { custNo: 'Z' })]];
    expect((await averageOfA({ balances: [snapshot('A', day, deposit)], files }))?.fenOf('A')).toBe(23_406_593);
  });

  test('a snapshot later than asOf is not used', async () => {
    expect(await averageOfA({ balances: [snapshot('A', '2025-10-01', 30_000_000)], files: [rise] })).toBeNull();
  });

  test('on 1 January it is the balance of the day', async () => {
    const wish = { asOf: on('2025-01-01'), files: [[...others, move('2025-01-01', 40, into)]] };
    expect((await averageOfA({ ...wish, balances: [snapshot('A', '2025-01-01', 100)] }))?.fenOf('A')).toBe(100);
    expect((await averageOfA({ ...wish, balances: [snapshot('A', '2024-12-31', 100)] }))?.fenOf('A')).toBe(140);
  });

  test('29 February counts', async () => {
    const files = [[move('2024-01-01', 1, { custNo: 'Z' }), move('2024-02-29', 6000, into)]];
    const balances = [snapshot('A', '2024-02-29', 6000)];
    expect((await averageOfA({ asOf: on('2024-02-29'), balances, files }))?.fenOf('A')).toBe(100);
  });

  test('who came in the year is divided by the whole year', async () => {
    const customers = [customer('A', on('2025-09-01'))];
    const files = [[...others, move('2025-09-01', 2730, into)]];
    const balances = [snapshot('A', '2025-09-30', 2730)];
    expect((await averageOfA({ customers, balances, files }))?.fenOf('A')).toBe(300);
  });

  test('who left in the year, and is in no snapshot any more, has the days before', async () => {
    const files = [[...others, move('2025-01-31', 2730)]];
    expect((await averageOfA({ balances: [snapshot('B', '2025-09-30', 5)], files }))?.fenOf('A')).toBe(300);
  });

  test('without any booking the balance stood all year', async () => {
    expect((await averageOfA({ balances: [snapshot('A', '2025-09-30', 77)] }))?.fenOf('A')).toBe(77);
  });
});

describe('is unknown and not rebuilt', () => {
  const plain = [snapshot('A', '2025-09-30', 100)];
  test.each<readonly [string, Partial<RebuiltWish>]>([
    ['where the file begins on 3 January', { files: [[move('2025-01-03', 1, into), ...others.slice(1)]] }],
    ['where the file ends eleven days before', { files: [[...others.slice(0, 1), move('2025-09-19', 1, into)]] }],
    ['where the day before the year would be overdrawn', { files: [[...others, move('2025-05-01', 101, into)]] }],
    ['where an amount has no rate', { files: [[...others, move('2025-05-01', 1, { isForeign: true })]] }],
    ['where a customer of this year had money before', { customers: [customer('A', on('2025-01-01'))] }],
    [
      'where the first snapshot says something else',
      { balances: [snapshot('A', '2025-03-31', 99), snapshot('A', '2025-09-30', 100)] },
    ],
    [
      'where a new account has money but no booking',
      {
        accounts: [
          { acctNo: 'T1', custNo: 'A', productClass: '定期', openDate: on('2025-02-01'), balanceFen: fenOf(50) },
        ],
      },
    ],
    [
      'where a new account has foreign money but no booking',
      { accounts: [{ acctNo: 'T1', custNo: 'A', currency: 'USD', openDate: on('2025-02-01') }] },
    ],
    ['where other assets are not explained', { balances: [snapshot('A', '2025-09-30', 100, 40)] }],
    ['where the parts are more than the whole', { balances: [snapshot('A', '2025-09-30', 100, -1)] }],
  ])('%s', async (_, wish) => {
    const average = await averageOfA({ balances: plain, ...wish });
    expect(average?.of('A')?.method).not.toBe('余额还原');
  });

  test.each<readonly [string, Partial<RebuiltWish>]>([
    ['the file begins on 2 January', { files: [[move('2025-01-02', 1, { custNo: 'Z' }), ...others.slice(1)]] }],
    ['the file ends ten days before', { files: [[...others.slice(0, 1), move('2025-09-20', 1, { custNo: 'Z' })]] }],
    ['the day before the year comes to 0', { files: [[...others, move('2025-05-01', 100, into)]] }],
    ['the customer is of the year before', { customers: [customer('A', on('2024-12-31'))] }],
    [
      'the account that has no booking is of the year before',
      { accounts: [{ acctNo: 'T1', custNo: 'A', openDate: on('2024-12-31'), balanceFen: fenOf(50) }] },
    ],
    [
      'the new account that has no booking states no balance',
      { accounts: [{ acctNo: 'T1', custNo: 'A', currency: 'CNY', openDate: on('2025-02-01') }] },
    ],
    [
      'the account that has no booking is a loan',
      {
        accounts: [
          { acctNo: 'T1', custNo: 'A', acctType: '贷款账户', openDate: on('2025-02-01'), balanceFen: fenOf(50) },
        ],
      },
    ],
  ])('but it is where %s', async (_, wish) => {
    const average = await averageOfA({ balances: plain, ...wish });
    expect(average?.of('A')?.method).toBe('余额还原');
    expect(average?.isUnbalanced('A')).toBe(false);
  });

  test('and said to be unbalanced only where bookings and balances disagree', async () => {
    const overdrawn = await averageOfA({ balances: plain, files: [[...others, move('2025-05-01', 101, into)]] });
    const foreign = [[...others, move('2025-05-01', 1, { isForeign: true })]];
    expect(overdrawn?.isUnbalanced('A')).toBe(true);
    expect((await averageOfA({ balances: plain, files: foreign }))?.isUnbalanced('A')).toBe(false);
  });
});

describe('other assets', () => {
  const fund = (more: Partial<Holding>): Holding => {
    return { custNo: 'A', productCategory: '基金', amountFen: fenOf(2730), signed: {}, ...more };
  };
  const balances = [snapshot('A', '2025-09-30', 1000, 2730)];
  /** 1000 before and after: what the fund cost had come in on the same day. */
  const files = [others];

  test.each([
    ['2024-06-01', 3730],
    ['2025-01-01', 3730],
    ['2025-09-01', 1300],
    ['2025-09-30', 1010],
  ])('bought on %s stand from that day on', async (day, expected) => {
    const average = await averageOfA({ balances, files, holdings: [fund({ buyDate: on(day) })] });
    expect(average?.of('A')).toMatchObject({ fen: expected, isApproximate: true });
  });

  test.each<readonly [string, readonly Holding[]]>([
    ['no holdings', []],
    ['no day of purchase', [fund({})]],
    ['another amount', [fund({ buyDate: on('2025-02-01'), amountFen: fenOf(2729) })]],
    ['somebody else', [fund({ buyDate: on('2025-02-01'), custNo: 'B' })]],
  ])('with %s are not known', async (_, holdings) => {
    expect((await averageOfA({ balances, files, holdings }))?.fenOf('A')).toBeNull();
  });

  test('of several snapshots stand until the next one', async () => {
    const two = [snapshot('A', '2024-12-31', 1000, 0), snapshot('A', '2025-09-01', 1000, 2730)];
    expect((await averageOfA({ balances: two, files }))?.of('A')).toMatchObject({
      method: '余额还原',
      fen: 1300,
      isApproximate: true,
    });
  });

  test('are not known where one of the snapshots says nothing of deposits', async () => {
    const two = [{ custNo: 'A', dataDate: on('2024-12-31'), aumFen: fenOf(1000) }, ...balances];
    expect((await averageOfA({ balances: two, files }))?.of('A')?.method).toBe('月末平均');
  });
});
