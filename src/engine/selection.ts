// Which rows a measure takes beyond its classes and its common window.
import { daySerial } from '../model/day.js';
import type { Direction } from '../model/transaction.js';
import type { AnchoredWindow, Measure } from './activity.js';
import { closesAccount, isCredit, isOverCounter, movedAmount, type Tape } from './tape.js';

/** Whether a row of a key (by index) on a day (serial) counts. */
export type Selection = (row: number, key: number, day: number) => boolean;

/** Whether the measure follows the balance, not the customer's transactions. */
export function followsBalance({ of }: Measure): boolean {
  return of === 'moved' || of === 'movedDays';
}

/** undefined where every row counts, so that the walk need not ask. `keys` are the names of customers or accounts, by index. */
export function selectionOf(measure: Measure, tape: Tape, keys: readonly string[]): Selection | undefined {
  const { within, direction, minFen } = measure;
  const parts: Selection[] = [];
  const { mask, wanted } = wantedBits(measure);
  if (mask !== 0) parts.push((row) => (tape.bits[row]! & mask) === wanted);
  if (direction !== undefined && followsBalance(measure)) parts.push(movesTo(tape, direction));
  if (minFen !== undefined) parts.push((row) => tape.amount[row]! >= minFen);
  if ('anchors' in within) parts.push(nearAnchor(within, keys));
  const [only] = parts;
  if (parts.length < 2) return only;
  return (row, key, day) => parts.every((part) => part(row, key, day));
}

/** The bits of a row that matter, and what they must be. */
function wantedBits(measure: Measure): { readonly mask: number; readonly wanted: number } {
  const { direction, channel, closings } = measure;
  let mask = 0;
  let wanted = 0;
  // The direction is that of the file: where it writes every debit with a minus sign, a debit stays money out. Any other red letter
  // is a reversal and never comes here.
  if (direction !== undefined && !followsBalance(measure)) {
    mask |= isCredit;
    if (direction === 'C') wanted |= isCredit;
  }
  if (channel === 'counter') {
    mask |= isOverCounter;
    wanted |= isOverCounter;
  }
  if (closings === 'out') mask |= closesAccount;
  return { mask, wanted };
}

function movesTo(tape: Tape, direction: Direction): Selection {
  return (row) => movedAmount(tape, row) > 0 === (direction === 'C');
}

const noAnchor = -1;

function nearAnchor({ anchors, fromDays, throughDays }: AnchoredWindow, keys: readonly string[]): Selection {
  const serials = Int32Array.from(keys, (key) => {
    const anchor = anchors.get(key);
    return anchor === undefined ? noAnchor : daySerial(anchor);
  });
  return (_row, key, day) => {
    const anchor = serials[key]!;
    return anchor !== noAnchor && day - anchor >= fromDays && day - anchor <= throughDays;
  };
}
