import { describe, expect, test } from 'vitest';
import type { Measure, Ownership } from '../../src/engine/activity.js';
import { summarise } from '../../src/engine/stream.js';
import { daySerial, daysBetween } from '../../src/model/day.js';
import { type Rules, rulesSchema } from '../../src/model/rules.js';
import type { Transaction } from '../../src/model/transaction.js';
import {
  accounts,
  asOf,
  booked,
  countAndSum,
  type Draft,
  day,
  measures,
  reportOn,
  rules,
  sourceOf,
} from './bookings.js';

const noOwnership = { ownerOf: undefined, nameOf: new Map<string, string>() };

describe('the customer of DOMAIN.md §7.3', () => {
  const rows = [
    booked({ on: '2025-03-20', summary: '网银转账' }),
    booked({ on: '2025-06-21', summary: '结息', direction: 'C', amount: 123 }),
    booked({ on: '2025-09-21', summary: '结息', direction: 'C', amount: 123 }),
    ...['04', '05', '06', '07', '08', '09'].map((month) =>
      booked({ on: `2025-${month}-11`, summary: '短信费', amount: 300 }),
    ),
    booked({ on: '2025-09-05', summary: '代扣电费', amount: 8800 }),
  ];
  async function recency(classes: Measure['classes']): Promise<number> {
    const last: Measure = { name: 'last', of: 'last', classes, within: { after: null, through: asOf } };
    const report = await reportOn([rows], { measures: [last] });
    return daySerial(asOf) - (report.activities.get('C1')?.[0] ?? Number.NaN);
  }
  test('was last active 194 days ago', async () => {
    expect(await recency(rules.txn.resetClasses)).toBe(194);
    expect(daysBetween(day('2025-03-20'), asOf)).toBe(194);
  });
  test('was last active 25 days ago where mandates count', async () => {
    expect(await recency([...rules.txn.resetClasses, 'MANDATE'])).toBe(25);
  });
  test('has one mandate row', async () => {
    expect((await reportOn([rows])).mandates).toEqual({ rows: 1, customers: 1 });
  });
});

describe('duplicates', () => {
  const row = booked({ txnId: 'T1' });
  test('across files count once, for the file that repeats them', async () => {
    const report = await reportOn([[row], [row, booked({ txnId: 'T2' })], [row]]);
    expect(report.activities.get('C1')?.slice(0, 2)).toEqual([2, 20000]);
    expect(report.sources.map((source) => source.duplicate)).toEqual([0, 1, 1]);
    expect(report.sources.map((source) => source.debitFen)).toEqual([10000, 10000, 0]);
    expect(report.classes.ACTIVE).toBe(2);
    expect(report.problems.filter(({ code }) => code === 'duplicate-rows').map(({ file }) => file)).toEqual([
      '交易2.csv',
      '交易3.csv',
    ]);
  });
  test.each<readonly [string, Draft]>([
    ['amount', { amount: 10001 }],
    ['day', { on: '2025-09-02' }],
    ['time', { txnTime: '10:00:00' }],
    ['balance', { balanceFen: row.amountFen }],
    ['summary', { summary: '汇款' }],
    ['memo', { memo: '房租' }],
    ['counterparty', { cpName: '丙' }],
    ['account', { acctNo: 'A2' }],
  ])('are not rows that differ in %s', async (_field, draft) => {
    const report = await reportOn([[row, booked({ txnId: 'T1', ...draft })]]);
    expect(report.sources[0]?.duplicate).toBe(0);
  });
  test('cannot be told without 流水号: twins are kept and warned of, with all rows that have none', async () => {
    const report = await reportOn([[booked(), booked({ amount: 1 })], [booked()], [booked({ amount: 2 })]]);
    expect(report.activities.get('C1')?.[0]).toBe(4);
    const warned = report.problems.filter(({ code }) => code === 'no-transaction-id');
    expect(warned.map(({ file }) => file)).toEqual(['交易1.csv', '交易2.csv']);
    expect(warned[0]?.message).toMatch(/^2 笔/);
  });
  test('without 流水号 and without a twin give no warning', async () => {
    expect((await reportOn([[booked(), booked({ amount: 1 })]])).problems).toEqual([]);
  });
});

