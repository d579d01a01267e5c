// What an existing or new customer does from April through September 2025, in few words; the bookings are made from it on demand.

import type { Day } from '../model/day.js';
import type { BookingKind } from './booking.js';
import type { Role } from './habit.js';
import { indexOf, lastIndex } from './history.js';
import type { Random } from './random.js';

/** A booking that the plan of the branch asks for. */
export interface Scripted {
  readonly day: number;
  readonly second: number;
  readonly kind: BookingKind;
  readonly amountFen: number;
}

export interface Course {
  /** Index of the first booking of the customer's own will, always money coming in; null = stays silent. */
  readonly firstAt: number | null;
  /** More of them afterwards. */
  readonly more: number;
  /** The most that comes in with one of them, 分. */
  readonly creditFen: number;
  /** Comes in on one day and goes into a product of this kind on the same; null = nothing. */
  readonly invested: { readonly kind: '理财购买' | '基金申购'; readonly amountFen: number } | null;
  /** AUM at the later date; null = as it comes. */
  readonly goalFen: number | null;
  /** Index of the day on which the last account is closed. */
  readonly closesAt: number | null;
  readonly script: readonly Scripted[];
}

export const silence: Course = {
  firstAt: null,
  more: 0,
  creditFen: 0,
  invested: null,
  goalFen: null,
  closesAt: null,
  script: [],
};

/** Indexes, both inclusive. */
export const secondQuarter = [lastIndex + 1, indexOf('2025-06-30' as Day)] as const;

/** Bookings after the first one; where money lies, more happens. */
const moreOf: Readonly<Partial<Record<Role, readonly [number, number]>>> = { 核心客户: [12, 30], 潜力客户: [4, 20] };

/** Somebody active: at least one booking in the second quarter. */
export function steadyCourse(role: Role, random: Random): Course {
  const invests = random.chance(0.15);
  const kind = random.chance(0.7) ? ('理财购买' as const) : ('基金申购' as const);
  const amountFen = random.int(1, 10) * 1_000_000;
  return {
    ...silence,
    firstAt: random.int(...secondQuarter),
    more: random.int(...(moreOf[role] ?? [0, 14])),
    creditFen: 1_000_000,
    invested: invests ? { kind, amountFen } : null,
  };
}
