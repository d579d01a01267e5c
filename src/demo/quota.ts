import type { Tier } from '../model/tier.js';

/** 睡眠占比 22 % is the case of the source document [S0]; the other shares are ours. 无法判定 cannot arise from 14 months of bookings. */
const shares: readonly (readonly [Tier, number])[] = [
  ['睡眠客户', 0.22],
  ['一般活跃', 0.27],
  ['基础客户', 0.18],
  ['潜力客户', 0.12],
  ['沉寂预警', 0.11],
  ['核心客户', 0.06],
  ['新开未动户', 0.04],
];

/**
 * How many customers in scope get each tier. 睡眠 is 22 % rounded to the nearest customer (exact for multiples of 50); the rest is
 * shared out by largest remainder.
 * @example tierQuotas(200).get('睡眠客户') // => 44
 */
export function tierQuotas(customers: number): ReadonlyMap<Tier, number> {
  const dormant = Math.round((customers * 22) / 100);
  const others = shares.slice(1);
  const rest = customers - dormant;
  const exact = others.map(([tier, share]) => ({ tier, exact: (rest * share) / 0.78 }));
  const quotas = new Map<Tier, number>([['睡眠客户', dormant]]);
  for (const each of exact) quotas.set(each.tier, Math.floor(each.exact + 1e-9));
  const missing = customers - [...quotas.values()].reduce((sum, quota) => sum + quota, 0);
  const byRemainder = exact
    .map((each) => ({ tier: each.tier, remainder: each.exact - quotas.get(each.tier)! }))
    .sort((a, b) => b.remainder - a.remainder || (a.tier < b.tier ? -1 : 1));
  for (const { tier } of byRemainder.slice(0, missing)) quotas.set(tier, quotas.get(tier)! + 1);
  return quotas;
}
