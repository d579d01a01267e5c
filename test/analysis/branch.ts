// An invented branch for the analysis tests: customers by their figures, answered the way an engine would.
import type { SegmentInput } from '../../src/analysis/assess.js';
import { compareMeasures, segmentMeasures } from '../../src/analysis/measures.js';
import type { Activity, EngineReport, Measure } from '../../src/engine/activity.js';
import type { Customer } from '../../src/model/customer.js';
import { type Day, daySerial, daysBetween, parseDay } from '../../src/model/day.js';
import { type Rules, rulesSchema } from '../../src/model/rules.js';
import type { Direction } from '../../src/model/transaction.js';

export function on(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`no such day: ${text}`);
  return day;
}

export const asOf = on('2025-09-30');

export type RulesInput = Parameters<typeof rulesSchema.parse>[0];

export function rulesWith(input: RulesInput = {}): Rules {
  return rulesSchema.parse(input);
}

/** One qualifying transaction, for branches that are folded from bookings; money out, not over the counter, unless said otherwise. */
export interface Booking {
  readonly custNo: string;
  readonly day: Day;
  readonly amountFen: number;
  readonly acctNo?: string;
  readonly direction?: Direction;
  readonly channel?: 'counter';
}

/** What measures say of the bookings of every customer, or of every account, naively; bookings are of every class. */
function answer(
  bookings: readonly Booking[],
  measures: readonly Measure[],
  per: 'customer' | 'account' = 'customer',
): ReadonlyMap<string, Activity> {
  const activities = new Map<string, Activity>();
  if (per === 'account' && !measures.some((measure) => measure.per === 'account')) return activities;
  const keyOf = ({ custNo, acctNo }: Booking) => (per === 'account' ? acctNo : custNo);
  for (const key of new Set(bookings.map(keyOf))) {
    if (key === undefined) continue;
    const own = bookings.filter((booking) => keyOf(booking) === key);
    const activity = measures.map((measure) =>
      (measure.per ?? 'customer') === per ? figureOf(own, key, measure) : null,
    );
    activities.set(key, activity);
  }
  return activities;
}

function figureOf(own: readonly Booking[], key: string, measure: Measure): number | null {
  const { of, within, direction, minFen = 0, channel } = measure;
  const found = own.filter(
    (booking) =>
      isWithin(within, key, booking.day) &&
      (direction === undefined || (booking.direction ?? 'D') === direction) &&
      booking.amountFen >= minFen &&
      (channel === undefined || booking.channel === channel),
  );
  if (of === 'count') return found.length;
  if (of === 'sum' || of === 'moved') return found.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (of === 'movedDays') {
    const daysLeft = (day: Day) => ('anchors' in within ? Number.NaN : daysBetween(day, within.through) + 1);
    return found.reduce((sum, { day, amountFen }) => sum + amountFen * daysLeft(day), 0);
  }
  const serials = found.map(({ day }) => daySerial(day));
  if (serials.length === 0) return null;
  return of === 'first' ? Math.min(...serials) : Math.max(...serials);
}

function isWithin(within: Measure['within'], key: string, day: Day): boolean {
  if (!('anchors' in within)) return day <= within.through && (within.after === null || day > within.after);
  const anchor = within.anchors.get(key);
  if (anchor === undefined) return false;
  const days = daysBetween(anchor, day);
  return days >= within.fromDays && days <= within.throughDays;
}

export interface BranchWish extends Partial<Omit<SegmentInput, 'engine' | 'measures'>> {
  readonly rules?: Rules;
  readonly bookings?: readonly Booking[];
  /** Beside those of `segment`. */
  readonly measures?: readonly Measure[];
  readonly coveredFrom?: Day | null;
  readonly engine?: Partial<EngineReport>;
}

/** A whole input; the file covers from 2024-01-01 unless wished otherwise. */
export function branch(wish: BranchWish): SegmentInput {
  const rules = wish.rules ?? rulesWith();
  const { compareTo } = wish;
  const measures = [
    ...segmentMeasures(rules, asOf),
    ...(compareTo === undefined ? [] : compareMeasures(rules, compareTo, asOf)),
    ...(wish.measures ?? []),
  ];
  const from = wish.coveredFrom === undefined ? on('2024-01-01') : wish.coveredFrom;
  return {
    customers: wish.customers,
    accounts: wish.accounts,
    balances: wish.balances,
    employees: wish.employees,
    assignments: wish.assignments,
    measures,
    previous: wish.previous,
    compareTo,
    intake: wish.intake ?? [],
    problems: wish.problems ?? [],
    engine: {
      activities: answer(wish.bookings ?? [], measures),
      accounts: answer(wish.bookings ?? [], measures, 'account'),
      sources: [],
      coverage: from === null ? null : { from, to: asOf },
      classes: { ACTIVE: 0, THIRD_PARTY: 0, MANDATE: 0, SYSTEM: 0, REVERSAL: 0, NONFIN: 0, UNKNOWN: 0 },
      unknownSummaries: { top: [], more: 0 },
      reversals: { pairs: 0, unmatched: 0 },
      ownTransfers: 0,
      foreignRows: 0,
      mandates: { rows: 0, customers: 0 },
      unjoinedRows: 0,
      statesChannel: true,
      filesWithoutChannel: [],
      accountsAsCustomers: false,
      problems: [],
      ...wish.engine,
    },
  };
}

/** `count` bookings that end on `last` and amount to `totalFen` together. */
export function bookingsOf(custNo: string, last: Day, count: number, totalFen: number): readonly Booking[] {
  return Array.from({ length: count }, (_, index) => ({
    custNo,
    day: last,
    amountFen: index === 0 ? totalFen - (count - 1) : 1,
  }));
}

export function customer(custNo: string, openDate?: Day, more: Partial<Customer> = {}): Customer {
  return { custNo, openDate, ...more };
}
