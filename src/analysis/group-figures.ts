import { addFen, type Fen, fenOf, zeroFen } from '../model/fen.js';
import { type Ratio, ratio } from '../model/ratio.js';
import type { GroupFigures } from './segment-report.js';

/** What of a customer goes into the figures of a group. */
export interface GroupMember {
  readonly recencyDays: number | null;
  readonly frequency: number;
  readonly amountFen: number;
  readonly aumFen: number | null;
}

export interface GroupSums {
  customers: number;
  recencyDays: number;
  withRecency: number;
  frequency: number;
  amountFen: Fen;
  aumFen: Fen;
}

export function emptyGroup(): GroupSums {
  return { customers: 0, recencyDays: 0, withRecency: 0, frequency: 0, amountFen: zeroFen, aumFen: zeroFen };
}

/** Adds one customer in place; UserError where a sum of money would stop being exact. */
export function addToGroup(sums: GroupSums, member: GroupMember): void {
  sums.customers += 1;
  if (member.recencyDays !== null) {
    sums.recencyDays += member.recencyDays;
    sums.withRecency += 1;
  }
  sums.frequency += member.frequency;
  sums.amountFen = addFen(sums.amountFen, fenOf(member.amountFen));
  sums.aumFen = addFen(sums.aumFen, fenOf(member.aumFen ?? 0));
}

/** Shares are of `all`; averages keep their parts, so that totals are computed anew and never averaged (§1.8). */
export function figuresOf(sums: GroupSums, all: GroupSums, hasAum: boolean): GroupFigures {
  const perCustomer = (sum: number): Ratio => ratio(sum, sums.customers);
  return {
    customers: sums.customers,
    share: ratio(sums.customers, all.customers),
    amountFen: sums.amountFen,
    aumFen: hasAum ? sums.aumFen : null,
    aumShare: hasAum ? ratio(sums.aumFen, all.aumFen) : null,
    averageRecencyDays: ratio(sums.recencyDays, sums.withRecency),
    averageFrequency: perCustomer(sums.frequency),
    averageAmountFen: perCustomer(sums.amountFen),
    averageAumFen: hasAum ? perCustomer(sums.aumFen) : null,
  };
}
