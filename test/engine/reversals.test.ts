import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/engine/activity.js';
import { daySerial } from '../../src/model/day.js';
import { rulesSchema } from '../../src/model/rules.js';
import type { Transaction } from '../../src/model/transaction.js';
import { booked, countAndSum, type Draft, day, reportOn } from './bookings.js';

/** [rows counted for C1, pairs, unmatched] */
async function outcome(...drafts: readonly Draft[]): Promise<readonly unknown[]> {
  const report = await reportOn([drafts.map((draft) => booked(draft))]);
  return [report.activities.get('C1')?.[0], report.reversals.pairs, report.reversals.unmatched];
}

const undoes: Draft = { direction: 'C', reversal: 'reversal', on: '2025-09-02' };

describe('a flagged reversal', () => {
  test('removes itself and its original', async () => {
    expect(await outcome({}, undoes)).toEqual([0, 1, 0]);
  });
  test('is dropped and counted when its original is missing', async () => {
    expect(await outcome({ amount: 9999 }, undoes)).toEqual([1, 0, 1]);
    expect(await outcome({ direction: 'C' }, undoes)).toEqual([1, 0, 1]);
    expect(await outcome({ acctNo: 'A2' }, undoes)).toEqual([1, 0, 1]);
    expect(await outcome({ acctNo: 'B1' }, undoes)).toEqual([0, 0, 1]);
  });
  test('reaches 30 days back, not 31', async () => {
    expect(await outcome({ on: '2025-08-03' }, undoes)).toEqual([0, 1, 0]);
    expect(await outcome({ on: '2025-08-02' }, undoes)).toEqual([1, 0, 1]);
  });
  test('does not remove a later booking', async () => {
    expect(await outcome({ on: '2025-09-03' }, undoes)).toEqual([1, 0, 1]);
    expect(await outcome({ on: '2025-09-02', txnTime: '10:00:01' }, { ...undoes, txnTime: '10:00:00' })).toEqual([
      1, 0, 1,
    ]);
    expect(await outcome({ on: '2025-09-02', txnTime: '10:00:00' }, { ...undoes, txnTime: '10:00:00' })).toEqual([
      0, 1, 0,
    ]);
    expect(await outcome({ on: '2025-09-02', txnTime: '10:00:01' }, undoes)).toEqual([0, 1, 0]);
  });
  test('without a time stands at the end of its day: an earlier one looks first', async () => {
    const day = { on: '2025-09-02' };
    const originals = [
      { ...day, txnTime: '10:00:00' },
      { ...day, txnTime: '12:00:00' },
    ];
    expect(await outcome(...originals, undoes, { ...undoes, txnTime: '09:00:00' })).toEqual([1, 1, 1]);
  });
  test('takes the nearest earlier booking, and each only once', async () => {
    const rows = [{ on: '2025-08-20' }, { on: '2025-08-25' }, { on: '2025-09-05' }].map((draft) => booked(draft));
    const one = await reportOn([[...rows, booked(undoes)]]);
    expect(one.activities.get('C1')?.[0]).toBe(2);
    const [, , first] = one.activities.get('C1') ?? [];
    const untouched = await reportOn([[rows[0]!, rows[2]!]]);
    expect(first).toBe(untouched.activities.get('C1')?.[2]);
    expect(await outcome({}, undoes, { ...undoes, on: '2025-09-03' })).toEqual([0, 1, 1]);
    expect(await outcome({ on: '2025-08-31' }, {}, undoes, { ...undoes, on: '2025-09-03' })).toEqual([0, 2, 0]);
  });
  test('removes an original of any class', async () => {
    const report = await reportOn([[booked({ summary: '手续费' }), booked(undoes), booked({ on: '2025-09-05' })]]);
    expect(report.reversals).toEqual({ pairs: 1, unmatched: 0 });
    expect(report.classes).toMatchObject({ SYSTEM: 1, REVERSAL: 1, ACTIVE: 1 });
  });
  test('on a row without account searches the customer', async () => {
    expect(await outcome({}, { ...undoes, acctNo: undefined, custNo: 'C1' })).toEqual([0, 1, 0]);
    expect(await outcome({}, { ...undoes, acctNo: undefined, custNo: 'C2' })).toEqual([1, 0, 1]);
  });
  test('in foreign currency removes only a foreign booking', async () => {
    expect(await outcome({}, { ...undoes, isForeign: true })).toEqual([1, 0, 1]);
    expect(await outcome({ isForeign: true }, { ...undoes, isForeign: true })).toEqual([0, 1, 0]);
    expect(await outcome({ isForeign: true }, undoes)).toEqual([0, 0, 1]);
  });
});

