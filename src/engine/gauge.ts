import { daySerial } from '../model/day.js';
import type { Measure } from './activity.js';
import { exactSum } from './exact-sum.js';
import { followsBalance, type Selection, selectionOf } from './selection.js';
import type { Tape } from './tape.js';

/** A measure made ready for the walk: window as day serials, one state per key (customer or account, by index). */
export interface Gauge {
  readonly measure: Measure;
  readonly after: number;
  readonly through: number;
  /** undefined: every row of the window. */
  readonly selects: Selection | undefined;
  readonly state: Float64Array;
}

/** Some rows that count, one after the other: what gauges need to know of them. */
export interface Block {
  size: number;
  readonly row: Int32Array;
  readonly key: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
}

/** What a key without any row has; ±Infinity is answered as null. */
const empty: Readonly<Record<Measure['of'], number>> = {
  count: 0,
  sum: 0,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
  moved: 0,
  movedDays: 0,
};

export function gaugeOf(measure: Measure, tape: Tape, keys: readonly string[]): Gauge {
  return {
    measure,
    ...serialsOf(measure),
    selects: selectionOf(measure, tape, keys),
    state: new Float64Array(keys.length).fill(empty[measure.of]),
  };
}

/** An anchored window is a matter of each key: `selects` looks at it. */
function serialsOf({ within }: Measure): Pick<Gauge, 'after' | 'through'> {
  if ('anchors' in within) return { after: Number.NEGATIVE_INFINITY, through: Number.POSITIVE_INFINITY };
  const { after, through } = within;
  return { after: after === null ? Number.NEGATIVE_INFINITY : daySerial(after), through: daySerial(through) };
}

/** Takes all rows of a block. */
export function advance(gauge: Gauge, { size, row, key, day, amount }: Block): void {
  const { after, through, selects, state, measure } = gauge;
  for (let at = 0; at < size; at += 1) {
    const on = day[at]!;
    if (on <= after || on > through) continue;
    const of = key[at]!;
    if (selects === undefined || selects(row[at]!, of, on))
      state[of] = stepped(measure.of, state[of]!, amount[at]!, on, through);
  }
}

/** One function for all, and no table of functions: numbers that pass through a table cost an object each. */
function stepped(of: Measure['of'], state: number, amount: number, day: number, through: number): number {
  switch (of) {
    case 'count':
      return state + 1;
    case 'first':
      return Math.min(state, day);
    case 'last':
      return Math.max(state, day);
    case 'movedDays':
      return state + amount * (through - day + 1);
    default:
      return state + amount;
  }
}

/**
 * The answer for one key; null where first or last saw nothing, and where moved or movedDays cannot be told exactly. Throws UserError
 * when a sum is not exact.
 */
export function reading({ measure, state }: Gauge, key: number): number | null {
  const value = state[key]!;
  if (!Number.isFinite(value)) return null;
  if (followsBalance(measure)) return Number.isSafeInteger(value) ? value : null;
  // Amounts are never negative here, so a sum that ends exact was exact all the way.
  return measure.of === 'sum' ? exactSum(value) : value;
}