describe('own transfers', () => {
  const out = booked({ txnId: 'T1', acctNo: 'A1', summary: '转账', amount: 5000 });
  const into = booked({ txnId: 'T1', acctNo: 'A2', summary: '转账存入', direction: 'C', amount: 5000, cpAcct: 'A1' });
  test('count once, and the fee drops alone', async () => {
    const fee = booked({ txnId: 'T1', summary: '手续费', amount: 50 });
    const report = await reportOn([[fee, into, out]]);
    expect(report.activities.get('C1')?.slice(0, 2)).toEqual([1, 5000]);
    expect(report.ownTransfers).toBe(1);
  });
  test('keep the debit even where the credit is larger', async () => {
    expect(await countAndSum([{ ...into, amountFen: booked({ amount: 9000 }).amountFen }, out])).toEqual([1, 5000]);
  });
  test('keep the larger of two debits', async () => {
    expect(
      await countAndSum([out, booked({ txnId: 'T1', amount: 7000 }), booked({ txnId: 'T1', amount: 10 })]),
    ).toEqual([1, 7000]);
  });
  test('are not seen on two days', async () => {
    expect(await countAndSum([out, { ...into, txnDate: day('2025-09-02') }])).toEqual([2, 10000]);
  });
  test('between two customers count once for each', async () => {
    const report = await reportOn([[out, { ...into, acctNo: 'B1' }]]);
    expect(report.activities.get('C1')?.[0]).toBe(1);
    expect(report.activities.get('C2')?.[0]).toBe(1);
    expect(report.ownTransfers).toBe(0);
  });
  test.each<readonly [string, readonly Draft[], readonly number[]]>([
    ['leave one leg when the other was reversed', [{}], [1, 5000]],
    ['and by 原流水号', [{ origTxnId: 'T1' }], [1, 5000]],
    ['also where the credit was', [{ origTxnId: 'T1', acctNo: 'A2', direction: 'D' }], [1, 5000]],
    [
      'are gone when both were reversed',
      [{ origTxnId: 'T1' }, { origTxnId: 'T1', acctNo: 'A2', direction: 'D' }],
      [0, 0],
    ],
  ])('%s', async (_text, reversals, expected) => {
    const rows = [out, into].concat(
      reversals.map((one) =>
        booked({ on: '2025-09-02', txnId: 'T2', direction: 'C', amount: 5000, reversal: 'reversal', ...one }),
      ),
    );
    expect(await countAndSum(rows)).toEqual(expected);
    expect(await countAndSum(rows.toReversed())).toEqual(expected);
  });
  test('are decided for each measure by the classes it counts', async () => {
    const mandate = booked({ txnId: 'T1', summary: '代扣', amount: 9 });
    const ofClasses = (classes: Measure['classes']): Measure => ({
      name: '',
      of: 'count',
      classes,
      within: { after: null, through: asOf },
    });
    const alone = await reportOn([[mandate, into]], { measures: [ofClasses(['ACTIVE'])] });
    const both = await reportOn([[mandate, into]], {
      measures: [ofClasses(['ACTIVE']), ofClasses(['ACTIVE', 'MANDATE'])],
    });
    expect(alone.activities.get('C1')).toEqual([1]);
    expect(both.activities.get('C1')).toEqual([1, 1]);
  });
});

