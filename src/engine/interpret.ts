// Second pass: the measures, over the rows that count.
import { type TxnClass, txnClasses } from '../model/transaction.js';
import type { Activity, Measure } from './activity.js';
import { advance, type Block, type Gauge, gaugeOf, reading } from './gauge.js';
import { legCandidates, markSecondLegs } from './own-transfers.js';
import { followsBalance } from './selection.js';
import { classIndex, isCancelled, isForeign, isSecondLeg, leftNoTrace, reversalClass, type Tape } from './tape.js';

/** What one number per measure is kept for: customers or accounts. */
export interface Keys {
  readonly per: 'customer' | 'account';
  /** By index. */
  readonly names: readonly string[];
}

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
    (measure.per ?? 'customer') === keys.per ? gaugeOf(measure, tape, keys.names) : undefined,
  );
  const byClasses = new Map<number, Gauge[]>();
  for (const gauge of gauges) {
    if (gauge === undefined || followsBalance(gauge.measure)) continue;
    const classes = countedClasses(gauge.measure, unknownAs);
    byClasses.set(classes, [...(byClasses.get(classes) ?? []), gauge]);
  }
  const legs = keys.per === 'customer' && byClasses.size > 0 ? legCandidates(tape) : undefined;
  for (const [classes, together] of byClasses) walk(tape, keys.per, classes, together, legs);
  walkMoves(
    tape,
    keys.per,
    gauges.flatMap((gauge) => (gauge !== undefined && followsBalance(gauge.measure) ? [gauge] : [])),
  );
  return keys.names.map((_, key) => gauges.map((gauge) => (gauge === undefined ? null : reading(gauge, key))));
}

/** `legs` are needed where customers are asked for. */
function walk(
  tape: Tape,
  per: Keys['per'],
  classes: number,
  gauges: readonly Gauge[],
  legs: Int32Array | undefined,
): void {
  const counts = (row: number): boolean => {
    const bits = tape.bits[row]!;
    return (
      (bits & (isCancelled | isForeign)) === 0 && ((classes >> classIndex(bits)) & 1) === 1 && tape.customer[row]! >= 0
    );
  };
  if (legs !== undefined) markSecondLegs(tape, legs, counts);
  // What an earlier walk has marked says nothing of accounts.
  const leftOut = legs === undefined ? 0 : isSecondLeg;
  const amounts = tape.amount;
  passOn(
    tape,
    per,
    gauges,
    (row) => counts(row) && (tape.bits[row]! & leftOut) === 0,
    (row) => amounts[row]!,
  );
}

/** An amount that is not known in CNY makes the answer unknown. */
function walkMoves(tape: Tape, per: Keys['per'], gauges: readonly Gauge[]): void {
  if (gauges.length === 0) return;
  passOn(
    tape,
    per,
    gauges,
    (row) => tape.customer[row]! >= 0 && !leftNoTrace(tape, row),
    (row) => ((tape.bits[row]! & isForeign) === 0 ? Math.abs(tape.amount[row]!) : Number.POSITIVE_INFINITY),
  );
}

const blockRows = 4096;

/** Block by block, each gauge alone, so that a loop does one thing. */
function passOn(
  tape: Tape,
  per: Keys['per'],
  gauges: readonly Gauge[],
  counts: (row: number) => boolean,
  amountOf: (row: number) => number,
): void {
  const keyOf = per === 'customer' ? tape.customer : tape.account;
  const block: Block = {
    size: 0,
    row: new Int32Array(blockRows),
    key: new Int32Array(blockRows),
    day: new Int32Array(blockRows),
    amount: new Float64Array(blockRows),
  };
  for (let row = 0; row < tape.rows; row += 1) {
    if (keyOf[row]! >= 0 && counts(row)) {
      block.row[block.size] = row;
      block.key[block.size] = keyOf[row]!;
      block.day[block.size] = tape.day[row]!;
      block.amount[block.size] = amountOf(row);
      block.size += 1;
    }
    if (block.size < blockRows && row + 1 < tape.rows) continue;
    for (const gauge of gauges) advance(gauge, block);
    block.size = 0;
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
