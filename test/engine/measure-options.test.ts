// Each part of a measure on its own, on both sides of its boundary.
import { describe, expect, test } from 'vitest';
import type { Measure, Ownership } from '../../src/engine/activity.js';
import { daySerial } from '../../src/model/day.js';
import { asOf, booked, type Draft, day, reportOn } from './bookings.js';

const counted: Measure = {
  name: 'count',
  of: 'count',
  classes: ['ACTIVE', 'THIRD_PARTY'],
  within: { after: null, through: asOf },
};

async function countOf(drafts: readonly Draft[], change: Partial<Measure>): Promise<number | null | undefined> {
  const report = await reportOn([drafts.map(booked)], { measures: [{ ...counted, ...change }] });
  return (change.per === 'account' ? report.accounts.get('A1') : report.activities.get('C1'))?.[0];
}

test.each<readonly [string, Draft, Partial<Measure>, number]>([
  ['money in counts as C', { direction: 'C' }, { direction: 'C' }, 1],
  ['money in does not count as D', { direction: 'C' }, { direction: 'D' }, 0],
  ['money out counts as D', { direction: 'D' }, { direction: 'D' }, 1],
  ['money out does not count as C', { direction: 'D' }, { direction: 'C' }, 0],
  ['one 分 below the least amount does not count', { amount: 49_999_999 }, { minFen: 50_000_000 }, 0],
  ['the least amount counts', { amount: 50_000_000 }, { minFen: 50_000_000 }, 1],
  ['one 分 above the least amount counts', { amount: 50_000_001 }, { minFen: 50_000_000 }, 1],
  ['柜面 is the counter', { channel: '柜面' }, { channel: 'counter' }, 1],
  ['智能柜台 is not', { channel: '智能柜台' }, { channel: 'counter' }, 0],
  ['no channel is not, whoever the teller', { teller: '0123' }, { channel: 'counter' }, 0],
  ['销户 counts', { summary: '销户' }, {}, 1],
  ['销户 is left out where closings are', { summary: '销户' }, { closings: 'out' }, 0],
  ['another one is not', { summary: '转账' }, { closings: 'out' }, 1],
  ['附言 closes where 摘要 says nothing', { summary: undefined, memo: '销户' }, { closings: 'out' }, 0],
  ['附言 closes nothing beside a 摘要 that is known', { summary: '转账', memo: '销户' }, { closings: 'out' }, 1],
  [
    'all options together',
    { direction: 'C', amount: 5, channel: '01' },
    { direction: 'C', minFen: 5, channel: 'counter' },
    1,
  ],
  [
    'all but the direction',
    { direction: 'D', amount: 5, channel: '01' },
    { direction: 'C', minFen: 5, channel: 'counter' },
    0,
  ],
  [
    'all but the amount',
    { direction: 'C', amount: 4, channel: '01' },
    { direction: 'C', minFen: 5, channel: 'counter' },
    0,
  ],
  [
    'all but the channel',
    { direction: 'C', amount: 5, channel: '02' },
    { direction: 'C', minFen: 5, channel: 'counter' },
    0,
  ],
])('%s', async (_name, draft, change, expected) => {
  expect(await countOf([draft], change)).toBe(expected);
  expect(await countOf([draft], { ...change, per: 'account' })).toBe(expected);
});

describe('an anchored window', () => {
  const within = (fromDays: number, throughDays: number) => ({
    within: {
      anchors: new Map([
        ['C1', day('2025-06-30')],
        ['A1', day('2025-06-30')],
      ]),
      fromDays,
      throughDays,
    },
  });
  test.each<readonly [string, number, number, number]>([
    ['2025-06-30', 1, 90, 0],
    ['2025-07-01', 1, 90, 1],
    ['2025-09-28', 1, 90, 1],
    ['2025-09-29', 1, 90, 0],
    ['2025-06-30', 0, 0, 1],
    ['2025-06-29', -1, -1, 1],
    ['2025-06-30', -1, -1, 0],
    ['2025-06-28', -1, -1, 0],
    ['2025-06-30', 1, 0, 0],
    ['2020-02-29', Number.NEGATIVE_INFINITY, 0, 1],
    ['2025-09-30', 1, Number.POSITIVE_INFINITY, 1],
  ])('has %s between %i and %i days of 2025-06-30: %i', async (on, fromDays, throughDays, expected) => {
    expect(await countOf([{ on }], within(fromDays, throughDays))).toBe(expected);
    expect(await countOf([{ on }], { ...within(fromDays, throughDays), per: 'account' })).toBe(expected);
  });
  test('is a matter of each customer', async () => {
    const rows = ['A1', 'B1'].flatMap((acctNo) => ['2025-03-01', '2025-08-01'].map((on) => booked({ acctNo, on })));
    const anchors = new Map([
      ['C1', day('2025-03-01')],
      ['C2', day('2025-08-01')],
    ]);
    const first: Measure = { ...counted, of: 'first', within: { anchors, fromDays: 0, throughDays: 5 } };
    const { activities } = await reportOn([rows], { measures: [first] });
    expect(activities.get('C1')).toEqual([daySerial(day('2025-03-01'))]);
    expect(activities.get('C2')).toEqual([daySerial(day('2025-08-01'))]);
  });
  test('shows nothing to a key without anchor', async () => {
    const empty = { anchors: new Map(), fromDays: Number.NEGATIVE_INFINITY, throughDays: Number.POSITIVE_INFINITY };
    expect(await countOf([{}], { within: empty })).toBe(0);
    expect(await countOf([{}], { within: empty, of: 'last' })).toBeNull();
  });
});