describe('copies of rows after the as-of day', () => {
  const later = (draft: Draft = {}) => booked({ on: '2025-10-01', txnId: 'T1', ...draft });
  const counts = async (...files: readonly (readonly Transaction[])[]) =>
    (await reportOn(files)).sources.map(({ future, duplicate }) => [future, duplicate]);

  test.each<readonly [string, readonly (readonly Transaction[])[], readonly (readonly number[])[]]>([
    ['are duplicates beyond the first', [[later(), later(), later()]], [[1, 2]]],
    [
      'also in another file',
      [[later()], [booked(), later()], [later()]],
      [
        [1, 0],
        [0, 1],
        [0, 1],
      ],
    ],
    [
      'each of its own',
      [
        [later(), later({ txnId: 'T2' })],
        [later({ txnId: 'T2' }), later()],
      ],
      [
        [2, 0],
        [0, 2],
      ],
    ],
    [
      'beside copies of rows before it',
      [
        [booked({ txnId: 'T1' }), later()],
        [booked({ txnId: 'T1' }), later()],
      ],
      [
        [1, 0],
        [0, 2],
      ],
    ],
    ['not without 流水号', [[later({ txnId: undefined }), later({ txnId: undefined })]], [[2, 0]]],
    ['not of another amount', [[later(), later({ amount: 9999 })]], [[2, 0]]],
    ['not of another day', [[later(), later({ on: '2025-10-02' })]], [[2, 0]]],
    ['not of another time', [[later({ txnTime: '09:00:00' }), later({ txnTime: '09:00:01' })]], [[2, 0]]],
    ['not of another account', [[later(), later({ acctNo: 'A2' })]], [[2, 0]]],
    [
      'not of another customer',
      [[later({ acctNo: 'X', custNo: 'K1' }), later({ acctNo: 'X', custNo: 'K2' })]],
      [[2, 0]],
    ],
    ['but of whom the row calls otherwise', [[later({ custNo: 'K1' }), later({ custNo: 'K2' })]], [[1, 1]]],
    ['not the row of the as-of day', [[later({ on: '2025-09-30' }), later()]], [[1, 0]]],
  ])('%s', async (_text, files, expected) => {
    expect(await counts(...files)).toEqual(expected);
  });

  test('leave no customer behind', async () => {
    const report = await reportOn([[booked(), later({ acctNo: 'B1' }), later({ acctNo: 'B1' })]]);
    expect([...report.activities.keys()]).toEqual(['C1']);
    expect(report.problems.map(({ code }) => code)).toEqual(['duplicate-rows', 'future-rows']);
  });
});

describe('rows that never count', () => {
  test('are those after the as-of day: not even for coverage and reversals', async () => {
    const undo = booked({ on: '2025-10-01', direction: 'C', reversal: 'reversal' });
    const report = await reportOn([[booked({ on: '2025-09-30' }), undo, booked({ on: '2026-01-01', acctNo: 'B1' })]]);
    expect(report.activities.get('C1')?.[0]).toBe(1);
    expect(report.activities.has('C2')).toBe(false);
    expect(report.sources[0]).toMatchObject({
      future: 2,
      duplicate: 0,
      coverage: { from: '2025-09-30', to: '2025-09-30' },
    });
    expect(report.problems.map(({ code }) => code)).toEqual(['future-rows']);
  });
  test('are foreign rows, though they cover days', async () => {
    const report = await reportOn([[booked({ isForeign: true, on: '2025-01-01' }), booked()]]);
    expect(report.activities.get('C1')?.slice(0, 2)).toEqual([1, 10000]);
    expect(report.foreignRows).toBe(1);
    expect(report.sources[0]).toMatchObject({ debitFen: 10000, coverage: { from: '2025-01-01', to: '2025-09-01' } });
    expect(report.problems.map(({ code }) => code)).toEqual(['foreign-currency']);
  });
  test('are rows of an unknown account', async () => {
    const report = await reportOn([[booked({ acctNo: 'Z9' })]]);
    expect(report.unjoinedRows).toBe(1);
    expect(report.activities.size).toBe(0);
    expect(report.problems.map(({ code }) => code)).toEqual(['unknown-account']);
  });
});

describe('the customer of a row', () => {
  test('is the owner of the account, before the customer number of the row', async () => {
    expect([...(await reportOn([[booked({ custNo: 'C9' })]])).activities.keys()]).toEqual(['C1']);
    expect([...(await reportOn([[booked({ custNo: 'C9', acctNo: 'Z9' })]])).activities.keys()]).toEqual(['C9']);
  });
  test('is the customer number, else the account, without an account export', async () => {
    const rows = [booked({ custNo: 'C9' }), booked({ acctNo: 'A7' })];
    const report = await reportOn([rows], { ownership: noOwnership });
    expect([...report.activities.keys()]).toEqual(['A7', 'C9']);
    expect(report.accountsAsCustomers).toBe(true);
    expect(report.problems.map(({ code }) => code)).toEqual(['account-as-customer']);
    const named = await reportOn([[booked({ custNo: 'C9' })]], { ownership: noOwnership });
    expect(named.accountsAsCustomers).toBe(false);
  });
  test('may be called like a property of every object', async () => {
    const rows = ['__proto__', 'constructor'].map((custNo) => booked({ custNo, acctNo: undefined }));
    expect((await reportOn([rows])).activities.size).toBe(2);
  });
  test('with rows of other classes only is there, with nothing to show', async () => {
    const report = await reportOn([[booked({ summary: '结息', direction: 'C' })]]);
    expect(report.activities.get('C1')).toEqual([0, 0, null, null]);
  });
});

