// What `dormant` wants to know of transactions: when customers and accounts last moved, and what moved them again (B1, B3, B6).
import type { Activity, Measure } from '../../engine/activity.js';
import { addDays, type Day, dayOf, monthEnd } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { type Direction, type TxnClass, txnClasses, txnClassNames } from '../../model/transaction.js';
import { measureReader } from '../measure-reader.js';

/** What may wake a customer: one class of transactions, in or out. */
export interface WakeKind {
  readonly class: TxnClass;
  readonly direction: Direction;
  /** 主动转入, 他人汇入 … */
  readonly label: string;
}

const labels: Readonly<Partial<Record<TxnClass, Readonly<Record<Direction, string>>>>> = {
  ACTIVE: { C: '主动转入', D: '主动转出' },
  THIRD_PARTY: { C: '他人汇入', D: '他人划出' },
  MANDATE: { C: '代扣转入', D: '代扣代缴' },
};

/** The classes that reset the clock, each in and out; the earlier one names the waking where several come on one day. */
export function wakeKinds(rules: Rules): readonly WakeKind[] {
  const counted = txnClasses.filter((name) => name !== 'REVERSAL' && rules.txn.resetClasses.includes(name));
  return counted.flatMap((name) =>
    (['C', 'D'] as const).map((direction) => ({
      class: name,
      direction,
      label: labels[name]?.[direction] ?? `${txnClassNames[name]}（${direction === 'C' ? '转入' : '转出'}）`,
    })),
  );
}

/** First day after t0 and last day that counts, which is never after asOf. */
export interface WakeWindow {
  readonly cohortOn: Day;
  /** t0 + windowDays; the last day of the window once it is complete. */
  readonly endsOn: Day;
  /** The earlier of endsOn and asOf. */
  readonly through: Day;
  readonly isComplete: boolean;
}

/** With 90 days, a list of 2025-06-30 is watched through 2025-09-28 (§7.11). */
export function wakeWindow(rules: Rules, asOf: Day, cohortOn: Day): WakeWindow {
  const endsOn = addDays(cohortOn, rules.wake.windowDays);
  const isComplete = asOf >= endsOn;
  return { cohortOn, endsOn, through: isComplete ? endsOn : asOf, isComplete };
}

/**
 * The last quarter end strictly before asOf (B3).
 * @example quarterEndBefore('2025-09-30') // => '2025-06-30'
 */
export function quarterEndBefore(asOf: Day): Day {
  const year = Number(asOf.slice(0, 4));
  const quarter = Math.floor((Number(asOf.slice(5, 7)) - 1) / 3);
  const month = quarter === 0 ? dayOf(year - 1, 12, 1) : dayOf(year, quarter * 3, 1);
  if (month === undefined) throw new RangeError('no quarter end before 1900');
  return monthEnd(month);
}

const names = {
  last: 'dormant.last',
  lastAtCohort: 'dormant.lastAtCohort',
  accountLast: 'dormant.account.last',
} as const;

function wokenName(kind: WakeKind): string {
  return `dormant.customer.woken.${kind.class}.${kind.direction}`;
}

/** Everything that `dormantCustomers` reads. A 销户 row must not wake a customer (clarification 15). */
export function dormantMeasures(rules: Rules, asOf: Day, cohortOn: Day): readonly Measure[] {
  const classes = rules.txn.resetClasses;
  const last = (name: string, through: Day): Measure => ({
    name,
    of: 'last',
    classes,
    within: { after: null, through },
  });
  const { through } = wakeWindow(rules, asOf, cohortOn);
  const woken = wakeKinds(rules).map((kind): Measure => {
    const { class: name, direction } = kind;
    const within = { after: cohortOn, through };
    return { name: wokenName(kind), of: 'first', classes: [name], within, direction, closings: 'out' };
  });
  return [
    last(names.last, asOf),
    last(names.lastAtCohort, cohortOn),
    ...woken,
    { ...last(names.accountLast, asOf), per: 'account' },
  ];
}

/** The answers as day serials; null = never. */
export interface DormancyReader {
  readonly last: (customer: Activity | undefined) => number | null;
  readonly lastAtCohort: (customer: Activity | undefined) => number | null;
  readonly accountLast: (account: Activity | undefined) => number | null;
  /** First day in the window per kind, in the order of `wakeKinds`. */
  readonly woken: (customer: Activity | undefined) => readonly (number | null)[];
}

/** Throws when `dormantMeasures` are not among the measures: a bug of the caller. */
export function dormancyReader(measures: readonly Measure[], rules: Rules): DormancyReader {
  const read = measureReader(measures);
  const woken = wakeKinds(rules).map((kind) => read.serial(wokenName(kind)));
  return {
    last: read.serial(names.last),
    lastAtCohort: read.serial(names.lastAtCohort),
    accountLast: read.serial(names.accountLast),
    woken: (customer) => woken.map((first) => first(customer)),
  };
}
