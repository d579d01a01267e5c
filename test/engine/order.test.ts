import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineReport } from '../../src/engine/activity.js';
import type { Transaction } from '../../src/model/transaction.js';
import { anyMeasures } from './any-measures.js';
import { booked, measures, reportOn } from './bookings.js';

// Few values, so that duplicates, shared 流水号, reversals and own transfers are frequent.
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const booking: fc.Arbitrary<Transaction> = fc
  .record({
    on: oneOf('2025-01-10', '2025-08-30', '2025-08-31', '2025-09-01', '2025-09-29', '2025-10-02'),
    txnTime: oneOf(undefined, '09:00:00', '17:30:00'),
    amount: oneOf(0, 100, 100, 100, 250),
    direction: oneOf('D' as const, 'C' as const),
    reversal: oneOf('normal', 'normal', 'normal', 'reversal', 'reversed') as fc.Arbitrary<Transaction['reversal']>,
    summary: oneOf('转账', '结息', 'xyz', '代扣', '抹账', '被冲正', undefined),
    txnId: oneOf(undefined, 'T1', 'T2', 'T3'),
    origTxnId: oneOf(undefined, undefined, 'T1', 'T2'),
    acctNo: oneOf('A1', 'A2', 'B1', 'Z1', undefined),
    custNo: oneOf(undefined, 'C1', 'C2'),
    isForeign: oneOf(false, false, false, true),
    cpName: oneOf(undefined, '甲某某', '丙'),
    channel: oneOf(undefined, '柜面', '网银'),
  })
  .map((draft) => booked(draft));

// One ordinary debit per file keeps the sign convention of debits, which is a property of a file, out of the law.
const rows = fc.array(booking, { maxLength: 40 });
const scattered = rows.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(
      list.map((_, index) => index),
      { minLength: list.length },
    ),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: list.length, maxLength: list.length }),
  ),
);

function withoutSources({ sources, problems, ...rest }: EngineReport) {
  const total = (count: (source: EngineReport['sources'][number]) => number): number =>
    sources.reduce((sum, source) => sum + count(source), 0);
  return {
    ...rest,
    activities: [...rest.activities],
    accounts: [...rest.accounts],
    duplicate: total((source) => source.duplicate),
    future: total((source) => source.future),
    creditFen: total((source) => source.creditFen),
    debitFen: total((source) => source.debitFen),
    problems: problems.filter(({ file }) => file === ''),
  };
}

test('neither the order of rows nor how they are split over files changes the report', async () => {
  await fc.assert(
    fc.asyncProperty(scattered, anyMeasures, async ([list, order, places], some) => {
      const files: Transaction[][] = [[], [], [], []];
      for (const [position, index] of order.entries()) files[places[position]!]!.push(list[index]!);
      const asked = { measures: [...measures, ...some] };
      const [whole, split] = [await reportOn([list], asked), await reportOn(files, asked)];
      expect(withoutSources(split)).toEqual(withoutSources(whole));
    }),
    { numRuns: 400 },
  );
});

test('red letters do not depend on the order within a file either', async () => {
  const red = fc.tuple(
    rows,
    fc.array(
      booking.map((row) => booked({ ...row, on: row.txnDate, amount: -100 })),
      { maxLength: 8 },
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      red.chain(([black, letters]) =>
        fc.tuple(
          fc.constant([...black, ...letters]),
          fc.shuffledSubarray([...black, ...letters], { minLength: black.length + letters.length }),
        ),
      ),
      async ([list, shuffled]) => {
        expect(withoutSources(await reportOn([shuffled]))).toEqual(withoutSources(await reportOn([list])));
      },
    ),
    { numRuns: 200 },
  );
});

test('every row is a duplicate, in the future, or in exactly one class', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const report = await reportOn([list]);
      const [source] = report.sources;
      const classed = Object.values(report.classes).reduce((sum, count) => sum + count, 0);
      expect(classed + (source?.duplicate ?? 0) + (source?.future ?? 0)).toBe(list.length);
    }),
  );
});

test('reading everything a second time changes nothing but the duplicates, where every row has a 流水号', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const identified = list.map((row, index) => ({ ...row, txnId: row.txnId ?? `N${index}` }));
      const once = await reportOn([identified], { measures });
      const twice = await reportOn([identified, identified], { measures });
      expect([...twice.activities]).toEqual([...once.activities]);
      expect(twice.classes).toEqual(once.classes);
      expect(twice.reversals).toEqual(once.reversals);
    }),
  );
});