describe('原流水号', () => {
  const original: Draft = { on: '2025-05-01', txnId: 'T1' };
  test('has no limit of days', async () => {
    expect(await outcome(original, { ...undoes, origTxnId: 'T1' })).toEqual([0, 1, 0]);
    expect(await outcome(original, undoes)).toEqual([1, 0, 1]);
  });
  test('goes before the nearest booking', async () => {
    const near = { on: '2025-09-01', txnId: 'T2' };
    const rows = [original, near, { ...undoes, origTxnId: 'T1' }].map((draft) => booked(draft));
    const report = await reportOn([rows]);
    const alone = await reportOn([[booked(near)]]);
    expect(report.activities.get('C1')).toEqual(alone.activities.get('C1'));
  });
  test('of another customer names nothing', async () => {
    expect(await outcome({ ...original, acctNo: 'B1' }, { ...undoes, origTxnId: 'T1' })).toEqual([0, 0, 1]);
  });
  test('finds another account of the same customer', async () => {
    expect(await outcome({ ...original, acctNo: 'A2' }, { ...undoes, origTxnId: 'T1' })).toEqual([0, 1, 0]);
  });
  test('shared by a booking and its fee removes the booking', async () => {
    const fee = { ...original, summary: '手续费', amount: 100 };
    expect(await outcome(fee, original, { ...undoes, origTxnId: 'T1' })).toEqual([0, 1, 0]);
  });
  test('finds an original even where the reversal repeats its direction', async () => {
    expect(await outcome(original, { ...undoes, direction: 'D', origTxnId: 'T1' })).toEqual([0, 1, 0]);
  });
  test('that starts anew every day names the last booking before the reversal', async () => {
    const days = ['2025-05-01', '2025-08-30', '2025-09-10'];
    const rows = days.map((on) => booked({ on, txnId: 'T1' }));
    const report = await reportOn([[...rows, booked({ ...undoes, origTxnId: 'T1' })]]);
    const others = await reportOn([[rows[0]!, rows[2]!]]);
    expect(report.activities.get('C1')).toEqual(others.activities.get('C1'));
    const withoutFirst = await reportOn([[rows[1]!, rows[2]!]]);
    expect(report.activities.get('C1')).not.toEqual(withoutFirst.activities.get('C1'));
  });
  test('that no row carries leaves the search by amount', async () => {
    expect(await outcome({}, { ...undoes, origTxnId: 'X9' })).toEqual([0, 1, 0]);
  });
});

describe('flag values 1 and 2', () => {
  test('drop both rows and leave other bookings of the same amount alone', async () => {
    const undone: Draft = { reversal: 'reversed', on: '2025-09-01', balanceFen: undefined };
    expect(await outcome({ on: '2025-09-02', txnTime: '08:00:00' }, undone, undoes)).toEqual([1, 1, 0]);
  });
  test('count a flagged original without its reversal as unmatched', async () => {
    expect(await outcome({ reversal: 'reversed' }, { on: '2025-09-03', direction: 'C' })).toEqual([1, 0, 1]);
  });
});

