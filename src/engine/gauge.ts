import { daySerial } from '../model/day.js';
import type { Measure } from './activity.js';
import { exactSum } from './exact-sum.js';
import { followsBalance, type Selection, selectionOf } from './selection.js';
import { isForeign, type Tape } from './tape.js';

/** What one number per measure is kept for: customers or accounts. */
export interface Keys {
  readonly per: 'customer' | 'account';
  /** By index. */
  readonly names: readonly string[];
}

/** A measure made ready for the walk: window as day serials, one state per key (customer or account, by index). */
export interface Gauge {
  readonly measure: Measure;
  readonly after: number;
  readonly through: number;
  /** undefined: every row of the window. */
  readonly selects: Selection | undefined;
  /** The key of each row. */
  readonly keyOf: Int32Array;
  readonly state: Float64Array;
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

export function gaugeOf(measure: Measure, tape: Tape, { per, names }: Keys): Gauge {
  return {
    measure,
    ...serialsOf(measure),
    selects: selectionOf(measure, tape, names),
    keyOf: tape[per],
    state: new Float64Array(names.length).fill(empty[measure.of]),
  };
}

/** An anchored window is a matter of each key: `selects` looks at it. */
function serialsOf({ within }: Measure): Pick<Gauge, 'after' | 'through'> {
  if ('anchors' in within) return { after: Number.NEGATIVE_INFINITY, through: Number.POSITIVE_INFINITY };
  const { after, through } = within;
  return { after: after === null ? Number.NEGATIVE_INFINITY : daySerial(after), through: daySerial(through) };
}

/** Takes those of the rows (each of a known key) that lie in its window and that it selects; `room` is for as many rows. */
export function advance(gauge: Gauge, tape: Tape, rows: Int32Array, room: Int32Array): void {
  const { after, through, selects, keyOf } = gauge;
  const { day } = tape;
  let taken = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const on = day[row]!;
    if (on <= after || on > through) continue;
    if (selects === undefined || selects(row, keyOf[row]!, on)) room[taken++] = row;
  }
  steps[gauge.measure.of](gauge, tape, room.subarray(0, taken));
}

/** How the state of their keys changes with some rows: a loop each, because numbers that pass through a table cost an object each. */
const steps: Readonly<Record<Measure['of'], (gauge: Gauge, tape: Tape, rows: Int32Array) => void>> = {
  count({ state, keyOf }, _tape, rows) {
    for (let at = 0; at < rows.length; at += 1) state[keyOf[rows[at]!]!]! += 1;
  },
  sum({ state, keyOf }, { amount }, rows) {
    for (let at = 0; at < rows.length; at += 1) state[keyOf[rows[at]!]!]! += amount[rows[at]!]!;
  },
  first({ state, keyOf }, { day }, rows) {
    for (let at = 0; at < rows.length; at += 1)
      if (day[rows[at]!]! < state[keyOf[rows[at]!]!]!) state[keyOf[rows[at]!]!] = day[rows[at]!]!;
  },
  last({ state, keyOf }, { day }, rows) {
    for (let at = 0; at < rows.length; at += 1)
      if (day[rows[at]!]! > state[keyOf[rows[at]!]!]!) state[keyOf[rows[at]!]!] = day[rows[at]!]!;
  },
  moved({ state, keyOf }, tape, rows) {
    for (let at = 0; at < rows.length; at += 1) state[keyOf[rows[at]!]!]! += movedFen(tape, rows[at]!);
  },
  movedDays({ state, keyOf, through }, tape, rows) {
    for (let at = 0; at < rows.length; at += 1)
      state[keyOf[rows[at]!]!]! += movedFen(tape, rows[at]!) * (through - tape.day[rows[at]!]! + 1);
  },
};

/** An amount that is not known in CNY makes the answer unknown. */
function movedFen({ bits, amount }: Tape, row: number): number {
  return (bits[row]! & isForeign) === 0 ? Math.abs(amount[row]!) : Number.POSITIVE_INFINITY;
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
