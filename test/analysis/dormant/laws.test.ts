import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentCustomers } from '../../../src/analysis/segment.js';
import { addDays } from '../../../src/model/day.js';
import { dormantPresets } from '../../../src/model/dormant-presets.js';
import { fenOf } from '../../../src/model/fen.js';
import { asOf, branch, customer, rulesWith } from '../branch.js';
import { type DormantWish, dormantReport } from './branch.js';

const ids = fc.constantFrom('001', '002', '010', '100', 'A1', 'a1', 'B', 'Ｂ');
const ago = fc.integer({ min: 0, max: 420 }).map((days) => addDays(asOf, -days));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const amount = fc.oneof(fc.constantFrom(0, 1, 10_000, 10_001, 5_000_000), fc.nat(9_000_000)).map(fenOf);
const listOf = <T>(of: fc.Arbitrary<T>, maxLength = 12) => fc.array(of, { maxLength });

const files = fc.record({
  bookings: listOf(
    fc.record({
      custNo: ids,
      acctNo: ids,
      day: ago,
      class: fc.constantFrom('ACTIVE', 'THIRD_PARTY', 'MANDATE', 'SYSTEM'),
      direction: fc.constantFrom('D', 'C'),
    }),
    40,
  ),
  customers: maybe(
    listOf(
      fc.record({
        custNo: ids,
        openDate: maybe(ago),
        closeDate: maybe(ago),
        lastTxnDate: maybe(ago),
        custStatus: fc.constantFrom('open', 'closed', 'deceased', undefined),
        managerName: fc.constantFrom('林一', '周二', undefined),
      }),
    ),
  ),
  accounts: maybe(
    listOf(
      fc.record({
        acctNo: ids,
        custNo: ids,
        openDate: maybe(ago),
        closeDate: maybe(ago),
        balanceFen: maybe(amount),
        acctType: fc.constantFrom('活期', '定期', '贷款', undefined),
        lastTxnDate: maybe(ago),
      }),
    ),
  ),
  balances: maybe(listOf(fc.record({ custNo: ids, dataDate: ago, aumFen: amount, depositFen: maybe(amount) }))),
  contacts: maybe(
    listOf(fc.record({ custNo: ids, contactedAt: fc.record({ day: ago }), method: fc.constantFrom('电话', '短信') })),
  ),
  nps: maybe(listOf(fc.record({ custNo: ids, ratedOn: ago, score: fc.nat(10) }))),
  wealthSales: maybe(
    listOf(fc.record({ tradeDate: ago, custNo: ids, productName: fc.constant('稳利'), amountFen: amount })),
  ),
  coveredFrom: fc.option(ago, { nil: null }),
  preset: fc.constantFrom(...dormantPresets),
});

type Files = typeof files extends fc.Arbitrary<infer F> ? F : never;

function wishOf({ preset, ...wish }: Files): DormantWish {
  return { ...wish, rules: rulesWith({ dormant: { preset } }) };
}

describe('whatever the files hold', () => {
  test('everybody in scope is in exactly one state, and every list agrees with its count', () => {
    fc.assert(
      fc.property(files, (made) => {
        const { summary, customers, undetermined, byManager, wakeCohort, accounts } = dormantReport(wishOf(made));
        const { dormant, active, newlyOpened, inScope } = summary;
        expect(dormant + active + newlyOpened + summary.undetermined).toBe(inScope);
        expect([customers.length, undetermined.length]).toEqual([dormant, summary.undetermined]);
        const both = [...customers, ...undetermined].map(({ customerId }) => customerId);
        expect(new Set(both).size).toBe(both.length);
        expect(byManager.reduce((sum, manager) => sum + manager.inScope, 0)).toBe(inScope);
        expect(byManager.reduce((sum, manager) => sum + manager.dormant, 0)).toBe(dormant);
        expect(summary.bands.reduce((sum, band) => sum + band.customers, 0)).toBe(dormant);
        expect(wakeCohort.length).toBe(summary.wake.cohort);
        expect(summary.wake.awakened + summary.wake.closed <= summary.wake.cohort).toBe(true);
        expect(accounts?.length).toBe(summary.accounts?.dormant);
      }),
    );
  });

  test('the order of rows never matters', () => {
    fc.assert(
      fc.property(files, (made) => {
        const wish = wishOf(made);
        const reversed = {
          ...wish,
          bookings: wish.bookings?.toReversed(),
          customers: wish.customers?.toReversed(),
          accounts: wish.accounts?.toReversed(),
          balances: wish.balances?.toReversed(),
          contacts: wish.contacts?.toReversed(),
          nps: wish.nps?.toReversed(),
          wealthSales: wish.wealthSales?.toReversed(),
        };
        expect(dormantReport(reversed as DormantWish)).toEqual(dormantReport(wish));
      }),
    );
  });

  test('the report is plain JSON without a single NaN', () => {
    fc.assert(
      fc.property(files, (made) => {
        const report = dormantReport(wishOf(made));
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      }),
    );
  });

  test('one more dormant customer adds exactly one to the share', () => {
    fc.assert(
      fc.property(files, (made) => {
        const wish = { ...wishOf({ ...made, preset: 'seed180' }), customers: made.customers ?? [] };
        const sleeper = customer('Z', addDays(asOf, -4000), { lastTxnDate: addDays(asOf, -3000) });
        const before = dormantReport(wish).summary;
        const after = dormantReport({ ...wish, customers: [...wish.customers, sleeper] }).summary;
        expect(after.share.numerator).toBe(before.share.numerator + 1);
        expect(after.share.denominator).toBe(before.share.denominator + 1);
      }),
    );
  });

  test('seed180 gives the 睡眠占比 of the tiers', () => {
    fc.assert(
      fc.property(files, (made) => {
        const { summary } = dormantReport(wishOf({ ...made, preset: 'seed180' }));
        const counted = made.bookings.filter(({ class: name }) => name === 'ACTIVE' || name === 'THIRD_PARTY');
        const tiers = segmentCustomers(
          branch({
            bookings: counted.map(({ custNo, day }) => ({ custNo, day, amountFen: 1 })),
            customers: made.customers,
            accounts: made.accounts,
            balances: made.balances,
            coveredFrom: made.coveredFrom,
          }),
          rulesWith(),
          asOf,
        ).summary;
        // Without a customer export whoever only has other bookings is known to one of the two branches alone.
        fc.pre(made.customers !== undefined);
        expect(summary.share).toEqual(tiers.dormantShare);
        expect(summary.aumShare).toEqual(tiers.dormantAumShare);
      }),
    );
  });
});
