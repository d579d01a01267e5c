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
  readonly step: (state: number, amount: number, day: number) => number;
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

/** Of a measure whose window ends on the day serial `through`. */
const steps: Readonly<Record<Measure['of'], (through: number) => Gauge['step']>> = {
  count: () => (state) => state + 1,
  sum: () => (state, amount) => state + amount,
  first: () => (state, _amount, day) => Math.min(state, day),
  last: () => (state, _amount, day) => Math.max(state, day),
  moved: () => (state, amount) => state + amount,
  movedDays: (through) => (state, amount, day) => state + amount * (through - day + 1),
};

export function gaugeOf(measure: Measure, tape: Tape, keys: readonly string[]): Gauge {
  const serials = serialsOf(measure);
  return {
    measure,
    ...serials,
    selects: selectionOf(measure, tape, keys),
    state: new Float64Array(keys.length).fill(empty[measure.of]),
    step: steps[measure.of](serials.through),
  };
}

/** An anchored window is a matter of each key: `selects` looks at it. */
function serialsOf({ within }: Measure): Pick<Gauge, 'after' | 'through'> {
  if ('anchors' in within) return { after: Number.NEGATIVE_INFINITY, through: Number.POSITIVE_INFINITY };
  const { after, through } = within;
  return { after: after === null ? Number.NEGATIVE_INFINITY : daySerial(after), through: daySerial(through) };
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
