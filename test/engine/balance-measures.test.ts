// Measures that follow the balance: everything that moved money, on the days it did.
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/engine/activity.js';
import { asOf, booked, type Draft, day, reportOn } from './bookings.js';

const within = { after: day('2025-08-31'), through: asOf };
const measuresFor = (per?: 'account'): readonly Measure[] =>
  (['C', 'D'] as const).flatMap((direction) =>
    (['moved', 'movedDays'] as const).map((of) => ({
      name: `${of}.${direction}`,
      of,
      classes: [],
      within,
      direction,
      ...(per === undefined ? {} : { per }),
    })),
  );

/** In, in × days, out, out × days. */
async function movedOf(drafts: readonly Draft[], more: readonly Measure[] = []) {
  const report = await reportOn([drafts.map(booked)], { measures: [...measuresFor(), ...more] });
  return report.activities.get('C1')?.slice(0, 4);
}

describe('what moved', () => {
  test.each<readonly [string, readonly Draft[], readonly (number | null)[]]>([
    ['a day before the window is not there', [{ on: '2025-08-31' }], [0, 0, 0, 0]],
    ['the first day of the window counts all its days', [{ on: '2025-09-01', amount: 7 }], [0, 0, 7, 7 * 30]],
    ['the last day counts once', [{ on: '2025-09-30', amount: 7 }], [0, 0, 7, 7]],
    ['interest moves money too', [{ summary: '结息', direction: 'C', amount: 5 }], [5, 150, 0, 0]],
    ['mandates and unknown words too', [{ summary: '代扣电费' }, { summary: 'xyz' }], [0, 0, 20_000, 600_000]],
    [
      'both legs of an own transfer count',
      [
        { txnId: 'T1', amount: 5 },
        { txnId: 'T1', acctNo: 'A2', direction: 'C', amount: 5 },
      ],
      [5, 150, 5, 150],
    ],
    [
      'a reversal counts on its day, and what it undid on its own',
      [
        { txnId: 'T1', amount: 5 },
        { on: '2025-09-30', direction: 'C', amount: 5, reversal: 'reversal', origTxnId: 'T1' },
      ],
      [5, 5, 5, 150],
    ],
    [
      'red letters give back what was taken',
      [{ amount: 9 }, { amount: 5 }, { on: '2025-09-30', amount: -5 }],
      [5, 5, 14, 14 * 30],
    ],
    [
      'a reversal that repeats the sign of what it undid gives it back all the same',
      [
        { txnId: 'T1', amount: 5 },
        { on: '2025-09-30', amount: 5, reversal: 'reversal', origTxnId: 'T1' },
      ],
      [5, 5, 5, 150],
    ],
    [
      'a row that was undone, without its reversal, left no trace',
      [{ reversal: 'reversed' }, { amount: 5 }],
      [0, 0, 5, 150],
    ],
    [
      'a row that was undone counts where its reversal is there',
      [
        { amount: 5, reversal: 'reversed' },
        { on: '2025-09-30', direction: 'C', amount: 5, reversal: 'reversal' },
      ],
      [5, 5, 5, 150],
    ],
    [
      'minus signs of a file that writes every debit so are money out',
      [{ amount: -5 }, { amount: -6 }],
      [0, 0, 11, 330],
    ],
    ['a foreign amount makes it unknown', [{ isForeign: true, direction: 'C' }, {}], [null, null, 10_000, 300_000]],
    ['copies count once', [{ txnId: 'T1' }, { txnId: 'T1' }], [0, 0, 10_000, 300_000]],
    ['future rows do not count', [{ on: '2025-10-01' }, { amount: 5 }], [0, 0, 5, 150]],
    [
      'a product that cannot be exact is unknown, and refuses nothing',
      [{ amount: Number.MAX_SAFE_INTEGER }],
      [0, 0, Number.MAX_SAFE_INTEGER, null],
    ],
  ])('%s', async (_name, drafts, expected) => {
    expect(await movedOf(drafts)).toEqual(expected);
    expect(await movedOf([...drafts].reverse())).toEqual(expected);
  });

  test('is told per account as well', async () => {
    const rows = [{ amount: 5 }, { acctNo: 'A2', direction: 'C' as const, amount: 6 }].map(booked);
    const { accounts } = await reportOn([rows], { measures: measuresFor('account') });
    expect([...accounts]).toEqual([
      ['A1', [0, 0, 5, 150]],
      ['A2', [6, 180, 0, 0]],
    ]);
  });

  test('changes no other measure, nor the count of own transfers', async () => {
    const legs = [booked({ txnId: 'T1' }), booked({ txnId: 'T1', acctNo: 'A2', direction: 'C' })];
    const count: Measure = { name: 'count', of: 'count', classes: ['ACTIVE', 'THIRD_PARTY'], within };
    const report = await reportOn([legs], { measures: [...measuresFor(), count] });
    expect(report.activities.get('C1')).toEqual([10_000, 300_000, 10_000, 300_000, 1]);
    expect(report.ownTransfers).toBe(1);
  });
});
