// DOMAIN.md §7.2, the twelve customers on 2025-09-30; computed there by a separate program.
import type { SegmentInput } from '../../src/analysis/assess.js';
import type { Rules } from '../../src/model/rules.js';
import type { Tier } from '../../src/model/tier.js';
import { type BranchWish, bookingsOf, branch, customer, on } from './branch.js';

/** id, last qualifying day, F, M in 分, tier; the last two by their opening day. */
export const active: readonly (readonly [string, string, number, number, Tier])[] = [
  ['C01', '2025-08-31', 5, 50000000, '核心客户'],
  ['C02', '2025-08-30', 9, 90000000, '潜力客户'],
  ['C03', '2025-08-01', 3, 20000000, '潜力客户'],
  ['C04', '2025-09-10', 5, 49999999, '潜力客户'],
  ['C05', '2025-07-02', 2, 5000000, '基础客户'],
  ['C06', '2025-07-01', 8, 80000000, '沉寂预警'],
  ['C07', '2025-04-04', 4, 30000000, '沉寂预警'],
  ['C08', '2025-04-03', 12, 200000000, '睡眠客户'],
  ['C09', '2025-09-20', 1, 100000000, '一般活跃'],
  ['C10', '2025-09-30', 6, 4999999, '一般活跃'],
];

export const silent: readonly (readonly [string, string, Tier])[] = [
  ['C11', '2025-04-03', '睡眠客户'],
  ['C12', '2025-04-04', '新开未动户'],
];

export function goldenBranch(wish: BranchWish & { readonly rules?: Rules } = {}): SegmentInput {
  return branch({
    customers: [
      ...active.map(([id]) => customer(id, on('2020-01-01'))),
      ...silent.map(([id, opened]) => customer(id, on(opened))),
    ],
    bookings: active.flatMap(([id, last, count, amountFen]) => bookingsOf(id, on(last), count, amountFen)),
    ...wish,
  });
}
