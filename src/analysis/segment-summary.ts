// Counts, shares and averages per tier and per value segment.
import type { Day } from '../model/day.js';
import { ratio } from '../model/ratio.js';
import { scoreSegments, tiers } from '../model/tier.js';
import { addToGroup, emptyGroup, figuresOf, type GroupSums } from './group-figures.js';
import { type Exclusion, exclusions } from './population.js';
import type { SegmentedCustomer, SegmentFigures, SegmentSummary } from './segment-report.js';

function groupBy<Key extends string>(
  customers: readonly SegmentedCustomer[],
  keys: readonly Key[],
  keyOf: (customer: SegmentedCustomer) => Key | null,
): ReadonlyMap<Key, GroupSums> {
  const groups = new Map(keys.map((key) => [key, emptyGroup()]));
  for (const customer of customers) {
    const key = keyOf(customer);
    const group = key === null ? undefined : groups.get(key);
    if (group !== undefined) addToGroup(group, customer);
  }
  return groups;
}

function everybody(customers: readonly SegmentedCustomer[]): GroupSums {
  const sums = emptyGroup();
  for (const customer of customers) addToGroup(sums, customer);
  return sums;
}

/** How many are out of scope for each reason, in the order of `exclusions`. */
export function countExclusions(
  exclusionOf: ReadonlyMap<string, Exclusion>,
  strangers: number,
): SegmentSummary['excluded'] {
  const counts = new Map<Exclusion, number>([['不在客户导出', strangers]]);
  for (const reason of exclusionOf.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return exclusions.flatMap((reason) => {
    const customers = counts.get(reason) ?? 0;
    return customers === 0 ? [] : [{ reason, customers }];
  });
}

/** 睡眠占比 leaves 无法判定 out of both parts (B2). */
export function summaryOf(
  customers: readonly SegmentedCustomer[],
  exclusionOf: ReadonlyMap<string, Exclusion>,
  strangers: number,
  aumOn: Day | null,
): SegmentSummary {
  const hasAum = aumOn !== null;
  const all = everybody(customers);
  const groups = groupBy(customers, tiers, ({ tier }) => tier);
  const dormant = groups.get('睡眠客户') ?? emptyGroup();
  const undetermined = groups.get('无法判定') ?? emptyGroup();
  return {
    customers: all.customers,
    tiers: [...groups].map(([tier, sums]) => ({ tier, ...figuresOf(sums, all, hasAum) })),
    total: figuresOf(all, all, hasAum),
    excluded: countExclusions(exclusionOf, strangers),
    dormantShare: ratio(dormant.customers, all.customers - undetermined.customers),
    dormantAumShare: hasAum ? ratio(dormant.aumFen, all.aumFen - undetermined.aumFen) : null,
    aumOn,
  };
}

/** The eight value segments; shares are of all customers in scope. */
export function segmentFigures(customers: readonly SegmentedCustomer[], hasAum: boolean): readonly SegmentFigures[] {
  const all = everybody(customers);
  const groups = groupBy(customers, scoreSegments, ({ scoreSegment }) => scoreSegment);
  return [...groups].map(([segment, sums]) => ({ segment, ...figuresOf(sums, all, hasAum) }));
}
