// Second pass: the measures, over the rows that count.
import { daySerial } from '../model/day.js';
import { type TxnClass, txnClasses } from '../model/transaction.js';
import type { Activity, Measure, Window } from './activity.js';
import { exactSum } from './exact-sum.js';
import { markSecondLegs } from './own-transfers.js';
import { classIndex, isCancelled, isForeign, isSecondLeg, reversalClass, type Tape } from './tape.js';

/** A measure made ready for the walk: window as day serials, one state per customer. */
interface Gauge {
  readonly measure: Measure;
  readonly after: number;
  readonly through: number;
  readonly state: Float64Array;
  readonly step: (state: number, amount: number, day: number) => number;
}

/** What a customer without any row has; ±Infinity is answered as null. */
const empty: Readonly<Record<Measure['of'], number>> = {
  count: 0,
  sum: 0,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
};

const steps: Readonly<Record<Measure['of'], Gauge['step']>> = {
  count: (state) => state + 1,
  sum: (state, amount) => state + amount,
  first: (state, _amount, day) => Math.min(state, day),
  last: (state, _amount, day) => Math.max(state, day),
};

/**
 * One Activity per customer, by customer index. Reversals and what they undid, foreign rows and rows without customer count
 * nowhere; UNKNOWN rows count as `unknownAs`; an own transfer counts one leg. Measures that share their classes
 * are walked together, so that adding a measure never changes another one.
 */
export function interpret(
  tape: Tape,
  customers: number,
  measures: readonly Measure[],
  unknownAs: TxnClass,
): readonly Activity[] {
  const gauges = measures.map((measure) => gaugeOf(measure, customers));
  const byClasses = new Map<number, Gauge[]>();
  for (const gauge of gauges) {
    const classes = countedClasses(gauge.measure, unknownAs);
    byClasses.set(classes, [...(byClasses.get(classes) ?? []), gauge]);
  }
  for (const [classes, together] of byClasses) walk(tape, classes, together);
  return Array.from({ length: customers }, (_, customer) => gauges.map((gauge) => answer(gauge, customer)));
}

function walk(tape: Tape, classes: number, gauges: readonly Gauge[]): void {
  const counts = (row: number): boolean => {
    const bits = tape.bits[row]!;
    return (
      (bits & (isCancelled | isForeign)) === 0 && ((classes >> classIndex(bits)) & 1) === 1 && tape.customer[row]! >= 0
    );
  };
  markSecondLegs(tape, counts);
  for (let row = 0; row < tape.rows; row += 1) {
    if (!counts(row) || (tape.bits[row]! & isSecondLeg) !== 0) continue;
    const day = tape.day[row]!;
    const customer = tape.customer[row]!;
    for (const { after, through, state, step } of gauges) {
      if (day > after && day <= through) state[customer] = step(state[customer]!, tape.amount[row]!, day);
    }
  }
}

function gaugeOf(measure: Measure, customers: number): Gauge {
  const { after, through } = windowOf(measure);
  return {
    measure,
    after: after === null ? Number.NEGATIVE_INFINITY : daySerial(after),
    through: daySerial(through),
    state: new Float64Array(customers).fill(empty[measure.of]),
    step: steps[measure.of],
  };
}

function windowOf({ name, within }: Measure): Window {
  if ('anchors' in within) throw new Error(`measure ${name} has anchors`);
  return within;
}

/** Bit set of the class indexes that count. A reversal never does, whatever a measure asks for. */
function countedClasses(measure: Measure, unknownAs: TxnClass): number {
  let classes = 0;
  for (const [index, name] of txnClasses.entries()) {
    const counted = name === 'UNKNOWN' ? unknownAs : name;
    if (index !== reversalClass && measure.classes.includes(counted)) classes |= 1 << index;
  }
  return classes;
}

function answer({ measure, state }: Gauge, customer: number): number | null {
  const value = state[customer]!;
  if (!Number.isFinite(value)) return null;
  // Amounts are never negative here, so a sum that ends exact was exact all the way.
  return measure.of === 'sum' ? exactSum(value) : value;
}