describe('a counterparty', () => {
  const strict: Measure = {
    name: 'strict',
    of: 'count',
    classes: ['ACTIVE'],
    within: { after: null, through: asOf },
  };
  test.each<readonly [string, Draft, number]>([
    ['of the same name is the customer', { cpName: '甲某某' }, 1],
    ['of the same name, spaced, is the customer', { cpName: ' 甲 某某' }, 1],
    ['of another name is not', { cpName: '丁' }, 0],
    ['whose account is the customer’s own is the customer', { cpName: '某支行', cpAcct: 'A2' }, 1],
    ['whose account is another customer’s is not', { cpName: '甲某某', cpAcct: 'B1' }, 0],
    ['with an account in another bank and the same name is the customer', { cpName: '甲某某', cpAcct: 'Q1' }, 1],
    ['with an unknown account and no name is not', { cpAcct: 'Q1' }, 0],
  ])('%s', async (_name, draft, expected) => {
    const report = await reportOn([[booked({ direction: 'C', ...draft })]], { measures: [strict] });
    expect(report.activities.get('C1')).toEqual([expected]);
  });
  test('is compared with the 户名 of the file where no customer export names the customer', async () => {
    const row = booked({ direction: 'C', cpName: '丙某', holderName: '丙某' });
    const report = await reportOn([[row]], { ownership: noOwnership, measures: [strict] });
    expect(report.activities.get('A1')).toEqual([1]);
  });
});

test('a window begins after its first day and ends with its last', async () => {
  const rows = ['2024-09-30', '2024-10-01', '2025-09-29', '2025-09-30'].map((on) => booked({ on }));
  const within = { after: day('2024-09-30'), through: day('2025-09-29') };
  const window: readonly Measure[] = measures.map((measure) => ({ ...measure, within }));
  const report = await reportOn([rows], { measures: window });
  expect(report.activities.get('C1')).toEqual([2, 20000, daySerial(day('2024-10-01')), daySerial(day('2025-09-29'))]);
});