describe('what a closing pays into another account of the customer', () => {
  const closing: Draft = { txnId: 'T1', acctNo: 'A2', summary: '定期销户', amount: 5000 };
  const paidIn: Draft = { txnId: 'T1', acctNo: 'A1', direction: 'C', summary: '转入', amount: 5012 };
  const change: Partial<Measure> = { classes: ['THIRD_PARTY'], closings: 'out' };
  test.each<readonly [string, readonly Draft[], Partial<Measure>, number]>([
    ['is part of it, whatever its class', [closing, paidIn], change, 0],
    ['is part of it on its own account', [paidIn, closing], { ...change, per: 'account' }, 0],
    ['counts where closings do', [closing, paidIn], { classes: ['THIRD_PARTY'] }, 1],
    ['stands alone under another 流水号', [closing, { ...paidIn, txnId: 'T2' }], change, 1],
    ['stands alone on another day', [{ ...closing, on: '2025-08-31' }, paidIn], change, 1],
    ['stands alone for another customer', [{ ...closing, acctNo: 'B1' }, paidIn], change, 1],
    [
      'stands alone once the closing is undone',
      [closing, { ...closing, txnId: 'T3', origTxnId: 'T1', direction: 'C', reversal: 'reversal' }, paidIn],
      change,
      1,
    ],
  ])('%s', async (_name, drafts, options, expected) => {
    expect(await countOf(drafts, options)).toBe(expected);
  });
});

describe('of an own transfer', () => {
  const out: Draft = { txnId: 'T1', acctNo: 'A2', amount: 5000 };
  const into: Draft = { txnId: 'T1', acctNo: 'A1', direction: 'C', amount: 5000, channel: '柜面' };
  test.each<readonly [string, Partial<Measure>, number]>([
    ['the customer counts one leg', {}, 1],
    ['the customer sees money out', { direction: 'D' }, 1],
    ['the customer sees no money in', { direction: 'C' }, 0],
    ['the customer sees no leg over the counter where only money in was', { channel: 'counter' }, 0],
    ['the account that got it sees money in', { per: 'account', direction: 'C' }, 1],
    ['the account that got it sees no money out', { per: 'account', direction: 'D' }, 0],
  ])('%s', async (_name, change, expected) => {
    expect(await countOf([into, out], change)).toBe(expected);
    expect(await countOf([out, into], change)).toBe(expected);
  });
  test('no part of a measure brings the other leg back', async () => {
    const larger = { ...into, amount: 9000 };
    expect(await countOf([larger, out], { minFen: 6000 })).toBe(0);
  });
  test('every leg counts on its own account, beside measures per customer in any order', async () => {
    const list: readonly Measure[] = [
      { ...counted, per: 'account' },
      counted,
      { ...counted, per: 'account', of: 'sum' },
    ];
    const report = await reportOn([[booked(out), booked(into)]], { measures: list });
    expect([...report.accounts]).toEqual([
      ['A1', [1, null, 5000]],
      ['A2', [1, null, 5000]],
    ]);
    expect(report.activities.get('C1')).toEqual([null, 1, null]);
    expect(report.ownTransfers).toBe(1);
  });
});

describe('the accounts', () => {
  const perAccount: Measure = { ...counted, per: 'account' };
  const accountsOf = async (drafts: readonly Draft[], ownership?: Ownership) => {
    const options = { measures: [perAccount], ...(ownership === undefined ? {} : { ownership }) };
    return [...(await reportOn([drafts.map(booked)], options)).accounts];
  };
  test('are none where no measure asks for them', async () => {
    expect((await reportOn([[booked()]])).accounts.size).toBe(0);
  });
  test('stand in order, with nothing to show where rows of other classes only are', async () => {
    expect(await accountsOf([{ acctNo: 'B1' }, { acctNo: 'A2', summary: '结息' }, {}])).toEqual([
      ['A1', [1]],
      ['A2', [0]],
      ['B1', [1]],
    ]);
  });
  test('that belong to no customer are left out', async () => {
    expect(await accountsOf([{ acctNo: 'Z9' }])).toEqual([]);
  });
  test('that only the customer number of the row joins are there', async () => {
    expect(await accountsOf([{ acctNo: 'Z9', custNo: 'C9' }, { acctNo: 'Z9' }])).toEqual([['Z9', [1]]]);
  });
  test('stand for themselves without an account export', async () => {
    const noOwnership = { ownerOf: undefined, nameOf: new Map<string, string>() };
    expect(await accountsOf([{ acctNo: 'A7' }, { acctNo: undefined, custNo: 'C9' }], noOwnership)).toEqual([
      ['A7', [1]],
    ]);
  });
});

describe('in red letters', () => {
  test('the debits of a file that writes each with a minus sign are money out', async () => {
    const rows = [{ amount: -700 }, { amount: -800, on: '2025-09-02' }, { amount: 900, direction: 'C' as const }];
    expect(await countOf(rows, { direction: 'D', minFen: 700 })).toBe(2);
    expect(await countOf(rows, { direction: 'C' })).toBe(1);
  });
  test('a row that undoes another one counts in neither direction', async () => {
    const rows = [{ amount: 700 }, { amount: 100 }, { amount: -700, on: '2025-09-02' }];
    expect(await countOf(rows, { direction: 'D' })).toBe(1);
    expect(await countOf(rows, { direction: 'C' })).toBe(0);
  });
});

test('a sum per account that cannot be exact is refused', async () => {
  const rows = [booked({ amount: Number.MAX_SAFE_INTEGER }), booked({ amount: 2 })];
  const measures: readonly Measure[] = [{ ...counted, of: 'sum', per: 'account' }];
  await expect(reportOn([rows], { measures })).rejects.toMatchObject({ exitCode: 3 });
});
