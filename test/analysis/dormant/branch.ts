// An invented branch for the tests of dormancy: bookings by class and direction, answered the way an engine would.
import { dormantCustomers } from '../../../src/analysis/dormant/dormant.js';
import type { DormantInput } from '../../../src/analysis/dormant/input.js';
import { dormantMeasures, quarterEndBefore } from '../../../src/analysis/dormant/measures.js';
import type { DormantReport } from '../../../src/analysis/dormant/report.js';
import type { Activity, EngineReport, Measure } from '../../../src/engine/activity.js';
import { type Day, daySerial } from '../../../src/model/day.js';
import type { Rules } from '../../../src/model/rules.js';
import type { Direction, TxnClass } from '../../../src/model/transaction.js';
import { asOf, on, rulesWith } from '../branch.js';

export interface Booking {
  readonly custNo: string;
  readonly day: Day;
  readonly acctNo?: string;
  readonly class?: TxnClass;
  readonly direction?: Direction;
  /** A 销户 row. */
  readonly closes?: boolean;
}

function answer({ of, classes, direction, within, closings }: Measure, bookings: readonly Booking[]): number | null {
  if (!('through' in within)) throw new Error('no anchored windows here');
  const days = bookings
    .filter((booking) => classes.includes(booking.class ?? 'ACTIVE'))
    .filter((booking) => direction === undefined || direction === (booking.direction ?? 'D'))
    .filter(({ closes }) => closings === undefined || closes !== true)
    .filter(({ day }) => day <= within.through && (within.after === null || day > within.after))
    .map(({ day }) => daySerial(day));
  if (days.length === 0) return null;
  return of === 'first' ? Math.min(...days) : Math.max(...days);
}

function answers(
  bookings: readonly Booking[],
  measures: readonly Measure[],
  keyOf: (booking: Booking) => string | undefined,
  isAsked: (measure: Measure) => boolean,
): ReadonlyMap<string, Activity> {
  const keys = new Set(bookings.flatMap((booking) => keyOf(booking) ?? []));
  const entries = [...keys].map((key): [string, Activity] => {
    const own = bookings.filter((booking) => keyOf(booking) === key);
    return [key, measures.map((measure) => (isAsked(measure) ? answer(measure, own) : null))];
  });
  return new Map(entries);
}

export interface DormantWish extends Partial<Omit<DormantInput, 'engine' | 'measures'>> {
  readonly rules?: Rules;
  readonly asOf?: Day;
  readonly bookings?: readonly Booking[];
  readonly coveredFrom?: Day | null;
  readonly engine?: Partial<EngineReport>;
}

/** A whole input; the file covers from 2024-01-01 unless wished otherwise. */
export function dormantInput(wish: DormantWish): DormantInput {
  const rules = wish.rules ?? rulesWith();
  const end = wish.asOf ?? asOf;
  const cohortOn = wish.cohortOn ?? quarterEndBefore(end);
  const measures = dormantMeasures(rules, end, cohortOn);
  const closesOnDay = ({ acctNo, day }: Booking) =>
    (wish.accounts ?? []).some((account) => account.acctNo === acctNo && account.closeDate === day);
  const bookings = (wish.bookings ?? []).map((one) => ({ ...one, closes: one.closes === true || closesOnDay(one) }));
  const from = wish.coveredFrom === undefined ? on('2024-01-01') : wish.coveredFrom;
  return {
    customers: wish.customers,
    accounts: wish.accounts,
    balances: wish.balances,
    holdings: wish.holdings,
    wealthSales: wish.wealthSales,
    fundTransactions: wish.fundTransactions,
    loans: wish.loans,
    contacts: wish.contacts,
    nps: wish.nps,
    employees: wish.employees,
    assignments: wish.assignments,
    measures,
    cohortOn,
    intake: wish.intake ?? [],
    problems: wish.problems ?? [],
    engine: {
      activities: answers(
        bookings,
        measures,
        ({ custNo }) => custNo,
        ({ per }) => per === undefined,
      ),
      accounts: answers(
        bookings,
        measures,
        ({ acctNo }) => acctNo,
        ({ per }) => per === 'account',
      ),
      sources: [],
      coverage: from === null ? null : { from, to: end },
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

export function dormantReport(wish: DormantWish): DormantReport {
  return dormantCustomers(dormantInput(wish), wish.rules ?? rulesWith(), wish.asOf ?? asOf);
}

export function booked(custNo: string, day: string, more: Omit<Booking, 'custNo' | 'day'> = {}): Booking {
  return { custNo, day: on(day), ...more };
}