describe('coverage', () => {
  test('runs from the first to the last row of any class, over all files', async () => {
    const first = booked({ on: '2025-01-02', summary: '结息' });
    const report = await reportOn([[booked()], [first], []]);
    expect(report.coverage).toEqual({ from: '2025-01-02', to: '2025-09-01' });
    expect(report.sources[2]?.coverage).toBeNull();
  });
  test('begins with the stated first day if that is earlier', async () => {
    const covered = async (statedFrom: string) => {
      const sources = [sourceOf([booked()], '交易.csv', day(statedFrom))];
      return (await summarise(sources, accounts, measures, rules, asOf)).coverage?.from;
    };
    expect(await covered('2025-04-01')).toBe('2025-04-01');
    expect(await covered('2025-09-15')).toBe('2025-09-01');
  });
  test.each<[text: string, from: string, to: string | undefined, rows: readonly Draft[], own: unknown, all: unknown]>([
    [
      'reaches back to the stated first day',
      '2025-01-01',
      '2025-09-30',
      [],
      ['2025-01-01', '2025-09-30'],
      '2025-01-01',
    ],
    ['and does not where that is later', '2025-09-15', '2025-09-30', [], ['2025-09-15', '2025-09-30'], '2025-09-01'],
    [
      'has one day where no last one is stated',
      '2025-01-01',
      undefined,
      [],
      ['2025-01-01', '2025-01-01'],
      '2025-01-01',
    ],
    ['ends with asOf', '2025-01-01', '2025-12-31', [], ['2025-01-01', '2025-09-30'], '2025-01-01'],
    [
      'nor when all rows are later',
      '2025-01-01',
      undefined,
      [{ on: '2025-10-01' }],
      ['2025-01-01', '2025-01-01'],
      '2025-01-01',
    ],
    ['begins on asOf at the latest', '2025-09-30', undefined, [], ['2025-09-30', '2025-09-30'], '2025-09-01'],
    ['is none of a statement that begins later', '2025-10-01', '2025-12-31', [], null, '2025-09-01'],
  ])('of a statement without rows to be counted: %s', async (_text, from, to, rows, own, all) => {
    const stated = sourceOf(
      rows.map((row) => booked(row)),
      '无交易.csv',
      day(from),
      to === undefined ? undefined : day(to),
    );
    const both = await summarise([sourceOf([booked()]), stated], accounts, measures, rules, asOf);
    const [first, last] = (own ?? []) as readonly string[];
    expect(both.sources[1]?.coverage).toEqual(own === null ? null : { from: first, to: last });
    // Where there are bookings, the last of them ends what is known.
    expect(both.coverage).toEqual({ from: all, to: '2025-09-01' });
    const alone = await summarise([stated], accounts, measures, rules, asOf);
    expect(alone.coverage).toEqual(own === null ? null : { from: first, to: last });
  });
  test('is null without any row and stated day', async () => {
    expect((await reportOn([[]])).coverage).toBeNull();
    expect((await reportOn([])).problems).toEqual([]);
  });
});

describe('unknown summaries', () => {
  const withUnknownAs = (unknownAs: string): Rules => rulesSchema.parse({ txn: { unknownAs } });
  test('count as active by default, as configured otherwise, and stay UNKNOWN in the class counts', async () => {
    const rows = [booked({ summary: 'xyz' })];
    const asActive = await reportOn([rows]);
    expect(asActive.activities.get('C1')?.[0]).toBe(1);
    expect(asActive.classes).toMatchObject({ UNKNOWN: 1, ACTIVE: 0 });
    const asSystem = await reportOn([rows], { rules: withUnknownAs('SYSTEM') });
    expect(asSystem.activities.get('C1')?.[0]).toBe(0);
  });
  test('are listed by rows, then text, with long digits hidden, at most 20', async () => {
    const many = Array.from({ length: 25 }, (_, index) => booked({ summary: `x${index}` }));
    const rows = [...many, booked({ summary: 'q 62220212345' }), booked({ summary: 'q 62220299999' })];
    const { top, more } = (await reportOn([rows])).unknownSummaries;
    expect(top).toHaveLength(20);
    expect(top[0]).toEqual({ summary: 'q ****', rows: 2 });
    expect(top[1]).toEqual({ summary: 'x0', rows: 1 });
    expect(more).toBe(6);
  });
  const sharedBy = (summary: string, customers: readonly string[]) =>
    customers.map((custNo) => booked({ acctNo: undefined, custNo, summary }));
  const everybody: Ownership = { ownerOf: undefined, nameOf: new Map([['C9', '张三丰']]) };
  test('are cut to 20 characters', async () => {
    const rows = sharedBy('甲'.repeat(30), ['C1', 'C2', 'C3']);
    const { top } = (await reportOn([rows], { ownership: everybody })).unknownSummaries;
    expect(top).toEqual([{ summary: '甲'.repeat(20), rows: 3 }]);
  });
  test('that fewer than three customers share may be remarks: only words of the trade are shown', async () => {
    const rows = [...sharedBy('柒号房租', ['C1', 'C2', 'C2']), ...sharedBy('捌号房租', ['C1', 'C2', 'C3'])];
    const { top } = (await reportOn([rows], { ownership: everybody })).unknownSummaries;
    expect(top).toEqual([
      { summary: '**房租', rows: 3 },
      { summary: '捌号房租', rows: 3 },
    ]);
  });
  test('never name the holder, the counterparty or any customer', async () => {
    const named = { summary: '甲某某丙某某张三丰同住', cpName: '丙某某 6222', holderName: '甲某某' };
    const rows = ['C1', 'C2', 'C3'].map((custNo) => booked({ acctNo: undefined, custNo, ...named }));
    const { top } = (await reportOn([rows], { ownership: everybody })).unknownSummaries;
    expect(top).toEqual([{ summary: '甲*某丙*某张*丰同住', rows: 3 }]);
  });
});

