import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity, Ownership } from '../../src/engine/activity.js';
import { addDays } from '../../src/model/day.js';
import { rulesSchema } from '../../src/model/rules.js';
import type { Transaction } from '../../src/model/transaction.js';
import { anyMeasures, someDay } from './any-measures.js';
import { accounts, asOf, booked, reportOn } from './bookings.js';
import { contentOf, naiveAnswers, wordClasses } from './naive-answers.js';

const noOwnership: Ownership = { ownerOf: undefined, nameOf: new Map() };

const rarely = <T>(usual: T, rare: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) });

// Few values, so that own transfers and copies are frequent.
const row: fc.Arbitrary<Transaction> = fc
  .record({
    on: fc.oneof({ weight: 9, arbitrary: someDay }, { weight: 1, arbitrary: fc.constant(addDays(asOf, 1)) }),
    amount: fc.constantFrom(0, 99, 100, 101, 249, 250, 251),
    direction: fc.constantFrom('D' as const, 'C' as const),
    summary: fc.constantFrom('转账', '转账', '转账', '转账', ...Object.keys(wordClasses)),
    txnId: fc.constantFrom(undefined, 'T1', 'T2'),
    holder: fc.constantFrom(
      { acctNo: 'A1' },
      { acctNo: 'A1' },
      { acctNo: 'A2' },
      { acctNo: 'B1' },
      { acctNo: 'Z1' },
      { custNo: 'C2' },
    ),
    custNo: fc.constantFrom(undefined, undefined, 'C1', 'C9'),
    channel: fc.constantFrom(undefined, '柜面', '手机银行'),
    isForeign: rarely(false, true),
    // Unfound originals leave no trace in the figures.
    reversal: rarely<Transaction['reversal']>('normal', 'reversed'),
  })
  .map(({ holder, ...draft }) => booked({ acctNo: undefined, ...draft, ...holder }));

/** Of two legs of the same direction and amount either may be kept: only rows without such a twin have one right answer. */
function withoutTies(rows: readonly Transaction[]): readonly Transaction[] {
  const legOf = ({ txnId, txnDate, direction, amountFen }: Transaction) =>
    [txnId, txnDate, direction, amountFen].join();
  return rows.filter(
    (one, at) =>
      one.txnId === undefined ||
      rows.slice(0, at).every((other) => legOf(one) !== legOf(other) || contentOf(one) === contentOf(other)),
  );
}

/** Of copies that differ in the customer number alone the first read is kept. */
function withOneHolder(rows: readonly Transaction[]): readonly Transaction[] {
  return rows.map((one) => rows.find((other) => one.txnId !== undefined && contentOf(one) === contentOf(other)) ?? one);
}

/** A row, or the two legs of a transfer between accounts of anybody. */
const booking = fc.oneof(
  row.map((one) => [one]),
  fc
    .tuple(row, row)
    .map(([one, { acctNo, custNo, direction, amountFen, channel }]) => [
      one,
      { ...one, txnId: one.txnId ?? 'T3', acctNo, custNo, direction, amountFen, channel },
    ]),
);
const rows = fc.array(booking, { maxLength: 12 }).map((list) => withOneHolder(withoutTies(list.flat())));

const plain = (activities: ReadonlyMap<string, Activity>) => Object.fromEntries(activities);

test('any list of measures over any rows is what a naive recount gives, in any order of rows', async () => {
  const cases = fc.tuple(
    rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length }))),
    anyMeasures,
    fc.constantFrom(accounts, noOwnership),
    fc.constantFrom('ACTIVE' as const, 'SYSTEM' as const),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([[list, shuffled], measures, ownership, unknownAs]) => {
      const rules = rulesSchema.parse({ txn: { unknownAs } });
      const expected = naiveAnswers(list, ownership, measures, unknownAs);
      for (const files of [[list], [shuffled], [shuffled.slice(0, 9), shuffled.slice(9)]]) {
        const report = await reportOn(files, { measures, ownership, rules });
        expect(plain(report.activities)).toEqual(expected.activities);
        expect(plain(report.accounts)).toEqual(expected.accounts);
      }
    }),
    { numRuns: 400 },
  );
});
