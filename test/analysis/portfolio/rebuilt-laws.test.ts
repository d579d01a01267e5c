// Random branches, simulated day by day with nothing of the code under test; their exports must lead back to the same averages.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Balance } from '../../../src/model/balance.js';
import type { Transaction } from '../../../src/model/transaction.js';
import { on } from '../branch.js';
import { move, rebuiltAverages, snapshot } from './rebuilt-branch.js';

const people = ['A', 'B', 'C'] as const;
const dayLength = 86_400_000;
const textOf = (serial: number) => new Date(serial * dayLength).toISOString().slice(0, 10);
const serialOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / dayLength;

interface Move {
  readonly who: (typeof people)[number];
  readonly back: number;
  readonly amount: number;
  readonly kind: 'in' | 'out' | 'interest' | 'reversed' | 'own transfer' | 'copied' | 'red';
}

const moveOf: fc.Arbitrary<Move> = fc.record({
  who: fc.constantFrom(...people),
  back: fc.nat({ max: 400 }),
  amount: fc.integer({ min: 1, max: 5_000_000_00 }),
  kind: fc.constantFrom('in', 'out', 'interest', 'reversed', 'own transfer', 'copied', 'red'),
});

/** The rows of a move, and what it does to deposits: amount by days before asOf. */
function booked({ who, back, amount, kind }: Move, last: number, at: number) {
  const txnId = `T${at}1`;
  const later = Math.max(0, back - 3);
  const row = (daysBack: number, more: Parameters<typeof move>[2], fen = amount) =>
    move(textOf(last - daysBack), fen, { custNo: who, txnId, ...more });
  const credit = { direction: 'C', summary: '转账存入' } as const;
  const forms: Readonly<
    Record<Move['kind'], readonly [readonly Transaction[], readonly (readonly [number, number])[]]>
  > = {
    in: [[row(back, credit)], [[back, amount]]],
    out: [[row(back, {})], [[back, -amount]]],
    interest: [[row(back, { direction: 'C', summary: '结息' })], [[back, amount]]],
    reversed: [
      [
        row(back, {}),
        row(later, { ...credit, summary: '冲正', reversal: 'reversal', txnId: `T${at}2`, origTxnId: txnId }),
      ],
      [
        [back, -amount],
        [later, amount],
      ],
    ],
    'own transfer': [[row(back, {}), row(back, credit)], []],
    copied: [[row(back, credit), row(back, credit)], [[back, amount]]],
    red: [
      [row(back, {}), row(later, { txnId: `T${at}2` }, -amount)],
      [
        [back, -amount],
        [later, amount],
      ],
    ],
  };
  return forms[kind];
}

const branches = fc.record({
  asOf: fc.constantFrom('2025-09-30', '2025-01-01', '2025-01-02', '2024-02-29', '2024-12-31', '2025-03-01'),
  moves: fc.array(moveOf, { maxLength: 25 }),
  /** Days before asOf on which there is a snapshot, beside one before the year. */
  dates: fc.uniqueArray(fc.constantFrom(0, 3, 20, 45, 90, 200), { maxLength: 3 }),
  /** What each holds beside deposits on these dates; the last from before the year. */
  other: fc.array(fc.nat({ max: 1_000_000_00 }), { minLength: 12, maxLength: 12 }),
  shuffled: fc.infiniteStream(fc.nat()),
  split: fc.integer({ min: 1, max: 3 }),
});

function halfAwayFromZero(sum: bigint, days: bigint): number {
  const floor = sum / days;
  return Number((sum % days) * 2n >= days ? floor + 1n : floor);
}

test('the average of rebuilt balances is that of a simulation of every day', { timeout: 120_000 }, async () => {
  let rebuilt = 0;
  await fc.assert(
    fc.asyncProperty(branches, async ({ asOf, moves, dates, other, shuffled, split }) => {
      const last = serialOf(asOf);
      const first = serialOf(`${asOf.slice(0, 4)}-01-01`);
      const booking = moves.map((one, at) => ({ who: one.who, forms: booked(one, last, at) }));
      /** End of day; everybody has begun with enough. */
      const depositOf = (who: string, day: number) =>
        booking.reduce(
          (sum, { who: whose, forms: [, changes] }) =>
            whose !== who
              ? sum
              : changes.reduce((inner, [back, amount]) => (last - back <= day ? inner + amount : inner), sum),
          50_000_000_000_00,
        );
      const days = [...new Set([...dates.map((back) => last - back).filter((day) => day >= first), first - 5])].sort(
        (a, b) => b - a,
      );
      const otherOn = (person: number, day: number) => {
        const place = days.findIndex((known) => known <= day);
        return other[place * people.length + person] ?? 0;
      };
      const balances: readonly Balance[] = days.flatMap((day) =>
        people.map((who, person) => snapshot(who, textOf(day), depositOf(who, day), otherOn(person, day))),
      );
      const future = people.flatMap((who) => [{ ...snapshot(who, textOf(last + 1), 5, 5) }]);
      const frame = [move(textOf(first - 405), 1, { custNo: 'Z' }), move(asOf, 1, { custNo: 'Z' })];
      const rows = [...booking.flatMap(({ forms: [found] }) => found), ...frame, move(textOf(last + 1), 99)];
      const order = new Map(rows.map((row) => [row, shuffled.next().value]));
      const mixed = [...rows].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      // A debit without a sign in every file: debits that are negative throughout would mean something else.
      const files = Array.from({ length: split }, (_, file) => [
        ...mixed.filter((_row, at) => at % split === file),
        move(asOf, 1, { custNo: 'Z', txnId: `Z${file}` }),
      ]);
      const found = await rebuiltAverages({ asOf: on(asOf), balances: [...balances, ...future], files });
      for (const [person, who] of people.entries()) {
        const average = found?.of(who);
        if (average?.method === '逐日余额') continue;
        let sum = 0n;
        for (let day = first; day <= last; day += 1) sum += BigInt(depositOf(who, day)) + BigInt(otherOn(person, day));
        expect(average).toMatchObject({
          method: '余额还原',
          fen: halfAwayFromZero(sum, BigInt(last - first + 1)),
        });
        rebuilt += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(rebuilt).toBeGreaterThan(100);
});
