// Second pass: the measures, over the rows that count.
import { type TxnClass, txnClasses } from '../model/transaction.js';
import type { Activity, Measure } from './activity.js';
import { advance, type Gauge, gaugeOf, type Keys, reading } from './gauge.js';
import { markSecondLegs } from './own-transfers.js';
import { followsBalance } from './selection.js';
import { classIndex, isCancelled, isForeign, isSecondLeg, leftNoTrace, reversalClass, type Tape } from './tape.js';

/**
 * One Activity per key, by index; null in the places of measures that are kept per another kind of key. Reversals and what they
 * undid, foreign rows and rows without customer count nowhere, those without account for no account; UNKNOWN rows count as
 * `unknownAs`; of an own transfer a customer counts one leg, an account every leg. Measures that share their classes are
 * walked together, so that adding a measure never changes another one. Measures that follow the balance see every row that changed it.
 */
export function interpret(
  tape: Tape,
  keys: Keys,
  measures: readonly Measure[],
  unknownAs: TxnClass,
): readonly Activity[] {
  const gauges = measures.map((measure) =>
    (measure.per ?? 'customer') === keys.per ? gaugeOf(measure, tape, keys) : undefined,
  );
  const moving: Gauge[] = [];
  const byClasses = new Map<number, Gauge[]>();
  for (const gauge of gauges) {
    if (gauge === undefined) continue;
    if (followsBalance(gauge.measure)) moving.push(gauge);
    else {
      const classes = countedClasses(gauge.measure, unknownAs);
      byClasses.set(classes, [...(byClasses.get(classes) ?? []), gauge]);
    }
  }
  for (const [classes, together] of byClasses) walk(tape, keys.per, classes, together);
  if (moving.length > 0) walkMoves(tape, keys.per, moving);
  return keys.names.map((_, key) => gauges.map((gauge) => (gauge === undefined ? null : reading(gauge, key))));
}

function walk(tape: Tape, per: Keys['per'], classes: number, gauges: readonly Gauge[]): void {
  const counts = (row: number): boolean => {
    const bits = tape.bits[row]!;
    return (
      (bits & (isCancelled | isForeign)) === 0 && ((classes >> classIndex(bits)) & 1) === 1 && tape.customer[row]! >= 0
    );
  };
  if (per === 'customer') markSecondLegs(tape, counts);
  // What an earlier walk has marked says nothing of accounts.
  const leftOut = per === 'customer' ? isSecondLeg : 0;
  const keyOf = tape[per];
  passOn(tape, gauges, (row) => counts(row) && (tape.bits[row]! & leftOut) === 0 && keyOf[row]! >= 0);
}

function walkMoves(tape: Tape, per: Keys['per'], gauges: readonly Gauge[]): void {
  const keyOf = tape[per];
  passOn(tape, gauges, (row) => tape.customer[row]! >= 0 && !leftNoTrace(tape, row) && keyOf[row]! >= 0);
}

const blockRows = 2 ** 20;

/** Large block by large block, each gauge alone: one loop does one thing, and the state of one gauge stays near the processor. */
function passOn(tape: Tape, gauges: readonly Gauge[], counts: (row: number) => boolean): void {
  const block = new Int32Array(Math.min(blockRows, tape.rows));
  const room = new Int32Array(block.length);
  for (let start = 0; start < tape.rows; start += blockRows) {
    const end = Math.min(start + blockRows, tape.rows);
    let size = 0;
    for (let row = start; row < end; row += 1) if (counts(row)) block[size++] = row;
    const rows = block.subarray(0, size);
    for (const gauge of gauges) advance(gauge, tape, rows, room);
  }
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