test('sums that cannot be exact are refused', async () => {
  const rows = [booked({ amount: Number.MAX_SAFE_INTEGER }), booked({ amount: 2 })];
  await expect(reportOn([rows])).rejects.toMatchObject({ exitCode: 3 });
});

test('no message carries a customer’s number, name or account', async () => {
  const rows = [
    booked({ txnId: 'T1', cpName: '丁某某' }),
    booked({ txnId: 'T1', cpName: '丁某某' }),
    booked({ acctNo: '6222021234561234' }),
    booked({ summary: 'xyz', isForeign: true, reversal: 'reversal' }),
  ];
  const report = await reportOn([rows, [booked({ on: '2026-01-01' })]]);
  expect(report.problems.length).toBeGreaterThan(3);
  for (const { message } of report.problems) expect(message).not.toMatch(/6222|丁|A1|C1|T1/);
});

describe('a minus sign is how a file writes money out only where every debit has one', () => {
  const out = (on: string, amount: number) => booked({ on, amount });

  test.each([
    ['all debits, two of them', [out('2025-09-01', -10000), out('2025-09-02', -5000)], [2, 15000]],
    ['one debit alone', [out('2025-09-01', -10000)], [0, 0]],
    ['two of three', [out('2025-09-01', 10000), out('2025-09-02', -10000), out('2025-09-03', -5000)], [0, 0]],
    [
      'as many as have none',
      [out('2025-09-01', 10000), out('2025-09-01', 700), out('2025-09-02', -10000), out('2025-09-03', -5000)],
      [1, 700],
    ],
    [
      'all debits, and a credit in red letters',
      [
        out('2025-09-01', -10000),
        out('2025-09-02', -5000),
        booked({ on: '2025-09-03', amount: 7000, direction: 'C' }),
        booked({ on: '2025-09-04', amount: -7000, direction: 'C' }),
      ],
      [2, 15000],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await countAndSum(rows)).toEqual(expected);
  });
});

describe('legs of own transfers', () => {
  const leg = (draft: Draft) => booked({ txnId: 'T1', ...draft });

  test('of one 流水号 on two days are two transfers', async () => {
    const rows = ['2025-09-01', '2025-09-02'].flatMap((on) => [leg({ on }), leg({ on, acctNo: 'A2', direction: 'C' })]);
    expect(await countAndSum(rows)).toEqual([2, 20000]);
  });

  test('of one 流水号 and many customers are a transfer of each', async () => {
    const ids = Array.from({ length: 500 }, (_, at) => `K${at}`);
    const rows = ids.flatMap((custNo) => {
      return (['D', 'C'] as const).map((direction) => leg({ acctNo: undefined, custNo, direction }));
    });
    const { activities, ownTransfers } = await reportOn([rows]);
    expect(ids.filter((id) => activities.get(id)?.[0] !== 1)).toEqual([]);
    expect(ownTransfers).toBe(500);
  });

  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'leave the debit alone, whatever the credits are and in whatever order %j',
    async (order) => {
      const legs = [
        leg({ direction: 'C', acctNo: 'A2', amount: 10000 }),
        leg({ amount: 10000 }),
        leg({ direction: 'C', acctNo: 'A2', amount: 20000 }),
      ];
      expect(await countAndSum(order.map((place) => legs[place]!))).toEqual([1, 10000]);
    },
  );
});

test('files with rows and without 渠道 are told by name, each once', async () => {
  const without = (file: string, rows = [booked({ txnId: file })]) => ({
    ...sourceOf(rows, file),
    statesChannel: false,
  });
  const sources = [without('b.csv'), sourceOf([booked({ txnId: 'T' })]), without('a.csv'), without('空.csv', [])];
  const report = await summarise(sources, accounts, measures, rules, asOf);
  expect([report.statesChannel, report.filesWithoutChannel]).toEqual([true, ['a.csv', 'b.csv']]);
});
