// An invented branch for the analysis tests: customers by their figures, answered the way an engine would.
import type { SegmentInput } from '../../src/analysis/assess.js';
import { compareMeasures, segmentMeasures } from '../../src/analysis/measures.js';
import type { Activity, EngineReport, Measure } from '../../src/engine/activity.js';
import type { Customer } from '../../src/model/customer.js';
import { type Day, daySerial, parseDay } from '../../src/model/day.js';
import { type Rules, rulesSchema } from '../../src/model/rules.js';

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

/** One qualifying transaction, for branches that are folded from bookings. */
export interface Booking {
  readonly custNo: string;
  readonly day: Day;
  readonly amountFen: number;
}

/** Answers measures over bookings, naively. */
function answer(bookings: readonly Booking[], measures: readonly Measure[]): ReadonlyMap<string, Activity> {
  const activities = new Map<string, Activity>();
  for (const custNo of new Set(bookings.map((booking) => booking.custNo))) {
    const activity = measures.map(({ of, within: { after, through } }) => {
      const found = bookings.filter(
        ({ custNo: owner, day }) => owner === custNo && day <= through && (after === null || day > after),
      );
      if (of === 'count') return found.length;
      if (of === 'sum') return found.reduce((sum, { amountFen }) => sum + amountFen, 0);
      return found.length === 0 ? null : Math.max(...found.map(({ day }) => daySerial(day)));
    });
    activities.set(custNo, activity);
  }
  return activities;
}

export interface BranchWish extends Partial<Omit<SegmentInput, 'engine' | 'measures'>> {
  readonly rules?: Rules;
  readonly bookings?: readonly Booking[];
  readonly coveredFrom?: Day | null;
  readonly engine?: Partial<EngineReport>;
}

/** A whole input; the file covers from 2024-01-01 unless wished otherwise. */
export function branch(wish: BranchWish): SegmentInput {
  const rules = wish.rules ?? rulesWith();
  const { compareTo } = wish;
  const measures = [
    ...segmentMeasures(rules, asOf),
    ...(compareTo === undefined ? [] : compareMeasures(rules, compareTo)),
  ];
  const from = wish.coveredFrom === undefined ? on('2024-01-01') : wish.coveredFrom;
  return {
    customers: wish.customers,
    accounts: wish.accounts,
    balances: wish.balances,
    measures,
    previous: wish.previous,
    compareTo,
    intake: wish.intake ?? [],
    problems: wish.problems ?? [],
    engine: {
      activities: answer(wish.bookings ?? [], measures),
      sources: [],
      coverage: from === null ? null : { from, to: asOf },
      classes: { ACTIVE: 0, THIRD_PARTY: 0, MANDATE: 0, SYSTEM: 0, REVERSAL: 0, NONFIN: 0, UNKNOWN: 0 },
      unknownSummaries: { top: [], more: 0 },
      reversals: { pairs: 0, unmatched: 0 },
      ownTransfers: 0,
      foreignRows: 0,
      mandates: { rows: 0, customers: 0 },
      unjoinedRows: 0,
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