describe('冲正标志 2', () => {
  const original: Draft = { on: '2025-07-01', txnId: 'T1' };
  const two: Draft = { reversal: 'reversed', txnId: 'T2', on: '2025-09-02' };
  test.each<readonly [text: string, drafts: readonly Draft[], expected: readonly number[]]>([
    ['undoes the booking that it names: 隔日冲正', [original, { ...two, direction: 'C', origTxnId: 'T1' }], [0, 1, 0]],
    ['also in red letters', [original, { ...two, amount: -10000, origTxnId: 'T1' }], [0, 1, 0]],
    ['also beside another reversal', [{}, undoes, original, { ...two, direction: 'C', origTxnId: 'T1' }], [0, 2, 0]],
    ['not without its number', [original, { ...two, direction: 'C' }], [1, 0, 1]],
    ['not one of another amount', [original, { ...two, direction: 'C', amount: 9999, origTxnId: 'T1' }], [1, 0, 1]],
    ['not one of the same direction', [original, { ...two, origTxnId: 'T1' }], [1, 0, 1]],
    ['not one of another holder', [original, { ...two, acctNo: 'B1', direction: 'C', origTxnId: 'T1' }], [1, 0, 1]],
    [
      'is 被冲正 where it names its reversal, and the reversal names it',
      [
        { ...two, txnId: 'T1', origTxnId: 'T3' },
        { ...undoes, txnId: 'T3', origTxnId: 'T1' },
      ],
      [0, 1, 0],
    ],
  ])('%s', async (_text, drafts, [count, ...counts]) => {
    const [found, ...others] = await outcome(...drafts);
    expect([found ?? 0, ...others]).toEqual([count, ...counts]);
    expect((await outcome(...drafts.toReversed())).slice(1)).toEqual(counts);
  });

  test('moved the balance where it undid another booking', async () => {
    const moved = (['D', 'C'] as const).map(
      (direction): Measure => ({
        name: direction,
        of: 'moved',
        classes: [],
        within: { after: null, through: day('2025-09-30') },
        direction,
      }),
    );
    const rows = [booked(original), booked({ ...two, direction: 'C', origTxnId: 'T1' })];
    expect((await reportOn([rows], { measures: moved })).activities.get('C1')).toEqual([10000, 10000]);
  });

  const hint = async (drafts: readonly Draft[], reversalCodes = {}) => {
    const rules = rulesSchema.parse({ txn: { reversalCodes } });
    const { problems } = await reportOn([drafts.map((draft) => booked(draft))], { rules });
    return problems.find(({ code }) => code === 'unmatched-reversal')?.message.includes('txn.reversalCodes');
  };
  test('says how to settle what it means where it is alone, unless that is settled', async () => {
    expect(await hint([two])).toBe(true);
    expect(await hint([two], { 2: 'reversed' })).toBe(false);
    expect(await hint([two, { ...undoes, on: '2025-09-03' }])).toBeUndefined();
    expect(await hint([undoes])).toBe(false);
  });
});

describe('a reversal known by other signs', () => {
  test('by its text alone removes its original', async () => {
    expect(await outcome({}, { direction: 'C', summary: '抹账', on: '2025-09-02' })).toEqual([0, 1, 0]);
  });
  test('被冲正 is the row that was undone', async () => {
    const rows = [
      { on: '2025-08-31' },
      { summary: '被冲正' },
      { direction: 'C', summary: '冲正', on: '2025-09-02' },
    ] as const;
    expect(await outcome(...rows)).toEqual([1, 1, 0]);
  });
  test('by red letters removes the booking of the same direction', async () => {
    expect(await outcome({}, { amount: -10000, on: '2025-09-02' })).toEqual([0, 1, 0]);
    expect(await outcome({ direction: 'C' }, { direction: 'C', amount: -10000, on: '2025-09-02' })).toEqual([0, 1, 0]);
    expect(await outcome({ amount: 500 }, { amount: -10000, on: '2025-09-02' })).toEqual([1, 0, 1]);
  });
});

describe('a minus sign on every debit of a file', () => {
  test('is no habit of the file where those rows are flagged as reversals', async () => {
    const undone = ['2025-09-01', '2025-09-02'].map((on) => booked({ on }));
    const red = ['2025-09-01', '2025-09-02'].map((on) => booked({ on, amount: -10000, reversal: 'reversal' }));
    const [together, apart] = [await reportOn([[...undone, ...red]]), await reportOn([undone, red])];
    expect(together.reversals).toEqual({ pairs: 2, unmatched: 0 });
    expect(apart.reversals).toEqual(together.reversals);
    expect(apart.activities).toEqual(together.activities);
  });
  const minus = (on: string): Transaction => booked({ on, amount: -10000 });
  test('is a convention, and amounts count absolute', async () => {
    const report = await reportOn([
      [minus('2025-09-01'), minus('2025-09-02'), booked({ direction: 'C', amount: 700 })],
    ]);
    expect(report.activities.get('C1')?.slice(0, 2)).toEqual([3, 20700]);
    expect(report.sources[0]).toMatchObject({ debitFen: 20000, creditFen: 700 });
    expect(report.reversals).toEqual({ pairs: 0, unmatched: 0 });
  });
  test('needs two of them', async () => {
    const report = await reportOn([[minus('2025-09-01'), booked({ direction: 'C', amount: 700 })]]);
    expect(report.activities.get('C1')?.slice(0, 2)).toEqual([1, 700]);
    expect(report.classes.REVERSAL).toBe(1);
  });
  test('is decided for each file by itself', async () => {
    const report = await reportOn([[minus('2025-09-01'), minus('2025-09-02')], [booked({ on: '2025-09-03' })]]);
    expect(report.activities.get('C1')?.slice(0, 2)).toEqual([3, 30000]);
  });
});

