import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentCustomers } from '../../src/analysis/segment.js';
import { addDays } from '../../src/model/day.js';
import { fenOf } from '../../src/model/fen.js';
import { tiers } from '../../src/model/tier.js';
import { asOf, type Booking, branch, customer, rulesWith } from './branch.js';

const ids = fc.constantFrom('001', '002', '010', '100', 'A1', 'a1', 'B', 'Ｂ');
const ago = fc.integer({ min: 0, max: 420 }).map((days) => addDays(asOf, -days));
const amount = fc.oneof(fc.constantFrom(1, 4999999, 5000000, 20000000, 50000000), fc.nat(90000000));
const bookings: fc.Arbitrary<Booking[]> = fc.array(fc.record({ custNo: ids, day: ago, amountFen: amount }), {
  maxLength: 40,
});
const customers = fc.array(
  fc.record({
    custNo: ids,
    openDate: fc.option(ago, { nil: undefined }),
    lastTxnDate: fc.option(ago, { nil: undefined }),
  }),
  { maxLength: 12 },
);
const balances = fc.array(fc.record({ custNo: ids, dataDate: ago, aumFen: amount.map(fenOf) }), { maxLength: 12 });
const accounts = fc.array(
  fc.record({ acctNo: ids, custNo: ids, openDate: ago, closeDate: fc.option(ago, { nil: undefined }) }),
);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const files = fc.record({
  bookings,
  customers: optional(customers),
  balances: optional(balances),
  accounts: optional(accounts),
  coveredFrom: fc.option(ago, { nil: null }),
});

describe('whatever the files hold', () => {
  test('everybody in scope is in exactly one tier, and the tiers add up to everybody', () => {
    fc.assert(
      fc.property(files, (wish) => {
        const { summary, customers: found } = segmentCustomers(branch(wish), rulesWith(), asOf);
        expect(new Set(found.map(({ customerId }) => customerId)).size).toBe(found.length);
        expect(found.every(({ tier, reason }) => tiers.includes(tier) && reason !== '')).toBe(true);
        const sum = (of: (figures: (typeof summary.tiers)[number]) => number) =>
          summary.tiers.reduce((total, figures) => total + of(figures), 0);
        expect(sum((figures) => figures.customers)).toBe(found.length);
        expect(sum(({ amountFen }) => amountFen)).toBe(summary.total.amountFen);
        expect(sum(({ aumFen }) => aumFen ?? 0)).toBe(summary.total.aumFen ?? 0);
      }),
    );
  });

  test('the order of rows never matters', () => {
    fc.assert(
      fc.property(files, (wish) => {
        const reversed = {
          ...wish,
          bookings: wish.bookings.toReversed(),
          customers: wish.customers?.toReversed(),
          balances: wish.balances?.toReversed(),
          accounts: wish.accounts?.toReversed(),
        };
        const [a, b] = [wish, reversed].map((files) => segmentCustomers(branch(files), rulesWith(), asOf));
        expect(b).toEqual(a);
      }),
    );
  });

  test('every number of the report is finite', () => {
    fc.assert(
      fc.property(files, (wish) => {
        const report = segmentCustomers(branch(wish), rulesWith({ rfm: { method: 'score' } }), asOf);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      }),
    );
  });

  test('equal values have equal scores, and a more recent customer never a lower R score', () => {
    fc.assert(
      fc.property(files, (wish) => {
        const ranked = segmentCustomers(branch(wish), rulesWith(), asOf).customers.filter(({ scores }) => scores);
        for (const a of ranked) {
          for (const b of ranked) {
            const [daysA, daysB] = [a.recencyDays ?? Infinity, b.recencyDays ?? Infinity];
            if (daysA <= daysB) expect(a.scores!.r).toBeGreaterThanOrEqual(b.scores!.r);
            if (a.frequency === b.frequency) expect(a.scores!.f).toBe(b.scores!.f);
            if (a.amountFen === b.amountFen) expect(a.scores!.m).toBe(b.scores!.m);
          }
        }
      }),
    );
  });

  test('one more transaction today never makes anybody 睡眠, nor lowers a tier of the four', () => {
    const order = ['核心客户', '潜力客户', '基础客户', '一般活跃', '沉寂预警', '睡眠客户'];
    fc.assert(
      fc.property(bookings, ids, (before, id) => {
        const tierOf = (found: readonly Booking[]) =>
          segmentCustomers(branch({ customers: [customer(id)], bookings: found }), rulesWith(), asOf).customers[0]!
            .tier;
        const after = tierOf([...before, { custNo: id, day: asOf, amountFen: 1 }]);
        expect(order.indexOf(after)).toBeLessThanOrEqual(order.indexOf(tierOf(before)));
        expect(after).not.toBe('睡眠客户');
      }),
    );
  });
});