describe('which row is undone', () => {
  /** Day of the last row of C1 that counts. */
  async function lastDay(...drafts: readonly Draft[]) {
    const report = await reportOn([drafts.map((draft) => booked(draft))]);
    return report.activities.get('C1')?.[3];
  }

  test('never one that undoes another', async () => {
    expect(await outcome(undoes, { reversal: 'reversal', on: '2025-09-03' })).toEqual([0, 0, 2]);
  });
  test('never one that was undone already, by whatever way', async () => {
    const second = { ...undoes, on: '2025-09-03' };
    expect(await outcome({ txnId: 'T1' }, { ...undoes, origTxnId: 'T1' }, second)).toEqual([0, 1, 1]);
  });
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('is found by the earlier reversal of a day first (%i 分)', async (amount) => {
    const at = (txnTime: string): Draft => ({ on: '2025-09-02', txnTime, amount });
    const reversals = ['09:00:00', '12:00:00'].map((txnTime) => ({ ...undoes, ...at(txnTime) }));
    expect(await outcome(at('10:00:00'), at('11:00:00'), ...reversals)).toEqual([1, 1, 1]);
  });
  test('is the earlier one of a day, however the file is sorted', async () => {
    const at = (txnTime: string): Draft => ({ on: '2025-09-02', txnTime });
    expect(await outcome(at('12:00:00'), at('10:00:00'), { ...undoes, ...at('11:00:00') })).toEqual([1, 1, 0]);
  });
  test('is flagged 被冲正, however long ago', async () => {
    expect(await outcome({ on: '2025-05-01', reversal: 'reversed' }, undoes)).toEqual([0, 1, 0]);
  });
  test('is none where the row in red letters was itself undone', async () => {
    expect(await outcome({}, { amount: -10000, reversal: 'reversed', on: '2025-09-02' })).toEqual([1, 0, 1]);
  });

  test('is the booking and not its fee, also where the reversal repeats the direction', async () => {
    const rows = [
      booked({ on: '2025-05-01', txnTime: '10:00:00', txnId: 'T1' }),
      booked({ on: '2025-05-01', txnTime: '10:00:05', txnId: 'T1', amount: 100 }),
      booked({ ...undoes, direction: 'D', origTxnId: 'T1' }),
    ];
    expect(await countAndSum(rows)).toEqual([1, 100]);
  });
  test('may have another amount, where its 流水号 is named', async () => {
    expect(await outcome({ txnId: 'T1' }, { ...undoes, amount: 9000, origTxnId: 'T1' })).toEqual([0, 1, 0]);
  });
  test('is in the currency of the reversal, where its 流水号 is named too', async () => {
    expect(await outcome({ txnId: 'T1' }, { ...undoes, isForeign: true, origTxnId: 'T1' })).toEqual([1, 0, 1]);
  });
  test('is the one of the same day before one of the day before, of one 流水号', async () => {
    const days = ['2025-09-01', '2025-09-02'].map((on) => ({ on, txnId: 'T1' }));
    expect(await lastDay(...days, { ...undoes, origTxnId: 'T1' })).toBe(daySerial(day('2025-09-01')));
  });
  test('is the last one before the reversal among those of a day, of one 流水号', async () => {
    const counter: Measure = {
      ...{ name: 'counter', of: 'count', classes: ['ACTIVE'], channel: 'counter' },
      within: { after: null, through: day('2025-09-30') },
    };
    const rows = [
      booked({ txnId: 'T1', txnTime: '10:00:00', channel: '柜面' }),
      booked({ txnId: 'T1', txnTime: '11:00:00', summary: '转账给家人' }),
      booked({ ...undoes, origTxnId: 'T1' }),
    ];
    const report = await reportOn([rows], { measures: [counter] });
    expect(report.activities.get('C1')).toEqual([1]);
  });
  test('is the one of the same account before a later one of another, of one 流水号', async () => {
    const rows = [
      { on: '2025-08-01', txnId: 'T1', acctNo: 'A1' },
      { on: '2025-08-15', txnId: 'T1', acctNo: 'A2' },
    ];
    expect(await lastDay(...rows, { ...undoes, origTxnId: 'T1' })).toBe(daySerial(day('2025-08-15')));
  });
  test('is found by its 流水号 in a file that writes every debit with a minus sign', async () => {
    const rows = [
      { on: '2025-05-01', amount: -10000, txnId: 'T1' },
      { on: '2025-05-02', amount: -5000 },
      { on: '2025-09-02', amount: -10000, reversal: 'reversal', origTxnId: 'T1' },
    ] as const;
    expect(await outcome(...rows)).toEqual([1, 1, 0]);
  });
});
